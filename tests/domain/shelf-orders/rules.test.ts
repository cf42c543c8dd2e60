import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  askedTotalOf,
  facingsFor,
  lineMoves,
  moves,
  offeredTotalOf,
  statusOf,
  totalOf,
} from '#app/domain/shelf-orders/rules.ts'

test.for([
  ['order', moves, 'sent'],
  ['line', lineMoves, 'asked'],
] as const)(
  'every status of an %s but the first is reached, and every final one is final',
  ([_, table, first]) => {
    const reached = new Set<string>(Object.values(table).flat())
    expect(Object.keys(table).filter((status) => !reached.has(status))).toEqual([first])
    for (const to of reached) expect(Object.keys(table)).toContain(to)
  },
)

test('a total is exact beyond what an int column holds, and leaves out what does not stand', () => {
  const line = { status: 'asked', cartons: 9_999, unitsPerCarton: 10_000, unitPrice: 999_999_999n } as const
  expect(totalOf([line, { ...line, status: 'declined' }])).toBe(99_989_999_900_010_000n)
})

test('what was asked stays what it was, and an offer counts as if it were taken', () => {
  const line = { unitsPerCarton: 10, unitPrice: 1_000n, askedCartons: 3, counterCartons: null }
  const lines = [
    { ...line, status: 'countered', cartons: 3, counterCartons: 2 },
    { ...line, status: 'accepted', cartons: 1, counterCartons: 1 },
    { ...line, status: 'declined', cartons: 3 },
  ] as const
  expect([askedTotalOf([...lines]), totalOf([...lines]), offeredTotalOf([...lines])]).toEqual([
    90_000n,
    40_000n,
    30_000n,
  ])
})

test('an order is what its lines make it', () => {
  expect(statusOf(['accepted', 'declined'], 'sent')).toBe('accepted')
  expect(statusOf(['accepted', 'countered'], 'sent')).toBe('countered')
  expect(statusOf(['declined', 'declined'], 'sent')).toBe('declined')
  expect(statusOf(['left', 'declined'], 'countered')).toBe('cancelled')
  expect(statusOf(['left', 'accepted'], 'countered')).toBe('accepted')
})

test('the facings that are kept hold the pieces, and one fewer would not', () => {
  const bookings = fc.array(
    fc.record({
      id: fc.uuid(),
      facings: fc.integer({ min: 1, max: 9 }),
      piecesPerFacing: fc.integer({ min: 1, max: 30 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(bookings, fc.integer({ min: 1, max: 2_000 }), (had, pieces) => {
      const kept = facingsFor(pieces, had).map((one, i) => ({
        ...one,
        piecesPerFacing: had[i]?.piecesPerFacing ?? 0,
      }))
      const fill = (some: typeof kept) =>
        some.reduce((sum, one) => sum + one.facings * one.piecesPerFacing, 0)
      const before = fill(had)
      const facings = kept.reduce((sum, one) => sum + one.facings, 0)
      expect(facings).toBeGreaterThanOrEqual(1)
      if (before >= pieces) expect(fill(kept)).toBeGreaterThanOrEqual(pieces)
      else expect(fill(kept)).toBe(before)
      const last = kept.findLast((one) => one.facings > 0)
      if (last && facings > 1 && before >= pieces)
        expect(fill(kept) - last.piecesPerFacing).toBeLessThan(pieces)
    }),
  )
})
