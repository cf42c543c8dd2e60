// What can still be ordered: the one definition, for everybody who shows it and for reserving. Pure.
import { addDays, type Day } from '#app/platform/calendar.ts'

export type LotLeft = { bestBefore: Day; left: number }

/** Pieces that are held for an order, and from which best-before day on a lot will do for it. */
export type Held = { from: Day; pieces: number }

export type Stock = { lots: LotLeft[]; held: Held[] }

export const emptyStock: Stock = { lots: [], held: [] }

/** The first best-before day that will do for goods that arrive on a day: with the days asked left, and at least one. */
export const keepsFrom = (deliverOn: Day, leastDaysLeft: number): Day =>
  addDays(deliverOn, Math.max(1, leastDaysLeft))

/**
 * Pieces that can be ordered from lots that keep until `from` or longer, without taking from an older order what it was
 * promised. Lots past their day are there for nobody.
 *
 * An order is of pieces, not of lots: which lot leaves is chosen on the day, the first to expire first. So what is free is
 * the least of what is left over for those who ask at least so much, for every day that somebody may ask: when that is never
 * below nothing, everybody can be served, and only then.
 */
export function freePieces({ lots, held }: Stock, today: Day, from: Day = today): number {
  const asked = [today]
  for (const { bestBefore } of lots)
    if (bestBefore >= today && bestBefore < from) asked.push(addDays(bestBefore, 1))
  const leftOver = asked.map((day) => {
    const there = lots.reduce((sum, lot) => sum + (lot.bestBefore >= day ? lot.left : 0), 0)
    // Whatever is still held waits for goods that have not expired, however long ago it was to be delivered.
    return held.reduce((sum, one) => sum - (day === today || one.from >= day ? one.pieces : 0), there)
  })
  return Math.max(0, Math.min(...leftOver))
}
