import { type Day, daysBetween } from '#app/platform/calendar.ts'

export type LotOnHand = { id: string; bestBefore: Day; left: number }

/** Whether a lot may arrive on a day: with the days asked left to live, and at least one. */
const isFresh = ({ bestBefore }: LotOnHand, on: Day, leastDays: number): boolean =>
  daysBetween(on, bestBefore) >= Math.max(1, leastDays)

/**
 * From which lots so many pieces leave to arrive on a day: the first to expire first, never one that has expired by then,
 * and never one with fewer days left than the buyer asks. `short` is what is not there.
 */
export function pickLots(lots: LotOnHand[], pieces: number, on: Day, leastDays = 1) {
  const inOrder = lots
    .filter((lot) => lot.left > 0 && isFresh(lot, on, leastDays))
    .sort((a, b) => order(a.bestBefore, b.bestBefore) || order(a.id, b.id))
  const picks: { lotId: string; pieces: number }[] = []
  let short = pieces
  for (const { id, left } of inOrder) {
    if (short === 0) break
    const taken = Math.min(left, short)
    picks.push({ lotId: id, pieces: taken })
    short -= taken
  }
  return { picks, short }
}

/** Lots that have not expired today, and may yet not be sent to a buyer whom they would reach on that day. */
export const lotsThatMiss = (lots: LotOnHand[], today: Day, arrivesOn: Day, leastDays: number): LotOnHand[] =>
  lots.filter((lot) => lot.left > 0 && lot.bestBefore >= today && !isFresh(lot, arrivesOn, leastDays))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
