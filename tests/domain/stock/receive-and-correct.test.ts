import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctStock } from '#app/domain/stock/correct-stock.server.ts'
import { listLots, listMovements } from '#app/domain/stock/queries.server.ts'
import { receiveLot } from '#app/domain/stock/receive-lot.server.ts'
import {
  type CorrectStock,
  correctStockForm,
  type ReceiveLot,
  receiveLotForm,
} from '#app/domain/stock/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { aBuyer, anOfficer, anOperator, aVariant, reasonsOf } from '#tests/support/make.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'
import { later, now } from '#tests/support/proposals.ts'

async function aShelf(over: Parameters<typeof aVariant>[0] = {}) {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variant = await aVariant({ cooperative, onHand: 0, ...over })
  return { officer, variant }
}
const lotOf = (variantId: string, over: Partial<ReceiveLot> = {}): ReceiveLot => ({
  lotId: newId('lot'),
  variantId,
  quantity: 60,
  bestBefore: '2027-06-01',
  ...over,
})
const levelOf = (variantId: string) => db.stockLevel.findUniqueOrThrow({ where: { variantId } })
const correctionOf = (lot: ReceiveLot, over: Partial<CorrectStock>): CorrectStock => ({
  movementId: newId('movement'),
  variantId: lot.variantId,
  lotId: lot.lotId,
  kind: 'damaged',
  quantity: 5,
  reason: 'Kemasan bocor',
  ...over,
})

test('a received lot brings its pieces, and the movement says who and when', async () => {
  const { officer, variant } = await aShelf()
  await receiveLot(db, officer, lotOf(variant.id), now)
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 60, reserved: 0 })
  expect(await listLots(db, officer, variant.id)).toMatchObject([
    { bestBefore: '2027-06-01', receivedOn: '2026-11-24', left: 60, received: 60 },
  ])
  expect((await listMovements(db, officer, variant.id)).page).toMatchObject([
    { kind: 'received', onHand: 60, name: officer.personName, at: now },
  ])
})

test('one lot sent ten times at once is received once', async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await Promise.all(Array.from({ length: 10 }, () => receiveLot(db, officer, lot, now)))
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 60 })
  expect(await db.stockMovement.count()).toBe(1)
})

test('a lot that is too old, or keeps longer than it can, is refused at the day', async () => {
  const { officer, variant } = await aShelf({ shelfLifeDays: 120 })
  for (const bestBefore of ['2026-11-23', '2027-03-25'])
    await expect(receiveLot(db, officer, lotOf(variant.id, { bestBefore }), now)).rejects.toMatchObject({
      kind: 'invalid',
      fields: { bestBefore: { key: expect.stringMatching(/^lot\./) } },
    })
  expect(await db.lot.count()).toBe(0)
})

test('a buyer and an operator may not record stock; another cooperative does not find the variant', async () => {
  const { variant } = await aShelf()
  const lot = lotOf(variant.id)
  for (const wrong of [await aBuyer(), await anOperator()])
    await expect(receiveLot(db, wrong as never, lot, now)).rejects.toMatchObject({ kind: 'forbidden' })
  for (const variantId of [variant.id, newId('variant')])
    await expect(receiveLot(db, await anOfficer(), { ...lot, variantId }, now)).rejects.toMatchObject({
      kind: 'not_found',
    })
  expect(await db.lot.count()).toBe(0)
})

test("a lot's id that another variant has is not found", async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await receiveLot(db, officer, lot, now)
  const { officer: stranger, variant: theirs } = await aShelf()
  await expect(receiveLot(db, stranger, { ...lot, variantId: theirs.id }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('damaged, expired and counted pieces bring the record to what is there', async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await receiveLot(db, officer, lot, now)
  await correctStock(db, officer, correctionOf(lot, {}), later(1))
  await correctStock(db, officer, correctionOf(lot, { kind: 'expired', quantity: 10, reason: '' }), later(2))
  await correctStock(db, officer, correctionOf(lot, { kind: 'counted', quantity: 47 }), later(3))
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 47 })
  const { page } = await listMovements(db, officer, variant.id)
  expect(page.map(({ kind, onHand }) => [kind, onHand])).toEqual([
    ['counted', 2],
    ['expired', -10],
    ['damaged', -5],
    ['received', 60],
  ])
})

test('one correction sent ten times at once is made once', async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await receiveLot(db, officer, lot, now)
  const correction = correctionOf(lot, {})
  await Promise.all(Array.from({ length: 10 }, () => correctStock(db, officer, correction, later(1))))
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 55 })
})

test('no more can be lost than is left, also when two lose at once', async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await receiveLot(db, officer, lot, now)
  const tries = await Promise.allSettled(
    [40, 40].map((quantity) => correctStock(db, officer, correctionOf(lot, { quantity }), later(1))),
  )
  expect(reasonsOf(tries)).toEqual(['conflict correction.more_than_left'])
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 20 })
})

