import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { requirePickList } from '#app/domain/shelf-orders/pick-queries.server.ts'
import { returnGoods } from '#app/domain/shelf-orders/return-goods.server.ts'
import { shipOrder } from '#app/domain/shelf-orders/ship-order.server.ts'
import { requireReturnable } from '#app/domain/shelf-orders/shipped-queries.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { addStock, anOfficer, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, levelOf, now, place } from '#tests/support/orders.ts'

const deliverOn = '2026-12-01'
const at = (day: string) => new Date(`${day}T03:00:00Z`)

/** Three cartons of 24 for 1 December, accepted; of 250 pieces 100 keep until 30 November, 50 until 10 December. */
async function anAcceptedOrder() {
  const scene = await aPlacedOrder({ onHand: 100, cartons: 3 })
  const { variant, line, order, officer } = scene
  const lotUntil = async (pieces: number, bestBefore: string) => {
    await addStock(variant.id, variant.cooperativeId, pieces)
    const { id } = await db.lot.findFirstOrThrow({
      where: { variantId: variant.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    })
    return db.lot.update({ where: { id }, data: { bestBefore: toDate(bestBefore) } })
  }
  const old = await lotUntil(100, '2026-11-30')
  const soon = await lotUntil(50, '2026-12-10')
  const answers = [{ lineId: line.id, answer: 'accept' as const }]
  await answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason: '' }, now)
  const asked = { purchaseOrderId: order.id, deliverOn }
  return { ...scene, old, soon, asked }
}

const shipments = async () =>
  (await db.stockMovement.findMany({ where: { kind: 'shipped' }, orderBy: { onHand: 'asc' } })).map(
    ({ lotId, onHand, reserved }) => ({ lotId, onHand, reserved }),
  )

test('what leaves comes from the first lots to expire that keep long enough, and is held no longer', async () => {
  const { variant, officer, soon, asked, order } = await anAcceptedOrder()
  await shipOrder(db, officer, asked, at('2026-11-30'))
  await shipOrder(db, officer, asked, at('2026-12-01'))
  expect(await levelOf(variant.id)).toEqual({ onHand: 178, reserved: 0 })
  expect(await shipments()).toMatchObject([
    { lotId: soon.id, onHand: -50, reserved: -50 },
    { onHand: -22, reserved: -22 },
  ])
  const { deliveries } = await requirePickList(db, officer, order.id, '2026-12-02')
  expect(deliveries).toMatchObject([
    { deliverOn, shippedAt: at('2026-11-30'), packs: [{ short: 0, lots: [{ pieces: 50 }, { pieces: 22 }] }] },
  ])
  expect(await db.notice.count({ where: { kind: 'order.shipped', aboutId: order.id } })).toBe(1)
})

test('where pieces that keep long enough are short, nothing leaves, and it is said of what', async () => {
  const { variant, officer, asked, soon } = await anAcceptedOrder()
  const expired = at('2026-12-11') // of 250 pieces 100 keep then
  await db.lot.updateMany({ where: { variantId: variant.id }, data: { bestBefore: soon.bestBefore } })
  await expect(shipOrder(db, officer, asked, expired)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'ship.short', name: 'Keripik Apel Manalagi 100 g', pieces: 72 },
  })
  expect([await shipments(), await levelOf(variant.id)]).toEqual([[], { onHand: 250, reserved: 72 }])
})

