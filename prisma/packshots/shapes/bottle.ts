import { face } from '../face.ts'
import { inks as all, type Inks } from '../inks.ts'
import { repeat, svg } from '../svg.ts'
import type { Shape } from './shape.ts'

type Bottle = { neck: number; cap: number; shoulder: number; lid: string; liquid: string; isOpaque: boolean }

// Measures are parts of the bottle's own: neck of its width, cap and shoulder of its height.
function bottleOf(name: string, inks: Inks): Bottle {
  if (/susu|yoghurt/.test(name)) {
    const liquid = /apel/.test(name) ? '#f1ecc9' : '#faf8f0'
    return { neck: 0.5, cap: 0.105, shoulder: 0.3, lid: inks.text, liquid, isOpaque: true }
  }
  if (/madu/.test(name))
    return { neck: 0.56, cap: 0.105, shoulder: 0.24, lid: all.coffee, liquid: '#b8700f', isOpaque: false }
  if (/cuka/.test(name))
    return { neck: 0.36, cap: 0.1, shoulder: 0.42, lid: all.night, liquid: '#c9912f', isOpaque: false }
  const lid = inks.text === all.white ? inks.second : inks.text
  return { neck: 0.5, cap: 0.105, shoulder: 0.34, lid, liquid: juiceOf(name), isOpaque: false }
}

function juiceOf(name: string): string {
  if (/stroberi/.test(name)) return '#d9615a'
  if (/jambu/.test(name)) return '#e8a29a'
  if (/beras/.test(name)) return '#d9b46a'
  return '#e3b652'
}

/** A bottle of juice, milk, honey or vinegar. */
export const bottle: Shape = (product, inks, w, h, id) => {
  const { lid, liquid, isOpaque, ...parts } = bottleOf(product.name.toLowerCase(), inks)
  const neck = w * parts.neck
  const cap = Math.min(h * parts.cap, 22)
  const shoulder = h * parts.shoulder
  const left = (w - neck) / 2
  const right = left + neck
  const label = { y: shoulder * 1.04, height: h - shoulder * 1.04 - h * 0.085 }
  const capBox = svg`<rect x="${left - 1.5}" width="${neck + 3}" height="${cap}" rx="1.6"`
  const ridges = repeat(9, (i) => svg`M${left + (neck / 8) * i} 2V${cap - 1}`)
  return {
    surface: 'round',
    outline: [
      svg`M${left} ${cap * 0.7}H${right}V${cap * 1.25}C${right} ${shoulder * 0.78} ${w} ${shoulder * 0.66} ${w} ${shoulder}`,
      svg`V${h - w * 0.1}Q${w} ${h} ${w * 0.88} ${h}H${w * 0.12}Q0 ${h} 0 ${h - w * 0.1}`,
      svg`V${shoulder}C0 ${shoulder * 0.66} ${left} ${shoulder * 0.78} ${left} ${cap * 1.25}Z`,
    ].join(''),
    inner: [
      svg`<rect width="${w}" height="${h}" fill="${isOpaque ? liquid : '#eef0ea'}"/>`,
      svg`<rect y="${shoulder * 0.56}" width="${w}" height="${h}" fill="${liquid}"/>`,
      svg`<path d="M0 ${shoulder * 0.56}H${w}" stroke="#fff" stroke-opacity=".5" stroke-width=".8"/>`,
      face(product, inks, 0, label.y, w, label.height),
      svg`<path d="M0 ${label.y}H${w}M0 ${label.y + label.height}H${w}" stroke="#000" stroke-opacity=".22" stroke-width=".5"/>`,
    ].join(''),
    top: [
      `${capBox} fill="${lid}"/>`,
      `<path d="${ridges}" stroke="#000" stroke-opacity=".2" stroke-width=".6"/>`,
      `${capBox} fill="url(#${id}s)"/>`,
      svg`<rect x="${left - 0.5}" y="${cap + 0.6}" width="${neck + 1}" height="1.6" fill="${lid}" opacity=".75"/>`,
    ].join(''),
  }
}
