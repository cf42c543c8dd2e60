import { type Day, daysBetween } from '#app/platform/calendar.ts'

export type LotLeft = { bestBefore: Day; left: number }

/** What is left of the life of what a cooperative has, on the day it would be delivered. */
export type LifeOnArrival = {
  /** Of the lot that expires last and of the one that expires first; null where there is no stock. */
  mostDays: number | null
  leastDays: number | null
  /** Pieces that can be ordered and keep for at least the days asked. */
  freshPieces: number
}

/** What is left on arrival. Lots that will have expired by then are not counted; `available` is what is not reserved. */
export function lifeOnArrival(
  lots: LotLeft[],
  arrivesOn: Day,
  leastDays: number,
  available: number,
): LifeOnArrival {
  const alive = lots
    .map(({ bestBefore, left }) => ({ days: daysBetween(arrivesOn, bestBefore), left }))
    .filter(({ days, left }) => days > 0 && left > 0)
  const days = alive.map((lot) => lot.days)
  const fresh = alive.reduce((sum, lot) => sum + (lot.days >= leastDays ? lot.left : 0), 0)
  return {
    mostDays: days.length ? Math.max(...days) : null,
    leastDays: days.length ? Math.min(...days) : null,
    freshPieces: Math.max(0, Math.min(fresh, available)),
  }
}
