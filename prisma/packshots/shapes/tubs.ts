import { face } from '../face.ts'
import { inks as all } from '../inks.ts'
import { repeat, svg } from '../svg.ts'
import type { Shape } from './shape.ts'

const jam = (w: number, h: number, lid: number) =>
  repeat(12, (i) => {
    const x = (((i * 37) % 100) / 100) * w
    const y = lid + (((i * 53) % 80) / 100) * h
    return svg`<ellipse cx="${x}" cy="${y}" rx="2.4" ry="1.6" fill="#fff" opacity=".16"/>`
  })

const biscuits = (w: number, h: number, lid: number) =>
  repeat(20, (i) => {
    const row = Math.floor(i / 5)
    const x = (i % 5) * w * 0.24 + (row % 2) * w * 0.12
    const colour = i % 2 ? '#e3ab52' : '#d0913a'
    return svg`<circle cx="${x}" cy="${lid + h * 0.1 + row * h * 0.2}" r="${w * 0.125}" fill="${colour}" stroke="#a8682a" stroke-width=".7"/>`
  })

function fillingOf(name: string): string {
  if (/stroberi/.test(name)) return '#a8232c'
  if (/sambal/.test(name)) return '#9c2d18'
  return /nastar/.test(name) ? '#dda043' : '#a8682a'
}

/** A glass of jam or sambal, or a tub of biscuits. */
export const jar: Shape = (product, inks, w, h, id) => {
  const name = product.name.toLowerCase()
  const lid = h * 0.19
  const q = w * 0.1
  const label = { y: lid + h * 0.17, height: h * 0.53 }
  const lidBox = svg`<rect x="${w * 0.025}" width="${w * 0.95}" height="${lid}" rx="2"`
  return {
    surface: 'round',
    outline: [
      svg`M${w * 0.07} ${lid * 0.7}H${w * 0.93}V${lid}C${w * 0.93} ${lid + q * 0.7} ${w} ${lid + q * 0.6} ${w} ${lid + q * 1.5}`,
      svg`V${h - q}Q${w} ${h} ${w - q} ${h}H${q}Q0 ${h} 0 ${h - q}`,
      svg`V${lid + q * 1.5}C0 ${lid + q * 0.6} ${w * 0.07} ${lid + q * 0.7} ${w * 0.07} ${lid}Z`,
    ].join(''),
    inner: [
      svg`<rect width="${w}" height="${h}" fill="#e9e8df"/>`,
      svg`<rect y="${lid + q * 0.9}" width="${w}" height="${h}" fill="${fillingOf(name)}"/>`,
      (/nastar/.test(name) ? biscuits : jam)(w, h, lid),
      face(product, inks, 0, label.y, w, label.height),
      svg`<path d="M0 ${label.y}H${w}M0 ${label.y + label.height}H${w}" stroke="#000" stroke-opacity=".25" stroke-width=".5"/>`,
    ].join(''),
    top: [
      `${lidBox} fill="${inks.text === all.white ? inks.dark : inks.text}"/>`,
      `${lidBox} fill="url(#${id}s)"/>`,
      svg`<path d="M${w * 0.025} ${lid * 0.76}H${w * 0.975}" stroke="#fff" stroke-opacity=".35" stroke-width=".7"/>`,
    ].join(''),
  }
}

/** A cup of juice under foil. */
export const cup: Shape = (product, inks, w, h, id) => ({
  surface: 'round',
  outline: [
    svg`M${w * 0.045} 4H${w * 0.955}L${w * 0.86} ${h - 2.5}Q${w * 0.855} ${h} ${w * 0.82} ${h}`,
    svg`H${w * 0.18}Q${w * 0.145} ${h} ${w * 0.14} ${h - 2.5}Z`,
  ].join(''),
  inner: [
    svg`<rect width="${w}" height="${h}" fill="#e9eae2"/>`,
    svg`<rect y="${h * 0.14}" width="${w}" height="${h}" fill="#e5ba58"/>`,
    svg`<rect y="${h * 0.24}" width="${w}" height="${h * 0.6}" fill="${inks.ground}"/>`,
    face(product, inks, w * 0.115, h * 0.24, w * 0.885, h * 0.6),
  ].join(''),
  over: svg`<path d="M0 ${h * 0.92}H${w}" stroke="#fff" stroke-opacity=".35" stroke-width=".8"/>`,
  top: [
    svg`<rect x="0" y="0" width="${w}" height="5" rx="1.6" fill="${inks.main}"/>`,
    svg`<rect x="0" y="3.2" width="${w}" height="2.6" rx="1.2" fill="#f4f4ee"/>`,
    svg`<rect width="${w}" height="5.8" rx="1.6" fill="url(#${id}s)"/>`,
  ].join(''),
})
