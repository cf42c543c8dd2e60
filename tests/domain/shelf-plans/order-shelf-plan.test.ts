import { expect, test } from 'vitest'
import { orderShelfPlan } from '#app/domain/shelf-plans/order-shelf-plan.server.ts'
import type { OrderPlan } from '#app/domain/shelf-plans/rules.ts'
import { savePlan } from '#app/domain/shelf-plans/save-plan.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aFixture, reasonsOf } from '#tests/support/make.ts'
import { anOrder, levelOf, place } from '#tests/support/orders.ts'
import { aPlanner, drawn, now, period } from '#tests/support/plans.ts'

async function aPlan(over: Parameters<typeof aPlanner>[0] = {}) {
  const scene = await aPlanner(over)
  const { buyer, placement, where } = scene
  const { planId, version } = await savePlan(
    db,
    buyer,
    { ...where, version: 0, draft: drawn(placement) },
    now,
  )
  const orderId = newId('shelfOrder')
  const input = { orderId, planId, version, fixtureIds: [], amounts: [] } satisfies OrderPlan
  const order = (more: Partial<OrderPlan> = {}, who = buyer) =>
    orderShelfPlan(db, who, { ...input, ...more }, now)
  return { ...scene, planId, orderId, order }
}

const lines = () =>
  db.purchaseOrderLine.findMany({
    select: { storeId: true, cartons: true, _count: { select: { bookings: true } } },
    orderBy: { cartons: 'desc' },
  })

test('a plan becomes an order: space booked, stock reserved, the plan empty again', async () => {
  const { variant, orderId, planId, order } = await aPlan()
  expect(await order()).toEqual({ id: orderId })
  expect(await levelOf(variant.id)).toMatchObject({ reserved: 24 })
  expect(await db.shelfBooking.findMany({ select: { startMm: true, endMm: true } })).toEqual([
    { startMm: 0, endMm: 480 },
  ])
  const plan = await db.shelfPlan.findUniqueOrThrow({ where: { id: planId } })
  expect(plan).toMatchObject({ placements: [], amounts: [], version: 2 })
})

test('one form sent ten times at once is one order, and ten equal answers', async () => {
  const { orderId, order } = await aPlan()
  const answers = await Promise.all(Array.from({ length: 10 }, () => order()))
  expect(answers).toEqual(Array(10).fill({ id: orderId }))
  expect(await db.shelfOrder.count()).toBe(1)
})

test('cartons that were typed are ordered; below the minimum is refused at the product', async () => {
  const { fixture, variant, order } = await aPlan({ variant: { minCartons: 2 } })
  const typed = (cartons: number) => ({ amounts: [{ variantId: variant.id, cartons, dailySales: null }] })
  await expect(order(typed(1))).rejects.toMatchObject({
    kind: 'invalid',
    fields: { [`cartons.${variant.id}`]: { key: 'cartons.minimum', minimum: 2 } },
  })
  await order(typed(3))
  expect(await lines()).toEqual([{ storeId: fixture.storeId, cartons: 3, _count: { bookings: 1 } }])
})

test('goods that do not keep are ordered by what will be sold', async () => {
  const variant = { shelfLifeDays: 6, leadTimeDays: 2, unitsPerCarton: 2 }
  const { variant: milk, order } = await aPlan({ variant })
  // 18 pieces fill the facings; 1 a day for 6 − 2 − 2 days are 2.
  await order({ amounts: [{ variantId: milk.id, cartons: null, dailySales: 1 }] })
  expect(await lines()).toMatchObject([{ cartons: 1 }])
})

test('a plan is applied to the same fixture in other stores, but for what does not fit there', async () => {
  const { buyer, fixture, shelf, variant, order } = await aPlan()
  const chain = { id: buyer.chainId }
  const [free, full] = [await aFixture({ chain }), await aFixture({ chain })]
  await place(
    buyer,
    anOrder([{ shelfId: full.shelves[0]?.id ?? '', variantId: variant.id, startMm: 470, facings: 1 }]),
  )
  await order({ fixtureIds: [free.id, full.id, free.id] })
  const booked = await db.shelfBooking.findMany({ where: { startMm: 0 }, select: { shelfId: true } })
  expect(booked.map(({ shelfId }) => shelfId).sort()).toEqual([shelf.id, free.shelves[0]?.id].sort())
  const stores = (await lines()).map(({ storeId }) => storeId)
  expect(stores.sort()).toEqual([fixture.storeId, free.storeId, full.storeId].sort())
})

