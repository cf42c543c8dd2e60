import { addDays, type Day, daysBetween } from '#app/platform/calendar.ts'
import type { Held } from './free-pieces.ts'

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

export type Picks = ReturnType<typeof pickLots>

/**
 * From which lots everybody who holds pieces of a pack is served, in the order of delivery: nothing is given twice.
 *
 * Who is served takes the oldest that will do, so whatever the order, nobody is short of what `freePieces` promised.
 */
export function planPicks(
  lots: LotOnHand[],
  lines: (Held & { id: string; deliverOn: Day })[],
  today: Day,
): Map<string, Picks> {
  const left = new Map(lots.map((lot) => [lot.id, lot.left]))
  const inOrder = lines.toSorted((a, b) => order(a.deliverOn, b.deliverOn) || order(a.id, b.id))
  return new Map(
    inOrder.map(({ id, from, pieces }) => {
      const there = lots.map((lot) => ({ ...lot, left: left.get(lot.id) ?? 0 }))
      // However long ago it was to be delivered, what has expired today does not leave.
      const found = pickLots(there, pieces, addDays(from < today ? today : from, -1))
      for (const pick of found.picks) left.set(pick.lotId, (left.get(pick.lotId) ?? 0) - pick.pieces)
      return [id, found]
    }),
  )
}

/** Lots that have not expired today, and may yet not be sent to a buyer whom they would reach on that day. */
export const lotsThatMiss = (lots: LotOnHand[], today: Day, arrivesOn: Day, leastDays: number): LotOnHand[] =>
  lots.filter((lot) => lot.left > 0 && lot.bestBefore >= today && !isFresh(lot, arrivesOn, leastDays))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
