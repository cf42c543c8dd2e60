import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { listShortages, requirePickList } from '#app/domain/shelf-orders/pick-queries.server.ts'
import { correctStock } from '#app/domain/stock/correct-stock.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, addStock, anOfficer } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, levelOf, now, place } from '#tests/support/orders.ts'

const today = '2026-11-24'

/** The lot that came in last, with another best-before day. */
async function lotUntil(variantId: string, bestBefore: string) {
  const lot = await db.lot.findFirstOrThrow({
    where: { variantId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return db.lot.update({ where: { id: lot.id }, data: { bestBefore: toDate(bestBefore) } })
}

/**
 * Three cartons of 24 to be delivered on 1 December, accepted; of 300 pieces 100 keep until 30 November, 50 until 10
 * December and the rest until August.
 */
async function anAcceptedOrder() {
  const scene = await aPlacedOrder({ onHand: 150, cartons: 3 })
  const { variant, line, order, officer } = scene
  await addStock(variant.id, variant.cooperativeId, 100)
  const old = await lotUntil(variant.id, '2026-11-30')
  await addStock(variant.id, variant.cooperativeId, 50)
  const soon = await lotUntil(variant.id, '2026-12-10')
  const answers = [{ lineId: line.id, answer: 'accept' as const }]
  await answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason: '' }, now)
  const picked = async (day = today, id = order.id) =>
    (await requirePickList(db, officer, id, day)).deliveries.flatMap(({ packs }) => packs)
  return { ...scene, old, soon, picked }
}

test('what is accepted is picked from the first lot to expire that keeps until it is delivered', async () => {
  const { variant, picked, soon, order, officer } = await anAcceptedOrder()
  expect(await requirePickList(db, officer, order.id, today)).toMatchObject({
    number: order.number,
    deliveries: [{ deliverOn: '2026-12-01', packs: [{ cartons: 3, pieces: 72, stores: [{ cartons: 3 }] }] }],
  })
  expect(await picked()).toMatchObject([
    {
      variantId: variant.id,
      short: 0,
      lots: [
        { id: soon.id, code: 'L261101-3', bestBefore: '2026-12-10', pieces: 50 },
        { code: 'L261101', bestBefore: '2027-08-01', pieces: 22 },
      ],
    },
  ])
  expect(await levelOf(variant.id)).toEqual({ onHand: 300, reserved: 72 })
})

test('a chain that asks for a longer life is given no lot that has less', async () => {
  const { line, picked } = await anAcceptedOrder()
  await db.purchaseOrderLine.update({ where: { id: line.id }, data: { leastDaysLeft: 30 } })
  expect((await picked())[0]?.lots).toMatchObject([{ bestBefore: '2027-08-01', pieces: 72 }])
})

test('what another order is delivered from is not offered again, and what is missing is said', async () => {
  const { variant, officer, buyer, shelf, picked, soon, old } = await anAcceptedOrder()
  const placement = { shelfId: shelf.id, variantId: variant.id, startMm: 480, facings: 1 }
  const cartons = [{ storeId: (await db.store.findFirstOrThrow()).id, variantId: variant.id, cartons: 5 }]
  const { id } = await place(buyer, anOrder([placement], { startsOn: '2026-12-02', cartons }))
  const later = await db.purchaseOrder.findFirstOrThrow({
    where: { shelfOrderId: id },
    include: { lines: true },
  })
  expect(await picked(today, later.id)).toEqual([])
  const answers = later.lines.map(({ id: lineId }) => ({ lineId, answer: 'accept' as const }))
  await answerPurchaseOrder(db, officer, { purchaseOrderId: later.id, answers, reason: '' }, now)
  expect((await picked(today, later.id))[0]).toMatchObject({
    short: 0,
    lots: [{ bestBefore: '2027-08-01', pieces: 120 }],
  })
  const lost = { variantId: variant.id, kind: 'damaged', reason: 'basah' } as const
  const lose = (lotId: string, quantity: number) =>
    correctStock(db, officer, { ...lost, movementId: newId('movement'), lotId, quantity }, now)
  await lose(soon.id, 50)
  expect((await picked())[0]).toMatchObject({ short: 0, lots: [{ pieces: 72 }] })
  expect((await picked(today, later.id))[0]).toMatchObject({ short: 42, lots: [{ pieces: 78 }] })
  expect(old.id).not.toBe(soon.id)
})

test('who answers an order is told of what is no longer there for it, line by line', async () => {
  const { variant, line, order, officer } = await aPlacedOrder({ onHand: 100, cartons: 3 })
  const short = (day: string, who = officer) => listShortages(db, who, order.id, day)
  expect(await short(today)).toEqual({})
  await addStock(variant.id, variant.cooperativeId, 60)
  await lotUntil(variant.id, '2026-11-30')
  const fresh = await db.lot.findFirstOrThrow({ orderBy: { bestBefore: 'desc' } })
  const lost = { variantId: variant.id, lotId: fresh.id, kind: 'damaged', reason: 'basah' } as const
  await correctStock(db, officer, { ...lost, movementId: newId('movement'), quantity: 80 }, now)
  expect(await short(today)).toEqual({ [line.id]: 52 })
  expect(await short(today, await anOfficer())).toEqual({})
  await expect(short(today, (await aBuyer()) as never)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a pick list is for the cooperative of the order', async () => {
  const { order } = await aPlacedOrder()
  const missing = { kind: 'not_found' }
  await expect(requirePickList(db, await anOfficer(), order.id, today)).rejects.toMatchObject(missing)
  await expect(requirePickList(db, (await aBuyer()) as never, order.id, today)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