test('space that was taken meanwhile is said at the placement', async () => {
  const { buyer, shelf, variant, placement, order } = await aPlan()
  await place(
    buyer,
    anOrder([{ shelfId: shelf.id, variantId: variant.id, startMm: 400, facings: 1 }], period),
  )
  await expect(order()).rejects.toMatchObject({
    kind: 'conflict',
    fields: { [`placements.${placement.id}`]: { key: 'shelf.taken', level: 1 } },
  })
  expect(await db.shelfOrder.count()).toBe(1)
})

test('stock that is short is said at the product', async () => {
  const { variant, order } = await aPlan({ variant: { onHand: 20 } })
  const fields = { [`cartons.${variant.id}`]: { key: 'stock.short', pieces: 20, left: 0 } }
  await expect(order()).rejects.toMatchObject({ kind: 'conflict', fields })
})

test('what is not sold any more is said at the placement', async () => {
  const { variant, placement, order } = await aPlan()
  await db.product.update({ where: { id: variant.productId }, data: { status: 'paused' } })
  await expect(order()).rejects.toMatchObject({
    fields: { [`placements.${placement.id}`]: { key: 'plan.gone' } },
  })
})

test('a plan that was changed since, or is empty, is not ordered', async () => {
  const { buyer, placement, where, order } = await aPlan()
  await savePlan(db, buyer, { ...where, version: 1, draft: drawn({ ...placement, startMm: 10 }) }, now)
  await expect(order()).rejects.toMatchObject({ kind: 'conflict', said: { key: 'plan.changed' } })
  await savePlan(db, buyer, { ...where, version: 2, draft: drawn() }, now)
  await expect(order({ version: 3 })).rejects.toMatchObject({ said: { key: 'plan.empty' } })
})

test('fifty who order fifty plans of one span: one stands, the others are told', async () => {
  const { buyer, shelf, variant, where } = await aPlan({ variant: { onHand: 9_999 } })
  const plans = []
  for (let i = 0; i < 50; i++) {
    const days = { startsOn: '2026-12-01', endsOn: `2027-02-${String(1 + (i % 28)).padStart(2, '0')}` }
    const startMm = i < 28 ? 0 : 10
    const draft = drawn({
      id: newId('placement'),
      shelfId: shelf.id,
      variantId: variant.id,
      startMm,
      facings: 2,
    })
    const at = { ...where, ...days, startsOn: i < 28 ? '2026-12-01' : '2026-12-02' }
    plans.push(await savePlan(db, buyer, { ...at, version: 0, draft }, now))
  }
  const tries = await Promise.allSettled(
    plans.map(({ planId, version }) =>
      orderShelfPlan(
        db,
        buyer,
        { orderId: newId('shelfOrder'), planId, version, fixtureIds: [], amounts: [] },
        now,
      ),
    ),
  )
  expect(reasonsOf(tries)).toEqual(Array(49).fill('conflict shelf.taken'))
  expect(await db.shelfBooking.count()).toBe(1)
  expect(await levelOf(variant.id)).toMatchObject({ reserved: 24 })
})

test('only a buyer orders, only their own plan, only for fixtures of the same model', async () => {
  const { buyer, order } = await aPlan()
  const other = await aFixture({ chain: { id: buyer.chainId }, model: 'chiller-1200' })
  const foreign = await aFixture()
  await expect(order({}, { ...buyer, role: 'approver' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(order({}, await aBuyer())).rejects.toMatchObject({ kind: 'not_found' })
  await expect(order({ planId: newId('plan') })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(order({ fixtureIds: [other.id] })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(order({ fixtureIds: [foreign.id] })).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.shelfOrder.count()).toBe(0)
})
