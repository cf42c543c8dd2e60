// The printed face of a pack: kind, title, motif and net weight inside a box.
import type { Inks } from './inks.ts'
import { text, titleBlock, widthOf } from './lettering.ts'
import { motif } from './motifs/motifs.ts'
import type { PackProduct } from './product.ts'
import { hashOf, svg } from './svg.ts'
import { type Wording, wordingOf } from './wording.ts'

type Box = { x: number; y: number; width: number; height: number }
type Print = { inks: Inks; box: Box; words: Wording; margin: number; small: number }

export function face(product: PackProduct, inks: Inks, x: number, y: number, width: number, height: number) {
  const margin = Math.min(width, height) * 0.09
  const small = Math.min(width * 0.095, height * 0.075, 13)
  const print: Print = { inks, box: { x, y, width, height }, words: wordingOf(product.name), margin, small }
  const paper = svg`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${inks.ground}"/>`
  if (width / height > 2.2) return paper + strip(print)
  if (width / height > 1.02) return paper + landscape(print)
  return paper + portrait(print, hashOf(product.category + (product.village ?? '')) % 3)
}

// The front edge of something that lies flat.
function strip({ inks, box: { x, y, width, height }, words: { kind, title } }: Print): string {
  const words = kind ? `${kind} ${title}` : title
  const room = { x: x + height * 0.3, y: y + height * 0.2, width: width - height * 1.9, height: height * 0.6 }
  return (
    motif(inks.motif, inks, x + width - height * 0.62, y + height / 2, height * 1.25, -14) +
    titleBlock(words, room, inks.text, { max: height * 0.42 }).svg
  )
}

// Words on the left, the motif running off on the right.
function landscape({ inks, box, words: { kind, title, net }, margin, small }: Print): string {
  const { x, y, width, height } = box
  const size = Math.min(width * 0.52, height * 1.02)
  const out = [motif(inks.motif, inks, x + width * 0.83, y + height * 0.58, size, 10)]
  let top = y + margin
  if (kind) {
    out.push(text(kind, x + margin, top + small * 0.8, small * 1.15, inks.text, { weight: 500 }))
    top += small * 1.6
  }
  const room = { x: x + margin, y: top, width: width * 0.52, height: height * 0.58 }
  out.push(titleBlock(title || kind, room, inks.text, { max: height * 0.24 }).svg)
  if (net) out.push(text(net, x + margin, y + height - margin * 0.9, small, inks.text, { weight: 500 }))
  return out.join('')
}

function portrait({ inks, box, words: { kind, title, net }, margin, small }: Print, layout: number): string {
  const { x, y, width, height } = box
  const light = { weight: 500 } as const
  const out: string[] = []
  let top = y + margin
  const headline = widthOf(kind, small * 1.1, 500) + widthOf(net, small, 500) + small
  const netOnTop = net !== '' && headline < width - 2 * margin
  if (kind) out.push(text(kind, x + margin, top + small * 0.8, small * 1.1, inks.text, light))
  if (netOnTop)
    out.push(text(net, x + width - margin, top + small * 0.8, small, inks.text, { weight: 500, anchor: 1 }))
  if (kind || netOnTop) top += small * 1.65
  const room = { x: x + margin, y: top, width: width - 2 * margin, height: height * 0.34 }
  const heading = titleBlock(title || kind, room, inks.text, { max: width * 0.27 })
  const netBelow = net !== '' && !netOnTop
  const below = top + heading.height + (netBelow ? small * 0.9 : 0)
  out.push(arranged(layout, inks, { x, y: below, width, height: y + height - below }), heading.svg)
  if (netBelow) out.push(text(net, x + margin, top + heading.height + small * 1.3, small, inks.text, light))
  return out.join('')
}

const scattered = [
  [0.2, 0.34, -16, 0.96],
  [0.74, 0.3, 24, 0.96],
  [0.47, 0.74, 6, 1.12],
  [1.0, 0.78, -30, 0.96],
  [-0.04, 0.88, 40, 0.96],
] as const

// One large, five scattered, or two running off: a village keeps to one of them within a category.
function arranged(layout: number, inks: Inks, { x, y, width, height }: Box): string {
  if (layout === 0) {
    const size = Math.min(width * 1.02, height * 1.1)
    return motif(inks.motif, inks, x + width * 0.6, y + height * 0.54, size, -12)
  }
  if (layout === 1)
    return scattered
      .map(([right, down, degrees, size]) =>
        motif(inks.motif, inks, x + width * right, y + height * down, width * 0.5 * size, degrees),
      )
      .join('')
  const size = Math.max(width * 0.82, height * 0.8)
  return (
    motif(inks.motif, inks, x + width * 0.8, y + height * 0.5, size, 18) +
    motif(inks.motif, inks, x + width * 0.1, y + height * 0.86, size * 0.62, -24)
  )
}
