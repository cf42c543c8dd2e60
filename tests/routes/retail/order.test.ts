import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as officerLoader } from '#app/routes/cooperative/order.tsx'
import { action, loader } from '#app/routes/retail/order.tsx'
import { loader as listLoader } from '#app/routes/retail/orders.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, now, place } from '#tests/support/orders.ts'

async function anOffer() {
  const placed = await aPlacedOrder({ cartons: 2, variant: { unitsPerCarton: 12 } })
  const { order, line, officer } = placed
  const answers = [{ lineId: line.id, answer: 'counter' as const, cartons: 1, deliverOn: '2026-12-05' }]
  await answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason: 'Terlambat' }, now)
  const decide = async (fields: Record<string, string>, who = placed.buyer) =>
    action(
      await post(
        '/',
        who,
        {
          purchaseOrderId: order.id,
          'decisions[0].lineId': line.id,
          'decisions[0].decision': 'take',
          ...fields,
        },
        { id: placed.shelfOrderId },
      ),
    )
  return { ...placed, decide }
}
const status = async () => (await db.purchaseOrder.findFirstOrThrow()).status

test('the page shows what taking the offer would do to the shelf', async () => {
  const { buyer, shelfOrderId } = await anOffer()
  const { order } = await loader(await get('/', buyer, { id: shelfOrderId }))

  expect(order.purchaseOrders[0]).toMatchObject({
    status: 'countered',
    lines: [{ facings: 3, counterDeliverOn: '2026-12-05', effect: { facings: 2, freedMm: 160 } }],
  })
})

test('both sides see what a price came from; what the member gets stays with the cooperative', async () => {
  const { buyer, fixture, variant, placement, officer } = await aPlacedOrder()
  await db.variant.update({ where: { id: variant.id }, data: { position: 1, netContent: '250 g' } })
  await db.priceBreak.create({ data: { variantId: variant.id, fromCartons: 3, price: 13_000n } })
  const cartons = [{ storeId: fixture.storeId, variantId: variant.id, cartons: 3 }]
  const later = { startsOn: '2027-03-01', endsOn: '2027-04-01' }
  const { id } = await place(buyer, anOrder([placement], { cartons, ...later }))
  const page = await loader(await get('/', buyer, { id }))
  const [line] = page.order.purchaseOrders[0]?.lines ?? []
  expect(line).toMatchObject({
    name: 'Keripik Apel Manalagi 250 g',
    unitPrice: 13_000n,
    listPrice: 13_500n,
    stepCartons: 3,
  })
  expect(Object.keys(line ?? {}).filter((name) => name.startsWith('member'))).toEqual([])

  const theirs = await officerLoader(await get('/', officer, { id: page.order.purchaseOrders[0]?.id ?? '' }))
  expect(theirs.order.lines).toMatchObject([
    { unitPrice: 13_000n, stepCartons: 3, memberPrice: 12_000n, memberTerms: 'bought' },
  ])
})

test('lists and pages are of the own chain only', async () => {
  const { buyer, shelfOrderId, officer } = await anOffer()
  const stranger = await aBuyer()

  expect((await listLoader(await get('/', buyer))).orders).toMatchObject([{ id: shelfOrderId, countered: 1 }])
  expect((await listLoader(await get('/', stranger))).orders).toEqual([])
  await expect(loader(await get('/', stranger, { id: shelfOrderId }))).rejects.toMatchObject({
    init: { status: 404 },
  })
  await expect(loader(await get('/', officer, { id: shelfOrderId }))).rejects.toMatchObject({
    init: { status: 403 },
  })
})

test('a decision leads back to the order', async () => {
  const { decide } = await anOffer()

  expect(await decide({})).toMatchObject({ status: 302 })
  expect(await status()).toBe('accepted')
})

test('without a decision the message is at the field; a stranger finds nothing, a clerk may not', async () => {
  const { decide, buyer } = await anOffer()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: buyer.chainId } })

  expect(await decide({ 'decisions[0].decision': '' })).toMatchObject({
    init: { status: 422 },
    data: { error: { 'decisions[0].decision': ['Jawab setiap produk lebih dulu.'] } },
  })
  expect(await decide({}, await aBuyer())).toMatchObject({ init: { status: 404 } })
  expect(await decide({}, await aBuyer({ organisation, role: 'finance' }))).toMatchObject({
    init: { status: 403 },
  })
  expect(await decide({}, (await anOfficer()) as never).catch((error) => error)).toMatchObject({
    init: { status: 403 },
  })
  expect(await status()).toBe('countered')
})
