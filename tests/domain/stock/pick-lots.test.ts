import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freePieces, keepsFrom } from '#app/domain/stock/free-pieces.ts'
import { lotsThatMiss, pickLots, planPicks } from '#app/domain/stock/pick-lots.ts'
import { addDays, daysBetween } from '#app/platform/calendar.ts'

const today = '2026-11-24'
const lot = (id: string, days: number, left: number) => ({ id, bestBefore: addDays(today, days), left })

test('the first to expire leaves first, and the next only when it is empty', () => {
  const lots = [lot('c', 90, 50), lot('a', 30, 10), lot('b', 60, 20)]
  expect(pickLots(lots, 25, today)).toEqual({
    picks: [
      { lotId: 'a', pieces: 10 },
      { lotId: 'b', pieces: 15 },
    ],
    short: 0,
  })
})

test('an expired lot, and one on its last day, stay; so does one with fewer days left than asked', () => {
  const lots = [lot('past', -1, 10), lot('last', 0, 10), lot('soon', 20, 10), lot('long', 21, 10)]
  expect(pickLots(lots, 25, today)).toEqual({
    picks: [
      { lotId: 'soon', pieces: 10 },
      { lotId: 'long', pieces: 10 },
    ],
    short: 5,
  })
  expect(pickLots(lots, 5, today, 21)).toEqual({ picks: [{ lotId: 'long', pieces: 5 }], short: 0 })
  expect(lotsThatMiss(lots, today, today, 21).map(({ id }) => id)).toEqual(['last', 'soon'])
})

const someLots = fc
  .array(fc.record({ days: fc.integer({ min: -40, max: 200 }), left: fc.integer({ min: 0, max: 60 }) }), {
    maxLength: 12,
  })
  .map((lots) => lots.map(({ days, left }, i) => lot(`lot_${i}`, days, left)))

test('whatever there is: no expired or too short lot leaves, none gives more than it has, sums are equal', () => {
  fc.assert(
    fc.property(
      someLots,
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 150 }),
      (lots, pieces, travels, leastDays) => {
        const on = addDays(today, travels)
        const { picks, short } = pickLots(lots, pieces, on, leastDays)
        const byId = new Map(lots.map((one) => [one.id, one]))
        expect(picks.reduce((sum, pick) => sum + pick.pieces, short)).toBe(pieces)
        expect(new Set(picks.map(({ lotId }) => lotId)).size).toBe(picks.length)
        const fresh = lots.filter(({ bestBefore }) => daysBetween(on, bestBefore) >= Math.max(1, leastDays))
        const there = fresh.reduce((sum, { left }) => sum + left, 0)
        expect(short).toBe(Math.max(0, pieces - there))
        for (const pick of picks) {
          const from = byId.get(pick.lotId)
          expect(fresh).toContain(from)
          expect(pick.pieces).toBeGreaterThan(0)
          expect(pick.pieces).toBeLessThanOrEqual(from?.left ?? 0)
        }
        // Nothing that expires earlier is left behind for something that expires later.
        const left = (id: string) =>
          (byId.get(id)?.left ?? 0) - (picks.find(({ lotId }) => lotId === id)?.pieces ?? 0)
        const latest = picks
          .map(({ lotId }) => byId.get(lotId)?.bestBefore ?? '')
          .sort()
          .at(-1)
        if (latest) for (const { id, bestBefore } of fresh) if (bestBefore < latest) expect(left(id)).toBe(0)
      },
    ),
  )
})

test('lots leave day after day, and what left and what stays is what there was; no lot leaves past its day', () => {
  const moves = fc.array(
    fc.record({ pieces: fc.integer({ min: 1, max: 40 }), later: fc.integer({ min: 0, max: 25 }) }),
    { maxLength: 15 },
  )
  fc.assert(
    fc.property(someLots, moves, (lots, steps) => {
      let stock = lots
      let on = today
      let gone = 0
      for (const { pieces, later } of steps) {
        on = addDays(on, later)
        const { picks } = pickLots(stock, pieces, on)
        for (const { lotId } of picks)
          expect((stock.find(({ id }) => id === lotId)?.bestBefore ?? '') > on).toBe(true)
        gone += picks.reduce((sum, pick) => sum + pick.pieces, 0)
        stock = stock.map((one) => ({
          ...one,
          left: one.left - (picks.find(({ lotId }) => lotId === one.id)?.pieces ?? 0),
        }))
      }
      const sum = (some: typeof lots) => some.reduce((total, { left }) => total + left, 0)
      expect(sum(stock) + gone).toBe(sum(lots))
      expect(stock.every(({ left }) => left >= 0)).toBe(true)
    }),
  )
})

test('whatever is ordered while it is free can be picked: nobody is short, whoever is delivered first', () => {
  const orders = fc.array(
    fc.record({
      pieces: fc.integer({ min: 1, max: 40 }),
      travels: fc.integer({ min: 0, max: 30 }),
      leastDays: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(someLots, orders, (lots, asked) => {
      const lines: Parameters<typeof planPicks>[1] = []
      for (const [i, { pieces, travels, leastDays }] of asked.entries()) {
        const deliverOn = addDays(today, travels)
        const from = keepsFrom(deliverOn, leastDays)
        if (pieces <= freePieces({ lots, held: lines }, today, from))
          lines.push({ id: `lin_${i}`, deliverOn, from, pieces })
      }
      const plan = planPicks(lots, lines, today)
      const taken = new Map<string, number>()
      for (const { id, from, pieces } of lines) {
        const { picks, short } = plan.get(id) ?? { picks: [], short: pieces }
        expect(short).toBe(0)
        expect(picks.reduce((sum, pick) => sum + pick.pieces, 0)).toBe(pieces)
        for (const pick of picks) {
          expect((lots.find((one) => one.id === pick.lotId)?.bestBefore ?? '') >= from).toBe(true)
          taken.set(pick.lotId, (taken.get(pick.lotId) ?? 0) + pick.pieces)
        }
      }
      for (const { id, left } of lots) expect(taken.get(id) ?? 0).toBeLessThanOrEqual(left)
    }),
    { numRuns: 300 },
  )
})
