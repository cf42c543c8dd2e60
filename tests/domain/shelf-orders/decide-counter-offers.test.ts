import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { decideCounterOffers } from '#app/domain/shelf-orders/decide-counter-offers.server.ts'
import { fromDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, levelOf, now, place } from '#tests/support/orders.ts'

/** Three facings of 6 behind one another, two cartons of 12 asked; one carton offered, four days later. */
async function aCounterOffer() {
  const placed = await aPlacedOrder({ cartons: 2, variant: { unitsPerCarton: 12 } })
  const { order, line, officer } = placed
  const answers = [{ lineId: line.id, answer: 'counter' as const, cartons: 1, deliverOn: '2026-12-05' }]
  await answerPurchaseOrder(
    db,
    officer,
    { purchaseOrderId: order.id, answers, reason: 'Kedelai terlambat' },
    now,
  )
  return placed
}
type Offered = Awaited<ReturnType<typeof aCounterOffer>>

const decide = ({ buyer, order, line }: Offered, decision: 'take' | 'leave') =>
  decideCounterOffers(
    db,
    buyer,
    { purchaseOrderId: order.id, decisions: [{ lineId: line.id, decision }], reason: '' },
    now,
  )

test('taking the offer keeps what was offered and frees the rest: stock, facings and days', async () => {
  const offered = await aCounterOffer()
  await decide(offered, 'take')

  expect(await db.purchaseOrder.findFirst()).toMatchObject({ status: 'accepted', total: 162_000n })
  expect(await levelOf(offered.variant.id)).toEqual({ onHand: 240, reserved: 12 })
  const booking = await db.shelfBooking.findFirstOrThrow()
  expect([booking.facings, booking.endMm, fromDate(booking.startsOn)]).toEqual([2, 320, '2026-12-05'])
  await place(offered.buyer, anOrder([{ ...offered.placement, startMm: 320, facings: 1 }]))
  await place(
    offered.buyer,
    anOrder([{ ...offered.placement, facings: 2 }], { startsOn: '2026-12-01', endsOn: '2026-12-05' }),
  )
})

test('leaving it frees everything, and the order is over', async () => {
  const offered = await aCounterOffer()
  await decide(offered, 'leave')

  expect(await db.purchaseOrder.findFirst()).toMatchObject({ status: 'cancelled', total: 0n })
  expect(await levelOf(offered.variant.id)).toEqual({ onHand: 240, reserved: 0 })
  await place(offered.buyer, anOrder([offered.placement]))
})

test('the same decision ten times at once is one; of two different ones the other is told', async () => {
  const offered = await aCounterOffer()
  await Promise.all(Array.from({ length: 10 }, () => decide(offered, 'take')))
  expect(await levelOf(offered.variant.id)).toEqual({ onHand: 240, reserved: 12 })

  expect(reasonsOf(await Promise.allSettled([decide(offered, 'leave')]))).toEqual([
    'conflict purchase_order.decided',
  ])
})

test('every offer is decided, and only offers', async () => {
  const offered = await aCounterOffer()
  const input = { purchaseOrderId: offered.order.id, reason: '' }
  const tries = await Promise.allSettled([
    decideCounterOffers(db, offered.buyer, { ...input, decisions: [] }, now),
    decideCounterOffers(
      db,
      offered.buyer,
      { ...input, decisions: [{ lineId: 'lin_none', decision: 'take' }] },
      now,
    ),
  ])

  expect(reasonsOf(tries)).toEqual(['invalid answer.incomplete', 'not_found error.not_found'])
})

test("another chain's order is not found; who may not order may not decide", async () => {
  const offered = await aCounterOffer()
  const chain = await db.organisation.findUniqueOrThrow({ where: { id: offered.buyer.chainId } })
  const [stranger, clerk] = [await aBuyer(), await aBuyer({ organisation: chain, role: 'finance' })]
  const tries = await Promise.allSettled([
    decide({ ...offered, buyer: stranger }, 'take'),
    decide({ ...offered, buyer: clerk }, 'take'),
  ])

  expect(reasonsOf(tries)).toEqual(['not_found error.not_found', 'forbidden error.forbidden'])
  expect(await levelOf(offered.variant.id)).toEqual({ onHand: 240, reserved: 24 })
})
