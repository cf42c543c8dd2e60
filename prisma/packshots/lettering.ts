// Letters as outlines, taken from Plus Jakarta Sans in weights 500 and 800 (OFL.txt), so that a drawing needs no font.
import { readFileSync } from 'node:fs'
import { svg } from './svg.ts'

type Weight = 500 | 800
type Glyph = [advance: number, outline: string]

const glyphs: Record<Weight, Record<string, Glyph>> = JSON.parse(
  readFileSync(new URL('./glyphs.json', import.meta.url), 'utf8'),
)
const glyphOf = (letter: string, weight: Weight): Glyph =>
  glyphs[weight][letter] ?? glyphs[weight]['-'] ?? [0, '']
// Heavy letters are set a little closer.
const advanceOf = (letter: string, weight: Weight): number =>
  glyphOf(letter, weight)[0] - (weight === 800 ? 12 : 0)

/** How wide a line is, in mm. */
export const widthOf = (line: string, size: number, weight: Weight): number =>
  ([...line].reduce((sum, letter) => sum + advanceOf(letter, weight), 0) * size) / 1000

type Setting = { weight?: Weight /** 0 left of x, 0.5 around it, 1 right of it */; anchor?: number }

/** A line of text whose baseline is at y. */
export function text(
  line: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  { weight = 800, anchor = 0 }: Setting = {},
): string {
  let at = 0
  const parts: string[] = []
  for (const letter of line) {
    const [, outline] = glyphOf(letter, weight)
    if (outline) parts.push(`<path${at ? ` transform="translate(${at})"` : ''} d="${outline}"/>`)
    at += advanceOf(letter, weight)
  }
  const scale = size / 1000
  const fine = String(Math.round(scale * 1e5) / 1e5)
  return svg`<g fill="${fill}" transform="translate(${x - at * scale * anchor} ${y}) scale(${fine})">${parts.join('')}</g>`
}

function wrap(words: string[], size: number, maxWidth: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.pop()
    if (last === undefined) lines.push(word)
    else if (widthOf(`${last} ${word}`, size, 800) <= maxWidth) lines.push(`${last} ${word}`)
    else lines.push(last, word)
  }
  return lines
}

type TitleBox = { x: number; y: number; width: number; height: number }
const leading = 0.98

/** A title as large as its box allows; `height` is what it took of it. */
export function titleBlock(
  title: string,
  box: TitleBox,
  fill: string,
  { max, anchor = 0 }: { max: number; anchor?: number },
): { svg: string; height: number } {
  const words = title.split(/\s+/)
  for (let size = max; size > 2; size *= 0.96) {
    const lines = wrap(words, size, box.width)
    const fits = lines.every((line) => widthOf(line, size, 800) <= box.width)
    if (!fits || lines.length * size * leading > box.height) continue
    const drawn = lines.map((line, i) =>
      text(line, box.x, box.y + size * 0.745 + i * size * leading, size, fill, { anchor }),
    )
    return { svg: drawn.join(''), height: (lines.length - 1) * size * leading + size * 0.8 }
  }
  return { svg: '', height: 0 }
}
