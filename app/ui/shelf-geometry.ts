// Where everything of a shelf drawing lies. One unit is 1 mm; y grows downwards, boards count from the floor.

export type DrawnShelf = { level: number; widthMm: number; heightMm: number }

export type DrawnSize = 'full' | 'small'

/** One level: its wall (clear height) from `topY` to `floorY`, where the board begins that packs stand on. */
export type DrawnLevel = DrawnShelf & { topY: number; floorY: number }

export type DrawingLayout = {
  width: number
  height: number
  /** The left inner side of the fixture: millimetre nought of every board. */
  originX: number
  widthMm: number
  levels: DrawnLevel[]
  /** Height of the letters: larger on a tall fixture, which is drawn smaller. */
  textMm: number
}

export const boardMm = 12
export const railMm = 24
export const uprightMm = 14
const gapMm = 8
const footMm = 6
const rulerMm = 44
// For the board's number and clear height, in letters 17 mm high.
const numbersMm = 82

/** Lays the shelves out, the highest on top. */
export function layoutOf(shelves: DrawnShelf[], size: DrawnSize): DrawingLayout {
  const isFull = size === 'full'
  const widthMm = Math.max(0, ...shelves.map((shelf) => shelf.widthMm))
  let y = gapMm + (isFull ? rulerMm : 0)
  const levels = shelves
    .toSorted((a, b) => b.level - a.level)
    .map((shelf) => {
      const topY = y
      const floorY = topY + shelf.heightMm
      y = floorY + boardMm + railMm
      return { ...shelf, topY, floorY }
    })
  const height = y + footMm
  const textMm = isFull && height > 1300 ? 21 : 17
  const originX = uprightMm + (isFull ? Math.round((numbersMm * textMm) / 17) : 0)
  return { width: originX + widthMm + uprightMm, height, originX, widthMm, levels, textMm }
}

export type DrawnSpan = { startMm: number; endMm: number }

/** The gaps that spans leave on a board, from left to right. */
export function gapsOf(widthMm: number, spans: DrawnSpan[]): DrawnSpan[] {
  const gaps: DrawnSpan[] = []
  let at = 0
  for (const { startMm, endMm } of spans.toSorted((a, b) => a.startMm - b.startMm)) {
    if (startMm > at) gaps.push({ startMm: at, endMm: startMm })
    at = Math.max(at, endMm)
  }
  if (at < widthMm) gaps.push({ startMm: at, endMm: widthMm })
  return gaps
}

/** About how long a text is drawn, in mm; the font's digits and letters are little more than half as wide as high. */
export const textWidth = (text: string, textMm: number): number => text.length * textMm * 0.56