test('a count that is what is recorded changes nothing and says so', async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await receiveLot(db, officer, lot, now)
  await expect(
    correctStock(db, officer, correctionOf(lot, { kind: 'counted', quantity: 60 }), later(1)),
  ).rejects.toMatchObject({ kind: 'conflict', fields: { quantity: { key: 'correction.same', left: 60 } } })
})

test('what is reserved cannot be counted away', async () => {
  const { variant } = await aPlacedOrder({ onHand: 240, cartons: 4 })
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  const officer = await anOfficer({ organisation })
  const { id: lotId } = await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })
  const lot = { ...lotOf(variant.id), lotId }
  const { reserved } = await levelOf(variant.id)
  expect(reserved).toBe(96)
  await expect(
    correctStock(db, officer, correctionOf(lot, { kind: 'counted', quantity: 95 }), later(1)),
  ).rejects.toMatchObject({
    kind: 'conflict',
    fields: { quantity: { key: 'correction.reserved', reserved: 96 } },
  })
  await correctStock(db, officer, correctionOf(lot, { kind: 'counted', quantity: 96 }), later(1))
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 96, reserved: 96 })
})

test('a buyer may not correct; another cooperative, a foreign lot and a foreign movement are not found', async () => {
  const { officer, variant } = await aShelf()
  const lot = lotOf(variant.id)
  await receiveLot(db, officer, lot, now)
  const correction = correctionOf(lot, {})
  await expect(correctStock(db, (await aBuyer()) as never, correction, now)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(correctStock(db, await anOfficer(), correction, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(correctStock(db, officer, { ...correction, lotId: newId('lot') }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  const other = await aShelf()
  const theirs = lotOf(other.variant.id)
  await receiveLot(db, other.officer, theirs, now)
  await correctStock(db, officer, correction, now)
  await expect(
    correctStock(db, other.officer, { ...correctionOf(theirs, {}), movementId: correction.movementId }, now),
  ).rejects.toMatchObject({ kind: 'not_found' })
})

test('movements sum to the level, which is never below zero, whatever is done', async () => {
  const { officer, variant } = await aShelf()
  const lots = [lotOf(variant.id), lotOf(variant.id, { quantity: 7 })] as const
  for (const lot of lots) await receiveLot(db, officer, lot, now)
  const step = fc.record({
    which: fc.constantFrom(0, 1),
    kind: fc.constantFrom('counted', 'damaged', 'expired', 'received'),
    quantity: fc.integer({ min: 1, max: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await Promise.all(
        steps.map(({ which, kind, quantity }) => {
          const lot = lots[which === 0 ? 0 : 1]
          const work =
            kind === 'received'
              ? receiveLot(db, officer, lotOf(variant.id, { quantity }), now)
              : correctStock(db, officer, correctionOf(lot, { kind, quantity }), now)
          return work.catch((error) => {
            if (!(error instanceof Refusal)) throw error
          })
        }),
      )
      const { _sum } = await db.stockMovement.aggregate({
        where: { variantId: variant.id },
        _sum: { onHand: true },
      })
      const { onHand } = await levelOf(variant.id)
      expect(onHand).toBe(_sum.onHand)
      const left = await listLots(db, officer, variant.id)
      expect(left.reduce((sum, lot) => sum + lot.left, 0)).toBe(onHand)
    }),
    { numRuns: 15 },
  )
})

test('the movements are paged without a gap, the newest first', async () => {
  const { officer, variant } = await aShelf()
  for (let n = 1; n <= 23; n++) await receiveLot(db, officer, lotOf(variant.id, { quantity: n }), now)
  const first = await listMovements(db, officer, variant.id)
  const second = await listMovements(db, officer, variant.id, first.next)
  expect([...first.page, ...second.page].map(({ onHand }) => onHand).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 23 }, (_, i) => i + 1),
  )
  expect(second.next).toBeUndefined()
})

test.each([
  [receiveLotForm, { quantity: 0 }],
  [receiveLotForm, { quantity: 1.5 }],
  [receiveLotForm, { quantity: 99_999_999_999 }],
  [receiveLotForm, { bestBefore: 'besok' }],
  [receiveLotForm, { lotId: 'mut_1' }],
  [correctStockForm, { quantity: -1 }],
  [correctStockForm, { quantity: 0 }],
  [correctStockForm, { kind: 'received' }],
  [correctStockForm, { reason: '' }],
])('the form refuses what cannot be: %# %o', (form, wrong) => {
  const lot = lotOf('var_1', { lotId: 'lot_1' })
  const right = form === receiveLotForm ? lot : correctionOf(lot, { movementId: 'mut_1' })
  expect(form.safeParse(right).success).toBe(true)
  expect(form.safeParse({ ...right, ...wrong }).success).toBe(false)
})