test('sent five times at once it leaves once; orders that leave at once never take a piece twice', async () => {
  const { variant, officer, asked, buyer, placement, fixture } = await anAcceptedOrder()
  const cartons = [{ storeId: fixture.storeId, variantId: variant.id, cartons: 3 }]
  const { id } = await place(buyer, anOrder([{ ...placement, startMm: 480 }], { cartons }))
  const second = await db.purchaseOrder.findFirstOrThrow({
    where: { shelfOrderId: id },
    include: { lines: true },
  })
  const answers = second.lines.map((line) => ({ lineId: line.id, answer: 'accept' as const }))
  await answerPurchaseOrder(db, officer, { purchaseOrderId: second.id, answers, reason: '' }, now)
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      shipOrder(db, officer, i % 2 ? asked : { ...asked, purchaseOrderId: second.id }, at('2026-11-30')),
    ),
  )
  expect(reasonsOf(tries)).toEqual([])
  const left = await db.lot.findMany({ where: { variantId: variant.id }, include: { movements: true } })
  for (const { movements } of left)
    expect(movements.reduce((sum, { onHand }) => sum + onHand, 0)).toBeGreaterThanOrEqual(0)
  const { onHand, reserved } = await levelOf(variant.id)
  expect([onHand + (await shipments()).reduce((sum, one) => sum - one.onHand, 0), reserved]).toEqual([250, 0])
})

test('the database lets no expired lot leave, no more than was reserved, and nothing of what is not accepted', async () => {
  const { variant, officer, old, soon, line } = await anAcceptedOrder()
  const ship = (lotId: string, pieces: number, on: string) =>
    db.stockMovement.create({
      data: {
        id: newId('movement'),
        variantId: variant.id,
        lotId,
        kind: 'shipped',
        onHand: -pieces,
        reserved: -pieces,
        orderLineId: line.id,
        byMembershipId: officer.membershipId,
        at: at(on),
      },
    })
  await expect(ship(old.id, 10, '2026-12-01')).rejects.toThrow(/expired_lots_are_not_shipped|expired lot/)
  await expect(ship(soon.id, 51, '2026-11-30')).rejects.toThrow(/lots_give_what_they_have|lot gives/)
  await ship(old.id, 70, '2026-11-29')
  await expect(ship(old.id, 3, '2026-11-29')).rejects.toThrow()
  await db.purchaseOrderLine.update({ where: { id: line.id }, data: { status: 'declined' } })
  await expect(ship(old.id, 1, '2026-11-29')).rejects.toThrow(/accepted_lines_are_shipped|not accepted/)
  expect(await levelOf(variant.id)).toEqual({ onHand: 180, reserved: 2 })
})

test('what comes back had left: of 50 pieces 30 come back once, whoever else says so at the same moment', async () => {
  const { variant, officer, soon, line, asked, order } = await anAcceptedOrder()
  const back = (quantity: number, movementId = newId('movement')) =>
    returnGoods(
      db,
      officer,
      { movementId, orderLineId: line.id, lotId: soon.id, quantity, reason: 'Penyok' },
      at('2026-12-03'),
    )
  await expect(back(1)).rejects.toMatchObject({ kind: 'not_found' })
  await shipOrder(db, officer, asked, at('2026-11-30'))
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => back(30)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(reasonsOf(tries)).toEqual(Array.from({ length: 5 }, () => 'conflict return.more'))
  const id = newId('movement')
  await back(20, id)
  await back(20, id)
  expect(await levelOf(variant.id)).toEqual({ onHand: 228, reserved: 0 })
  expect((await requireReturnable(db, officer, order.id)).lots).toMatchObject([{ pieces: 22 }])
})

test('another cooperative finds none of it, and a buyer may not', async () => {
  const { officer, buyer, asked, line, soon } = await anAcceptedOrder()
  const goods = {
    movementId: newId('movement'),
    orderLineId: line.id,
    lotId: soon.id,
    quantity: 1,
    reason: 'x',
  }
  const stranger = await anOfficer()
  await expect(shipOrder(db, stranger, asked, now)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(shipOrder(db, officer, { ...asked, deliverOn: '2026-12-02' }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(shipOrder(db, buyer as never, asked, now)).rejects.toMatchObject({ kind: 'forbidden' })
  await shipOrder(db, officer, asked, now)
  await expect(returnGoods(db, stranger, goods, now)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(returnGoods(db, buyer as never, goods, now)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(requireReturnable(db, stranger, asked.purchaseOrderId)).rejects.toMatchObject({
    kind: 'not_found',
  })
})
