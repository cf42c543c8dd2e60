import { createHash } from 'node:crypto'

/** Chance that falls the same way every time: whole numbers from `min` to `max`, from the name they are drawn for. */
export function chanceOf(name: string): (min: number, max: number) => number {
  let state = createHash('sha256').update(name).digest().readUInt32LE()
  return (min, max) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return min + Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (max - min + 1))
  }
}
