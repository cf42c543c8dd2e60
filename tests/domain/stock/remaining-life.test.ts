import { expect, test } from 'vitest'
import { lifeOnArrival } from '#app/domain/stock/remaining-life.ts'

const today = '2026-11-24'
const lots = [
  { bestBefore: '2026-12-10', left: 24 },
  { bestBefore: '2027-02-01', left: 48 },
]
const on = (arrivesOn: string, leastDays: number, held: { from: string; pieces: number }[] = []) =>
  lifeOnArrival({ lots, held }, today, arrivesOn, leastDays)

test('what is left is counted from the day the goods arrive, and what expires by then not at all', () => {
  expect(on('2026-12-01', 0)).toEqual({ mostDays: 62, leastDays: 9, freshPieces: 72 })
  expect(on('2026-12-10', 0)).toEqual({ mostDays: 53, leastDays: 53, freshPieces: 48 })
  expect(on('2027-02-01', 0)).toEqual({ mostDays: null, leastDays: null, freshPieces: 0 })
})

test('only lots that keep long enough are fresh, and nothing that older orders need', () => {
  expect(on('2026-12-01', 62).freshPieces).toBe(48)
  expect(on('2026-12-01', 63).freshPieces).toBe(0)
  // Forty that may be old: twenty-four of the old, sixteen of the fresh.
  expect(on('2026-12-01', 62, [{ from: today, pieces: 40 }]).freshPieces).toBe(32)
  expect(on('2026-12-01', 0, [{ from: '2027-01-01', pieces: 48 }]).freshPieces).toBe(24)
  expect(on('2026-12-01', 0, [{ from: today, pieces: 99 }]).freshPieces).toBe(0)
})
