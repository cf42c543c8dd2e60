import { inks as all } from '../inks.ts'
import { text, titleBlock } from '../lettering.ts'
import { bare, motif } from '../motifs/motifs.ts'
import { svg } from '../svg.ts'
import { wordingOf } from '../wording.ts'
import type { Shape } from './shape.ts'

const heads = [
  [0.2, 0.13],
  [0.8, 0.13],
  [0.5, 0.09],
  [0.34, 0.2],
  [0.68, 0.2],
  [0.5, 0.25],
  [0.16, 0.26],
  [0.85, 0.26],
] as const
const leaves = { main: '', dark: '', second: '#4e7a46', light: '#7ea26a' }

/** Cut flowers in a paper wrap. */
export const bouquet: Shape = (product, inks, w, h) => {
  const petals = /mawar/i.test(product.name)
    ? { ...inks, main: all.rome, second: all.strawberry, dark: all.pink }
    : { ...inks, main: '#f3eecf', second: all.turmeric, dark: all.honey }
  const { kind, title, net } = wordingOf(product.name)
  const stems = heads.map(([x, y]) => svg`M${w * x} ${h * y}L${w * (0.42 + x * 0.16)} ${h * 0.97}`).join('')
  const foliage = [0.3, 0.5, 0.7].map((x, i) => {
    const turn = String((i - 1) * 30)
    return svg`<g transform="translate(${w * x} ${h * 0.32}) rotate(${turn}) scale(.6)">${bare('leaf', leaves)}</g>`
  })
  const room = { x: w * 0.27, y: h * 0.49, width: w * 0.46, height: w * 0.26 }
  return {
    surface: 'soft',
    outline: svg`M0 0H${w}V${h}H0Z`,
    isMatt: true,
    inner: [
      `<path d="${stems}" stroke="#4e7a46" stroke-width="4"/>`,
      ...foliage,
      ...heads.map(([x, y], i) => motif('chrysanthemum', petals, w * x, h * y, w * 0.44, i * 23)),
      svg`<path d="M${w * 0.02} ${h * 0.33}Q${w / 2} ${h * 0.41} ${w * 0.98} ${h * 0.33}L${w * 0.64} ${h * 0.93}H${w * 0.36}Z" fill="#d9c39a"/>`,
      svg`<path d="M${w * 0.02} ${h * 0.33}Q${w / 2} ${h * 0.41} ${w * 0.52} ${h * 0.41}L${w * 0.46} ${h * 0.93}H${w * 0.36}Z" fill="#000" opacity=".09"/>`,
      svg`<rect x="${w * 0.22}" y="${h * 0.47}" width="${w * 0.56}" height="${w * 0.5}" fill="${all.white}"/>`,
      titleBlock(title || kind, room, all.sea, { max: w * 0.15 }).svg,
      text(net, w * 0.27, h * 0.47 + w * 0.43, w * 0.07, all.sea, { weight: 500 }),
    ].join(''),
  }
}

const spines = [0.34, 0.42, 0.5, 0.58, 0.66]

/** A cactus in flower, in its pot. */
export const pot: Shape = (_product, inks, w, h) => {
  const blossom = { ...inks, main: all.pink, second: all.strawberry, dark: all.turmeric }
  return {
    surface: 'round',
    outline: svg`M0 0H${w}V${h}H0Z`,
    isMatt: true,
    inner: [
      svg`<rect x="${w * 0.26}" y="${h * 0.06}" width="${w * 0.48}" height="${h * 0.6}" rx="${w * 0.24}" fill="#5f8a4c"/>`,
      `<path d="${spines.map((x) => svg`M${w * x} ${h * 0.1}V${h * 0.62}`).join('')}" stroke="#dfe6c0" stroke-width="1" stroke-dasharray="1.2 4"/>`,
      motif('chrysanthemum', blossom, w * 0.5, h * 0.07, w * 0.22),
      svg`<path d="M${w * 0.06} ${h * 0.54}H${w * 0.94}V${h * 0.64}H${w * 0.88}L${w * 0.8} ${h}H${w * 0.2}L${w * 0.12} ${h * 0.64}H${w * 0.06}Z" fill="#b5623c"/>`,
      svg`<path d="M${w * 0.1} ${h * 0.64}H${w * 0.9}" stroke="#000" stroke-opacity=".25" stroke-width="1.4"/>`,
    ].join(''),
  }
}
