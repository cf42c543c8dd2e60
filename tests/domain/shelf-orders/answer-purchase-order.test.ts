import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import type { LineAnswer } from '#app/domain/shelf-orders/answers.ts'
import { fromDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, aVariant, jobs, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, aScene, levelOf, now, place } from '#tests/support/orders.ts'

type Placed = Awaited<ReturnType<typeof aPlacedOrder>>
const later = new Date(now.getTime() + 3_600_000)

function answer({ order, line, officer }: Placed, over: Record<string, unknown>, reason = 'Panen mundur') {
  const answers = [{ lineId: line.id, ...over } as LineAnswer]
  return answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason }, later)
}
const status = async ({ order }: Placed) =>
  db.purchaseOrder.findUniqueOrThrow({
    where: { id: order.id },
    select: { status: true, total: true, lines: { select: { status: true, cartons: true } } },
  })

test('what is accepted stands as it was asked, and says who and when', async () => {
  const placed = await aPlacedOrder()
  await answer(placed, { answer: 'accept' }, '')

  expect(await status(placed)).toEqual({
    status: 'accepted',
    total: 324_000n,
    lines: [{ status: 'accepted', cartons: 1 }],
  })
  const moves = await db.purchaseOrderMove.findMany({
    where: { at: later },
    select: { fromStatus: true, toStatus: true, byMembershipId: true, lineId: true },
    orderBy: { fromStatus: 'asc' },
  })
  const byMembershipId = placed.officer.membershipId
  expect(moves).toEqual([
    { fromStatus: 'asked', toStatus: 'accepted', byMembershipId, lineId: placed.line.id },
    { fromStatus: 'sent', toStatus: 'accepted', byMembershipId, lineId: null },
  ])
  expect(await levelOf(placed.variant.id)).toEqual({ onHand: 240, reserved: 24 })
  expect((await jobs()).sort()).toEqual(['notice.told', 'notice.told', 'product.changed'])
})

test('what is declined is free again: stock, and space that another can book', async () => {
  const placed = await aPlacedOrder()
  await answer(placed, { answer: 'decline' })

  expect(await status(placed)).toMatchObject({ status: 'declined', total: 0n })
  expect(await levelOf(placed.variant.id)).toEqual({ onHand: 240, reserved: 0 })
  await place(placed.buyer, anOrder([placed.placement]))
})

test('an offer of less and later holds everything until the buyer decides', async () => {
  const placed = await aPlacedOrder({ cartons: 3 })
  await answer(placed, { answer: 'counter', cartons: 2, deliverOn: '2026-12-04' })

  expect(await status(placed)).toEqual({
    status: 'countered',
    total: 972_000n,
    lines: [{ status: 'countered', cartons: 3 }],
  })
  expect(await levelOf(placed.variant.id)).toEqual({ onHand: 240, reserved: 72 })
  const line = await db.purchaseOrderLine.findUniqueOrThrow({ where: { id: placed.line.id } })
  expect([line.counterCartons, line.counterDeliverOn && fromDate(line.counterDeliverOn)]).toEqual([
    2,
    '2026-12-04',
  ])
})

test('lines are answered one by one; some accepted, some declined is accepted', async () => {
  const { buyer, placement, shelf, variant } = await aScene()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  const second = await aVariant({ cooperative })
  await place(
    buyer,
    anOrder([placement, { shelfId: shelf.id, variantId: second.id, startMm: 480, facings: 1 }]),
  )
  const order = await db.purchaseOrder.findFirstOrThrow({ include: { lines: { orderBy: { id: 'asc' } } } })
  const answers = order.lines.map(({ id, variantId }) => ({
    lineId: id,
    answer: variantId === second.id ? ('decline' as const) : ('accept' as const),
  }))
  const officer = await anOfficer({ organisation: cooperative })
  const input = { purchaseOrderId: order.id, answers, reason: 'Habis' }
  await expect(
    answerPurchaseOrder(db, officer, { ...input, answers: answers.slice(1) }, later),
  ).rejects.toMatchObject({
    said: { key: 'answer.incomplete' },
  })
  await answerPurchaseOrder(db, officer, input, later)

  expect(await db.purchaseOrder.findFirst()).toMatchObject({ status: 'accepted', total: 324_000n })
  expect(await levelOf(second.id)).toEqual({ onHand: 240, reserved: 0 })
})

test('the same answer sent ten times at once is one answer', async () => {
  const placed = await aPlacedOrder()
  await Promise.all(Array.from({ length: 10 }, () => answer(placed, { answer: 'decline' })))

  expect(await db.purchaseOrderMove.count({ where: { at: later } })).toBe(2)
  expect(await levelOf(placed.variant.id)).toEqual({ onHand: 240, reserved: 0 })
})

test('of two different answers at once one stands, and the other is told', async () => {
  const placed = await aPlacedOrder()
  const tries = await Promise.allSettled([
    answer(placed, { answer: 'accept' }),
    answer(placed, { answer: 'decline' }),
  ])

  expect(reasonsOf(tries)).toEqual(['conflict purchase_order.answered'])
})

test.for([
  [{ answer: 'counter', cartons: 4, deliverOn: '2026-12-01' }, 'answers[0].cartons', 'counter.more'],
  [{ answer: 'counter', cartons: 3, deliverOn: '2026-12-01' }, 'answers[0].cartons', 'counter.same'],
  [{ answer: 'counter', cartons: 2, deliverOn: '2026-11-30' }, 'answers[0].deliverOn', 'counter.earlier'],
  [
    { answer: 'counter', cartons: 2, deliverOn: '2027-03-01' },
    'answers[0].deliverOn',
    'counter.after_period',
  ],
] as const)('an offer that is none is refused at its field: %j', async ([offer, field, key]) => {
  const placed = await aPlacedOrder({ cartons: 3 })

  await expect(answer(placed, offer)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: { key } } })
  expect(await status(placed)).toMatchObject({ status: 'sent' })
})

test('who declines says why', async () => {
  const placed = await aPlacedOrder()

  await expect(answer(placed, { answer: 'decline' }, '')).rejects.toMatchObject({
    fields: { reason: { key: 'answer.reason_missing' } },
  })
})

test("another cooperative's order, and an order that is not: the same answer; a buyer may not answer", async () => {
  const placed = await aPlacedOrder()
  const [stranger, buyer] = [await anOfficer(), await aBuyer()]
  const tries = await Promise.allSettled([
    answer({ ...placed, officer: stranger }, { answer: 'accept' }),
    answer({ ...placed, order: { ...placed.order, id: 'pur_none' } }, { answer: 'accept' }),
    answer({ ...placed, line: { ...placed.line, id: 'lin_none' } }, { answer: 'accept' }),
    answer({ ...placed, officer: buyer as never }, { answer: 'accept' }),
  ])

  expect(reasonsOf(tries)).toEqual([
    ...Array(3).fill('not_found error.not_found'),
    'forbidden error.forbidden',
  ])
  expect(await status(placed)).toMatchObject({ status: 'sent' })
})
