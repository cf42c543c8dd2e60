import { type Day, daysBetween } from '#app/platform/calendar.ts'
import { freePieces, keepsFrom, type Stock } from './free-pieces.ts'

/** What is left of the life of what a cooperative has, on the day it would be delivered. */
export type LifeOnArrival = {
  /** Of the lot that expires last and of the one that expires first; null where there is no stock. */
  mostDays: number | null
  leastDays: number | null
  /** Pieces that can be ordered and keep for at least the days asked. */
  freshPieces: number
}

/** What is left on arrival. Lots that will have expired by then are not counted. */
export function lifeOnArrival(stock: Stock, today: Day, arrivesOn: Day, leastDays: number): LifeOnArrival {
  const days = stock.lots
    .filter(({ left }) => left > 0)
    .map(({ bestBefore }) => daysBetween(arrivesOn, bestBefore))
    .filter((left) => left > 0)
  return {
    mostDays: days.length ? Math.max(...days) : null,
    leastDays: days.length ? Math.min(...days) : null,
    freshPieces: freePieces(stock, today, keepsFrom(arrivesOn, leastDays)),
  }
}
