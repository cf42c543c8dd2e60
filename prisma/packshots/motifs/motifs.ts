// What is inside, drawn flat in a box of 100 × 100 around 0,0.
import { svg } from '../svg.ts'
import type { Colours } from './drawing.ts'
import { fruit } from './fruit.ts'
import { gardenAndHouse } from './garden-and-house.ts'
import { kitchen } from './kitchen.ts'
import { vegetables } from './vegetables.ts'

const motifs = { ...fruit, ...vegetables, ...kitchen, ...gardenAndHouse }

export type Motif = keyof typeof motifs

/** Draws a motif `size` mm large around x, y. */
export function motif(
  name: Motif,
  colours: Colours,
  x: number,
  y: number,
  size: number,
  degrees = 0,
): string {
  const scale = String(Number(svg`${size}`) / 100)
  return svg`<g transform="translate(${x} ${y}) rotate(${String(degrees)}) scale(${scale})">${motifs[name](colours)}</g>`
}

/** A leaf or a flower as it grows, inside a drawing that has its own place. */
export const bare = (name: Motif, colours: Colours): string => motifs[name](colours)
