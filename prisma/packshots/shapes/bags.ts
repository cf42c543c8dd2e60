import { face } from '../face.ts'
import { text } from '../lettering.ts'
import { motif } from '../motifs/motifs.ts'
import { svg } from '../svg.ts'
import { wordingOf } from '../wording.ts'
import type { Shape } from './shape.ts'

/** A pillow bag: frozen goods, vacuum packs, wrapped tempe. */
export const bag: Shape = (product, inks, w, h) => {
  const seam = Math.min(w * 0.05, 9)
  const q = Math.min(h * 0.18, 10)
  const crimps = [seam * 0.35, seam * 0.7, w - seam * 0.35, w - seam * 0.7]
  const shine = Math.max(1.4, h * 0.02)
  return {
    surface: h > 60 ? 'soft' : 'flat',
    outline: [
      svg`M0 1H${seam}Q${w * 0.2} 0 ${w / 2} 0Q${w * 0.8} 0 ${w - seam} 1H${w}V${h - 1}H${w - seam}`,
      svg`Q${w * 0.8} ${h} ${w / 2} ${h}Q${w * 0.2} ${h} ${seam} ${h - 1}H0Z`,
    ].join(''),
    inner: face(product, inks, 0, 0, w, h),
    over: [
      svg`<path d="M0 0H${seam}V${h}H0ZM${w - seam} 0H${w}V${h}H${w - seam}Z" fill="#000" opacity=".1"/>`,
      `<path d="${crimps.map((x) => svg`M${x} 0V${h}`).join('')}" stroke="#fff" stroke-opacity=".35" stroke-width=".6"/>`,
      svg`<path d="M${seam * 1.6} ${q}Q${w * 0.3} ${q * 0.6} ${w * 0.52} ${q}" fill="none"`,
      svg` stroke="#fff" stroke-opacity=".35" stroke-width="${shine}" stroke-linecap="round"/>`,
    ].join(''),
  }
}

/** A narrow sachet of ice, its name along it. */
export const stick: Shape = (product, inks, w, h) => {
  const { kind, title } = wordingOf(product.name)
  const name = text(`${kind} ${title}`.replace('Stik ', ''), 0, 0, w * 0.4, inks.text)
  return {
    surface: 'soft',
    outline: svg`M0 0H${w}V${h}H0Z`,
    inner: [
      svg`<rect width="${w}" height="${h}" fill="${inks.ground}"/>`,
      motif(inks.motif, inks, w * 0.5, h * 0.86, w * 0.8),
      svg`<g transform="translate(${w * 0.66} ${h * 0.72}) rotate(-90)">${name}</g>`,
      svg`<path d="M0 0H${w}V8H0ZM0 ${h - 8}H${w}V${h}H0Z" fill="#000" opacity=".12"/>`,
    ].join(''),
  }
}
