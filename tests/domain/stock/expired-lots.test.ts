import { expect, test } from 'vitest'
import { listReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import { listProducts, requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { correctStock } from '#app/domain/stock/correct-stock.server.ts'
import { listMissedRules } from '#app/domain/stock/missed-rules-queries.server.ts'
import { reserveStock } from '#app/domain/stock/reserve-stock.server.ts'
import { tellOfLowStock } from '#app/domain/stock/tell-of-low-stock.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { aBuyer, addStock, anOfficer } from '#tests/support/make.ts'
import { aPlacedOrder, levelOf } from '#tests/support/orders.ts'
import { theLaw } from '#tests/support/readiness.ts'

/** 120 pieces that keep until 1 August 2027, of which 24 are reserved, and 40 that expire on 30 November 2026. */
async function aShelf() {
  const scene = await aPlacedOrder({ onHand: 120 })
  const { variant, buyer, line } = scene
  await addStock(variant.id, variant.cooperativeId, 40)
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: variant.id }, orderBy: { id: 'desc' } })
  await db.lot.update({ where: { id: lot.id }, data: { bestBefore: toDate('2026-11-30') } })
  const reserve = (pieces: number, at: Date) => {
    const request = {
      variantId: variant.id,
      orderLineId: line.id,
      pieces,
      unitsPerCarton: 1,
      field: 'a',
      ...soon,
    }
    return inTransaction(db, (tx) => reserveStock(tx, buyer, [request], at))
  }
  return { ...scene, lot, reserve }
}
// Asked for on the spot: on its last day a pack is still good.
const soon = { deliverOn: '2026-11-24', leastDaysLeft: 0 }
const lastDay = new Date('2026-11-30T03:00:00Z')
const dayAfter = new Date('2026-12-01T03:00:00Z')

test('pieces past their day cannot be reserved, though nobody has written them off', async () => {
  const { variant, reserve } = await aShelf()
  await expect(reserve(97, dayAfter)).rejects.toMatchObject({
    kind: 'conflict',
    fields: { a: { key: 'stock.short', pieces: 96 } },
  })
  await reserve(96, dayAfter)
  expect(await levelOf(variant.id)).toEqual({ onHand: 160, reserved: 120 })
})

test('on their last day they still can', async () => {
  const { variant, reserve } = await aShelf()
  await reserve(136, lastDay)
  expect(await levelOf(variant.id)).toEqual({ onHand: 160, reserved: 160 })
})

test('what was reserved before the day passed stays reserved, and leaves nothing free rather than less', async () => {
  const { variant, lot, reserve, officer } = await aShelf()
  await reserve(130, lastDay)
  await expect(reserve(1, dayAfter)).rejects.toMatchObject({ fields: { a: { pieces: 0 } } })
  const taken = { variantId: variant.id, lotId: lot.id, kind: 'expired', quantity: 40, reason: '' } as const
  await expect(
    correctStock(db, officer, { ...taken, movementId: newId('movement') }, dayAfter),
  ).rejects.toMatchObject({ fields: { quantity: { key: 'correction.reserved', reserved: 154 } } })
})

test('a lot taken out is no longer counted twice against what is free', async () => {
  const { variant, lot, reserve, officer } = await aShelf()
  const taken = { variantId: variant.id, lotId: lot.id, kind: 'expired', quantity: 40, reason: '' } as const
  await correctStock(db, officer, { ...taken, movementId: newId('movement') }, dayAfter)
  await reserve(96, dayAfter)
  expect(await levelOf(variant.id)).toEqual({ onHand: 120, reserved: 120 })
})

test('the portal and readiness count as left what can be ordered, without pieces past their day', async () => {
  const { variant, officer } = await aShelf()
  await theLaw()
  const left = async (day: string) => {
    const { page } = await listProducts(db, officer, day)
    const { stock, packs } = await requireProduct(db, officer, variant.product.id, day)
    const found = (await listReadiness(db, [variant.id], day)).get(variant.id)?.readiness ?? []
    const ready = found.find(({ slug }) => slug === 'stock')
    return [page[0]?.available, stock.available, packs[0]?.available, ready?.why]
  }
  const cartons = (count: number) => ({ key: 'readiness.stock_met', cartons: count })
  expect(await left('2026-11-30')).toEqual([136, 136, 136, cartons(5)])
  expect(await left('2026-12-01')).toEqual([96, 96, 96, cartons(4)])
  expect(await left('2027-08-02')).toEqual([0, 0, 0, { key: 'readiness.stock_missing' }])
})

test('who asked to be told when little is left is told of what can be ordered', async () => {
  const { variant, reserve } = await aShelf()
  await db.variant.update({ where: { id: variant.id }, data: { lowStockPieces: 50 } })
  const take = async (pieces: number) => {
    await reserve(pieces, dayAfter)
    await tellOfLowStock(db, [{ variantId: variant.id, pieces }], dayAfter)
    return db.notice.findMany({ where: { kind: 'stock.low' }, select: { said: true } })
  }
  expect(await take(40)).toEqual([])
  expect((await take(10))[0]?.said).toMatchObject({ pieces: 46 })
})

test('lots that will miss a chain’s rule are told by chain, with the days it asks', async () => {
  const { variant, lot, officer, buyer } = await aShelf()
  const of = (today: string) => listMissedRules(db, officer, variant.id, today)
  // It has ordered the pack, and has no rule: only what would expire on the way cannot go.
  expect(await of('2026-11-24')).toEqual([])
  expect(await of('2026-11-28')).toMatchObject([
    { leastDays: 1, arrivesOn: '2026-11-30', lots: [{ id: lot.id, left: 40 }] },
  ])
  expect(await of('2026-12-01')).toEqual([])
  await db.retailChain.update({
    where: { organisationId: buyer.chainId },
    data: { leastRemainingLifePercent: 50 },
  })
  expect(await of('2026-11-24')).toMatchObject([
    { chainName: buyer.organisationName, leastDays: 135, lots: [{ id: lot.id }] },
  ])
  const other = await aBuyer()
  await db.retailChain.update({
    where: { organisationId: other.chainId },
    data: { leastRemainingLifePercent: 95 },
  })
  expect((await of('2026-11-24')).map(({ lots }) => lots.length).sort()).toEqual([1, 2])
})

test('the rules a lot misses are for those who keep the pack', async () => {
  const { variant } = await aShelf()
  await expect(
    listMissedRules(db, (await aBuyer()) as never, variant.id, '2026-11-28'),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(await listMissedRules(db, await anOfficer(), variant.id, '2026-11-28')).toEqual([])
})
