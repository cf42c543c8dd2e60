// Squares cut out of a photo: whole pixels of the photo as it is kept, always inside it.
import type { Square } from '#app/platform/images.server.ts'

export type { Square }
export type Measure = { width: number; height: number }

/** The smallest square that still makes a picture: less is a blur on every page. */
export const smallestCut = 200

/** The largest square of a photo, in its middle. */
export function middleOf({ width, height }: Measure): Square {
  const size = Math.min(width, height)
  return { left: Math.floor((width - size) / 2), top: Math.floor((height - size) / 2), size }
}

/** The nearest square that a photo holds: not larger than it, not smaller than makes a picture, inside its edges. */
export function fitted({ left, top, size }: Square, { width, height }: Measure): Square {
  const largest = Math.min(width, height)
  const whole = clamp(Math.round(size), Math.min(smallestCut, largest), largest)
  return {
    left: clamp(Math.round(left), 0, width - whole),
    top: clamp(Math.round(top), 0, height - whole),
    size: whole,
  }
}

/** Moved by so many pixels. */
export const moved = (square: Square, x: number, y: number, photo: Measure): Square =>
  fitted({ ...square, left: square.left + x, top: square.top + y }, photo)

/** Larger (`factor` above 1) or smaller, around its middle. */
export function scaled(square: Square, factor: number, photo: Measure): Square {
  const { size } = fitted({ ...square, size: square.size * factor }, photo)
  const shift = (square.size - size) / 2
  return fitted({ left: square.left + shift, top: square.top + shift, size }, photo)
}

/** Whether a photo holds the square as it is. */
export function isInside(square: Square, photo: Measure): boolean {
  const { left, top, size } = fitted(square, photo)
  return left === square.left && top === square.top && size === square.size
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
