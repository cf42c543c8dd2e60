import { inks as all, type Inks } from '../inks.ts'
import { titleBlock } from '../lettering.ts'
import { motif } from '../motifs/motifs.ts'
import { repeat, svg } from '../svg.ts'
import { wordingOf } from '../wording.ts'
import type { Drawing, Shape } from './shape.ts'

const ground = (inks: Inks, w: number, h: number) =>
  svg`<rect width="${w}" height="${h}" fill="${inks.ground}"/>`

/** Folded cloth in a paper band; from the front, only its edge. */
export const cloth: Shape = (product, inks, w, h) =>
  h < 60 ? edgeOfCloth(inks, w, h) : clothFromAbove(product.name, inks, w, h)

function edgeOfCloth(inks: Inks, w: number, h: number): Drawing {
  return {
    surface: 'flat',
    outline: svg`M0 3Q0 0 6 0H${w - 4}Q${w} 0 ${w} 4V${h - 3}Q${w} ${h} ${w - 6} ${h}H4Q0 ${h} 0 ${h - 4}Z`,
    inner: [
      ground(inks, w, h),
      repeat(9, (i) => motif('kawung', inks, i * 32, h / 2, 30)),
      svg`<rect x="${w * 0.4}" width="${w * 0.2}" height="${h}" fill="${all.ivory}"/>`,
    ].join(''),
    over: svg`<path d="M0 ${h / 3}H${w}M0 ${(2 * h) / 3}H${w}" stroke="#000" stroke-opacity=".35" stroke-width=".8"/>`,
  }
}

const tile = 46

function clothFromAbove(name: string, inks: Inks, w: number, h: number): Drawing {
  const isLeafy = /sayur/i.test(name)
  const { kind, title } = wordingOf(name)
  let pattern = ''
  for (let y = 0; y < h + tile; y += tile)
    for (let x = 0; x < w + tile; x += tile)
      pattern += motif(isLeafy ? 'leaf' : 'kawung', inks, x, y, tile * 0.96, isLeafy ? (x + y) % 90 : 0)
  const room = { x: w * 0.08, y: h * 0.43, width: w * 0.84, height: h * 0.15 }
  return {
    surface: 'flat',
    outline: svg`M0 4Q0 0 5 0H${w - 4}Q${w} 0 ${w} 4V${h - 4}Q${w} ${h} ${w - 5} ${h}H4Q0 ${h} 0 ${h - 5}Z`,
    inner: [
      ground(inks, w, h),
      pattern,
      svg`<rect y="${h * 0.4}" width="${w}" height="${h * 0.2}" fill="${all.ivory}"/>`,
      titleBlock(`${kind} ${title}`, room, all.coffee, { max: 24 }).svg,
    ].join(''),
    over: svg`<path d="M${w * 0.5} 0V${h * 0.4}M${w * 0.5} ${h * 0.6}V${h}" stroke="#000" stroke-opacity=".2" stroke-width="1.5"/>`,
  }
}

/** A small thing on a card that hangs. */
export const card: Shape = (product, inks, w, h) => {
  const { title } = wordingOf(product.name)
  const room = { x: w * 0.1, y: h * 0.76, width: w * 0.8, height: h * 0.18 }
  return {
    surface: 'flat',
    outline: svg`M3 0H${w - 3}Q${w} 0 ${w} 3V${h - 3}Q${w} ${h} ${w - 3} ${h}H3Q0 ${h} 0 ${h - 3}V3Q0 0 3 0Z`,
    inner: [
      ground(inks, w, h),
      svg`<circle cx="${w / 2}" cy="${h * 0.1}" r="3.4" fill="#000" opacity=".3"/>`,
      svg`<path d="M${w / 2} ${h * 0.24}V${h * 0.36}" stroke="#8d8f88" stroke-width="1.6"/>`,
      svg`<circle cx="${w / 2}" cy="${h * 0.26}" r="5" fill="none" stroke="#8d8f88" stroke-width="1.6"/>`,
      motif('wood', inks, w / 2, h * 0.52, w * 0.66),
      titleBlock(title, room, inks.text, { max: 9 }).svg,
    ].join(''),
  }
}
