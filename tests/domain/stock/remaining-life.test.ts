import { expect, test } from 'vitest'
import { lifeOnArrival } from '#app/domain/stock/remaining-life.ts'

const lots = [
  { bestBefore: '2026-12-10', left: 24 },
  { bestBefore: '2027-02-01', left: 48 },
]

test('what is left is counted from the day the goods arrive, and what expires by then not at all', () => {
  expect(lifeOnArrival(lots, '2026-12-01', 0, 100)).toEqual({ mostDays: 62, leastDays: 9, freshPieces: 72 })
  expect(lifeOnArrival(lots, '2026-12-10', 0, 100)).toEqual({ mostDays: 53, leastDays: 53, freshPieces: 48 })
  expect(lifeOnArrival(lots, '2027-02-01', 0, 100)).toEqual({
    mostDays: null,
    leastDays: null,
    freshPieces: 0,
  })
})

test('only lots that keep long enough are fresh, and never more than can be ordered', () => {
  expect(lifeOnArrival(lots, '2026-12-01', 62, 100).freshPieces).toBe(48)
  expect(lifeOnArrival(lots, '2026-12-01', 63, 100).freshPieces).toBe(0)
  expect(lifeOnArrival(lots, '2026-12-01', 0, 30).freshPieces).toBe(30)
  expect(lifeOnArrival(lots, '2026-12-01', 0, -5).freshPieces).toBe(0)
})
