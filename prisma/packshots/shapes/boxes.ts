import { face } from '../face.ts'
import { text, titleBlock } from '../lettering.ts'
import { motif } from '../motifs/motifs.ts'
import { svg } from '../svg.ts'
import { wordingOf } from '../wording.ts'
import type { Shape } from './shape.ts'

/** A box of card; seen from the front when it is low, the lid shows as one light line. */
export const box: Shape = (product, inks, w, h) => {
  const fold = Math.min(h * 0.16, 14)
  const low = svg`<path d="M0 ${h * 0.1}H${w}" stroke="#fff" stroke-opacity=".4" stroke-width=".8"/>`
  const high = [
    svg`<path d="M0 ${fold * 0.22}H${w}" stroke="#fff" stroke-opacity=".45" stroke-width="1"/>`,
    svg`<path d="M${w - 0.8} 0V${h}" stroke="#000" stroke-opacity=".14" stroke-width="1.6"/>`,
    svg`<path d="M0 ${h - 0.7}H${w}" stroke="#000" stroke-opacity=".2" stroke-width="1.4"/>`,
  ].join('')
  return {
    surface: 'flat',
    outline: svg`M0 1Q0 0 1 0H${w - 1}Q${w} 0 ${w} 1V${h - 0.6}Q${w} ${h} ${w - 0.8} ${h}H0.8Q0 ${h} 0 ${h - 0.6}Z`,
    inner: face(product, inks, 0, 0, w, h),
    over: h > 60 ? high : low,
  }
}

/** A carton of many, brown, with one printed band and tape. */
export const carton: Shape = (product, inks, w, h) => {
  const { title, kind, net } = wordingOf(product.name)
  const room = { x: w * 0.06, y: h * 0.42, width: w * 0.5, height: h * 0.32 }
  return {
    surface: 'flat',
    outline: svg`M0 0H${w}V${h}H0Z`,
    inner: [
      svg`<rect width="${w}" height="${h}" fill="#c79f6c"/>`,
      svg`<rect y="${h * 0.17}" width="${w}" height="${h * 0.66}" fill="${inks.ground}"/>`,
      motif(inks.motif, inks, w * 0.8, h * 0.5, h * 0.95, 10),
      text(kind, w * 0.06, h * 0.36, h * 0.1, inks.text, { weight: 500 }),
      titleBlock(title, room, inks.text, { max: h * 0.26 }).svg,
      text(net, w * 0.06, h * 0.76, h * 0.085, inks.text, { weight: 500 }),
    ].join(''),
    over: [
      svg`<rect y="${-h * 0.02}" x="${w * 0.42}" width="${w * 0.16}" height="${h * 0.13}" fill="#e7d3ae" opacity=".8"/>`,
      svg`<path d="M0 ${h * 0.012}H${w}" stroke="#fff" stroke-opacity=".5" stroke-width="1.4"/>`,
    ].join(''),
  }
}
