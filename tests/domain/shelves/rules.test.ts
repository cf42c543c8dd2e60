import { expect, test } from 'vitest'
import {
  cartonsFor,
  fillOf,
  firstFreeMm,
  freeSpansOf,
  misfitsOf,
  proposedPieces,
} from '#app/domain/shelves/rules.ts'

const pouch = {
  widthMm: 160,
  heightMm: 230,
  depthMm: 60,
  weightG: 110,
  stackable: false,
  storage: 'ambient',
} as const
const shelf = { widthMm: 1200, heightMm: 250, depthMm: 400, maxLoadG: 40_000, storage: 'ambient' } as const

test('three facings of a pouch on a shelf of 400 mm hold eighteen', () => {
  expect(fillOf(3, pouch, shelf)).toBe(18)
})

test('jars are stacked as high as the shelf is clear, pouches never', () => {
  const jar = { ...pouch, widthMm: 70, heightMm: 95, depthMm: 70, stackable: true }
  expect(fillOf(1, jar, { ...shelf, heightMm: 205 })).toBe(5 * 2)
  expect(fillOf(1, { ...jar, stackable: false }, { ...shelf, heightMm: 205 })).toBe(5)
})

test('a pack that fits to the millimetre fits', () => {
  expect(misfitsOf({ ...pouch, heightMm: 250, depthMm: 400 }, 1, 1040, shelf)).toEqual([])
})

test('what does not fit is named with the millimetres', () => {
  expect(misfitsOf({ ...pouch, heightMm: 251, depthMm: 402, storage: 'chilled' }, 2, 900, shelf)).toEqual([
    { kind: 'wrong_storage', needs: 'chilled' },
    { kind: 'too_wide', byMm: 20 },
    { kind: 'too_high', byMm: 1 },
    { kind: 'too_deep', byMm: 2 },
  ])
})

test('a board carries so much', () => {
  const honey = { ...pouch, widthMm: 70, depthMm: 70, weightG: 600 }
  expect(misfitsOf(honey, 17, 0, shelf)).toEqual([{ kind: 'too_heavy', byG: 17 * 5 * 600 - 40_000 }])
})

test('free space lies between what is taken, whatever the order', () => {
  const taken = [
    { startMm: 900, endMm: 1200 },
    { startMm: 0, endMm: 300 },
    { startMm: 300, endMm: 500 },
  ]
  expect(freeSpansOf(1200, taken)).toEqual([{ startMm: 500, endMm: 900 }])
  expect(firstFreeMm(1200, taken, 400)).toBe(500)
  expect(firstFreeMm(1200, taken, 401)).toBeNull()
})

test('cartons are whole, and at least the minimum', () => {
  expect(cartonsFor(18, { unitsPerCarton: 24, minCartons: 1 })).toBe(1)
  expect(cartonsFor(25, { unitsPerCarton: 24, minCartons: 1 })).toBe(2)
  expect(cartonsFor(0, { unitsPerCarton: 24, minCartons: 3 })).toBe(3)
})

test('short-lived goods are ordered by what will sell while they may be sold', () => {
  const rules = { safetyDays: 2, shortLifeDays: 30 }
  expect(proposedPieces(40, 3, { shelfLifeDays: 7, leadTimeDays: 1 }, rules)).toBe(12)
  expect(proposedPieces(10, 3, { shelfLifeDays: 7, leadTimeDays: 1 }, rules)).toBe(10)
  expect(proposedPieces(40, 3, { shelfLifeDays: 3, leadTimeDays: 2 }, rules)).toBe(0)
  expect(proposedPieces(40, 3, { shelfLifeDays: 270, leadTimeDays: 2 }, rules)).toBe(40)
})
