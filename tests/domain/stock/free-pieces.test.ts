import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freePieces, keepsFrom, type Stock } from '#app/domain/stock/free-pieces.ts'
import { pickLots } from '#app/domain/stock/pick-lots.ts'
import { addDays } from '#app/platform/calendar.ts'

const today = '2026-11-24'
const day = fc.integer({ min: -20, max: 60 }).map((days) => addDays(today, days))
const stock = fc.record({
  lots: fc.array(fc.record({ bestBefore: day, left: fc.integer({ min: 0, max: 30 }) }), { maxLength: 8 }),
  held: fc.array(fc.record({ from: day, pieces: fc.integer({ min: 1, max: 20 }) }), { maxLength: 8 }),
})

/** Whether everybody can be served, lot by lot: who may have the oldest is served first, from the first to expire. */
function canServe({ lots, held }: Stock): boolean {
  let left = lots.map((lot, i) => ({ ...lot, id: String(i).padStart(2, '0') }))
  for (const { from, pieces } of held.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const arrives = addDays(from < today ? today : from, -1)
    const { picks, short } = pickLots(left, pieces, arrives)
    if (short > 0) return false
    left = left.map((lot) => ({
      ...lot,
      left: lot.left - (picks.find(({ lotId }) => lotId === lot.id)?.pieces ?? 0),
    }))
  }
  return true
}

test('what is past its day is not free, and what is free is never less than nothing', () => {
  const lots = [
    { bestBefore: addDays(today, -1), left: 10 },
    { bestBefore: today, left: 10 },
    { bestBefore: addDays(today, 90), left: 10 },
  ]
  expect(freePieces({ lots, held: [{ from: today, pieces: 5 }] }, today)).toBe(15)
  expect(freePieces({ lots, held: [{ from: today, pieces: 25 }] }, today)).toBe(0)
  expect(freePieces({ lots, held: [] }, today, keepsFrom(today, 0))).toBe(10)
  expect(freePieces({ lots, held: [] }, today, keepsFrom(today, 91))).toBe(0)
})

test('who asks for fresh goods leaves the old ones free, and who does not takes no fresh ones that were promised', () => {
  const lots = [
    { bestBefore: addDays(today, 10), left: 24 },
    { bestBefore: addDays(today, 90), left: 24 },
  ]
  const held = [{ from: addDays(today, 60), pieces: 20 }]
  expect(freePieces({ lots, held }, today)).toBe(28)
  expect(freePieces({ lots, held }, today, addDays(today, 60))).toBe(4)
  expect(freePieces({ lots, held: [{ from: today, pieces: 30 }] }, today, addDays(today, 60))).toBe(18)
})

test('so many as are free can be served beside everybody before, lot by lot; one more cannot', () => {
  fc.assert(
    fc.property(stock, day, (one, from) => {
      fc.pre(canServe(one))
      const free = freePieces(one, today, from)
      const serving = (pieces: number) => canServe({ lots: one.lots, held: [...one.held, { from, pieces }] })
      if (free > 0) expect(serving(free)).toBe(true)
      expect(serving(free + 1)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('who asks for more life is never offered more', () => {
  fc.assert(
    fc.property(stock, day, fc.integer({ min: 0, max: 30 }), (one, from, later) => {
      expect(freePieces(one, today, addDays(from, later))).toBeLessThanOrEqual(freePieces(one, today, from))
    }),
  )
})
