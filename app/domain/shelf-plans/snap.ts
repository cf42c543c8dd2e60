import type { Span } from '#app/domain/shelves/rules.ts'

/** How near, in mm, a dragged pack must come to an edge before it jumps there. */
const reachMm = 14

/**
 * Where something `widthMm` wide lands on a board: on the whole mm, and flush with the board's end or a neighbour where
 * one is near. Never past the board's ends.
 */
export function snap(startMm: number, widthMm: number, boardWidthMm: number, taken: Span[]): number {
  const starts = [
    0,
    boardWidthMm - widthMm,
    ...taken.flatMap((span) => [span.endMm, span.startMm - widthMm]),
  ].filter((mm) => mm >= 0)
  const [nearest] = starts.toSorted((a, b) => Math.abs(a - startMm) - Math.abs(b - startMm))
  const isNear = nearest !== undefined && Math.abs(nearest - startMm) <= reachMm
  return isNear ? nearest : Math.max(0, Math.round(startMm))
}
