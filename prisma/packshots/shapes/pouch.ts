import { face } from '../face.ts'
import { repeat, svg } from '../svg.ts'
import type { Shape } from './shape.ts'

/** A standing pouch with a crimped seal, a hole to hang it by and a gusset. */
export const pouch: Shape = (product, inks, w, h) => {
  const seal = Math.min(h * 0.065, 15)
  const foot = h * 0.985
  const crimps = repeat(4, (i) => svg`M0 ${seal * (0.2 + i * 0.2)}H${w}`)
  const gusset = svg`M0 ${h * 0.93}Q${w / 2} ${h * 0.875} ${w} ${h * 0.93}`
  return {
    surface: 'soft',
    outline: [
      svg`M${w * 0.022} 1.5Q${w * 0.022} 0 ${w * 0.032} 0H${w * 0.968}Q${w * 0.978} 0 ${w * 0.978} 1.5`,
      svg`L${w * 0.974} ${seal * 1.5}C${w * 0.99} ${h * 0.3} ${w} ${h * 0.6} ${w * 0.992} ${foot - 4}`,
      svg`Q${w * 0.99} ${foot} ${w * 0.965} ${foot}Q${w / 2} ${h * 1.015} ${w * 0.035} ${foot}`,
      svg`Q${w * 0.01} ${foot} ${w * 0.008} ${foot - 4}`,
      svg`C0 ${h * 0.6} ${w * 0.01} ${h * 0.3} ${w * 0.026} ${seal * 1.5}Z`,
    ].join(''),
    inner: [
      face(product, inks, 0, seal * 1.35, w, h - seal * 1.35),
      svg`<rect width="${w}" height="${seal * 1.4}" fill="${inks.ground}"/>`,
      svg`<rect width="${w}" height="${seal}" fill="#000" opacity=".07"/>`,
      `<path d="${crimps}" stroke="#fff" stroke-opacity=".3" stroke-width=".7"/>`,
      svg`<path d="M0 ${seal * 1.02}H${w}" stroke="#000" stroke-opacity=".2" stroke-width=".6"/>`,
      svg`<rect x="${w / 2 - 11}" y="${seal * 0.26}" width="22" height="${seal * 0.42}"`,
      svg` rx="${seal * 0.21}" fill="#000" opacity=".3"/>`,
    ].join(''),
    over: [
      svg`<path d="${gusset}V${h}H0Z" fill="#000" opacity=".1"/>`,
      `<path d="${gusset}" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width=".7"/>`,
      svg`<path d="M${w * 0.9} ${seal * 1.4}Q${w * 0.8} ${h * 0.2} ${w * 0.9} ${h * 0.42}" fill="none"`,
      svg` stroke="#fff" stroke-opacity=".16" stroke-width="${w * 0.035}" stroke-linecap="round"/>`,
    ].join(''),
  }
}
