import { expect, test } from 'vitest'
import { listWaiting } from '#app/domain/shelf-orders/waiting-queries.server.ts'
import { listDrafts } from '#app/domain/shelf-plans/queries.server.ts'
import { savePlan } from '#app/domain/shelf-plans/save-plan.server.ts'
import { listSiblings, requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { listStores, requireStore } from '#app/domain/stores/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, aFixture } from '#tests/support/make.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'
import { aPlanner, drawn, now, period } from '#tests/support/plans.ts'

test('a store says how much of its shelves is taken on a day', async () => {
  const { buyer } = await aPlacedOrder()
  const [before, during] = [
    await listStores(db, buyer, '2026-11-30'),
    await listStores(db, buyer, '2026-12-01'),
  ]
  expect(before).toMatchObject([{ fixtures: 1, widthMm: 1200, usedMm: 0 }])
  expect(during).toMatchObject([{ usedMm: 480 }])
  expect(await listStores(db, await aBuyer(), '2026-12-01')).toEqual([])
})

test('a store is shown with its fixtures and what is booked; to another chain it is not there', async () => {
  const { buyer, fixture } = await aPlacedOrder()
  const store = await requireStore(db, buyer, fixture.storeId, period)
  expect(store.fixtures).toMatchObject([
    {
      id: fixture.id,
      bookings: [
        {
          startMm: 0,
          endMm: 480,
          facings: 3,
          loadG: 2_160,
          variant: { name: 'Keripik Apel Manalagi 100 g' },
        },
      ],
    },
  ])
  for (const who of [await aBuyer()])
    await expect(requireStore(db, who, fixture.storeId, period)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(requireStore(db, buyer, 'str_none', period)).rejects.toMatchObject({ kind: 'not_found' })
  const finance = { ...buyer, role: 'finance' } as const
  await expect(async () => requireStore(db, finance, fixture.storeId, period)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(() => listStores(db, finance, '2026-12-01')).toThrow('forbidden')
})

test('a plan may be applied to the same model in other stores of the chain, and nowhere else', async () => {
  const { buyer, fixture } = await aPlacedOrder()
  const chain = { id: buyer.chainId }
  const twin = await aFixture({ chain })
  await aFixture({ chain, model: 'chiller' })
  await aFixture({ store: fixture.store })
  await aFixture()
  const own = await requireFixture(db, buyer, fixture.id)
  expect((await listSiblings(db, buyer, own)).map(({ id }) => id)).toEqual([twin.id])
})

test('drafts that can still be ordered are listed to their chain', async () => {
  const { buyer, fixture, placement, where } = await aPlanner()
  await savePlan(db, buyer, { ...where, version: 0, draft: drawn(placement) }, now)
  expect(await listDrafts(db, buyer, '2026-11-24')).toMatchObject([
    { fixtureId: fixture.id, ...period, products: 1, changedBy: buyer.personName },
  ])
  expect(await listDrafts(db, buyer, '2026-12-02')).toEqual([])
  expect(await listDrafts(db, await aBuyer(), '2026-11-24')).toEqual([])
})

test('a purchase order that nobody answered in time waits, and a counter-offer', async () => {
  const { buyer, order } = await aPlacedOrder()
  const late = new Date(order.answerBy.getTime() + 60_000)
  expect(await listWaiting(db, buyer, now)).toEqual({ countered: [], overdue: [] })
  expect(await listWaiting(db, buyer, late)).toMatchObject({
    countered: [],
    overdue: [{ number: order.number }],
  })
  await db.purchaseOrder.update({ where: { id: order.id }, data: { status: 'countered' } })
  expect(await listWaiting(db, buyer, now)).toMatchObject({
    countered: [{ number: order.number }],
    overdue: [],
  })
  expect(await listWaiting(db, await aBuyer(), late)).toEqual({ countered: [], overdue: [] })
})
