import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { decideCounterOffers } from '#app/domain/shelf-orders/decide-counter-offers.server.ts'
import { weekOf } from '#app/domain/shelf-orders/keep-to-terms.ts'
import { nextStep, priceFor, stepFor } from '#app/domain/shelf-orders/pricing.ts'
import { db } from '#app/platform/db.server.ts'
import { times } from '#app/platform/money.ts'
import { aBuyer, aFixture, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, aScene, now, place } from '#tests/support/orders.ts'

const breaks = [
  { fromCartons: 5, price: 13_000n },
  { fromCartons: 10, price: 12_000n },
]
const withBreaks = (variantId: string) =>
  db.priceBreak.createMany({ data: breaks.map((one) => ({ ...one, variantId })) })

test('the step that is reached prices every piece, and the next one is told', () => {
  const priced = { wholesalePrice: 13_500n, breaks: breaks.toReversed() }
  expect([1, 4, 5, 9, 10, 999].map((cartons) => priceFor(cartons, priced))).toEqual([
    13_500n,
    13_500n,
    13_000n,
    13_000n,
    12_000n,
    12_000n,
  ])
  expect(nextStep(4, breaks)).toEqual({ more: 1, price: 13_000n })
  expect(nextStep(10, breaks)).toBeNull()
  expect(stepFor(4, breaks)).toBeNull()
})

test('a piece never costs more when more cartons are ordered, and never more than the list price', () => {
  const steps = fc
    .uniqueArray(fc.integer({ min: 2, max: 200 }), { maxLength: 5 })
    .map((from) =>
      from.toSorted((a, b) => a - b).map((fromCartons, i) => ({ fromCartons, price: BigInt(900 - i * 50) })),
    )
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 50 }),
      (some, cartons, more) => {
        const priced = { wholesalePrice: 1_000n, breaks: some }
        expect(priceFor(cartons + more, priced) <= priceFor(cartons, priced)).toBe(true)
        expect(priceFor(cartons, priced) <= priced.wholesalePrice).toBe(true)
        const next = nextStep(cartons, some)
        if (next) expect(priceFor(cartons + next.more, priced)).toBe(next.price)
      },
    ),
  )
})

/** A variant on shelves of two stores of one chain. */
async function twoStores(over: Parameters<typeof aScene>[0] = {}) {
  const scene = await aScene({ onHand: 2_400, ...over })
  const there = await aFixture({ chain: { id: scene.buyer.chainId } })
  const placements = [scene.placement, { ...scene.placement, shelfId: there.shelves[0]?.id ?? '' }]
  const order = (here: number, other: number) =>
    anOrder(placements, {
      cartons: [
        { storeId: scene.fixture.storeId, variantId: scene.variant.id, cartons: here },
        { storeId: there.storeId, variantId: scene.variant.id, cartons: other },
      ],
    })
  return { ...scene, there, order }
}

test('the cartons of all stores reach a step together; the line keeps list price, step, member price and terms', async () => {
  const { buyer, variant, order } = await twoStores()
  await withBreaks(variant.id)
  await db.variant.update({ where: { id: variant.id }, data: { memberTerms: 'titipan' } })
  await place(buyer, order(2, 3))
  await db.priceBreak.deleteMany({})
  await db.variant.update({
    where: { id: variant.id },
    data: { wholesalePrice: 20_000n, memberPrice: 1n, memberTerms: 'bought' },
  })
  const { lines, total } = await db.purchaseOrder.findFirstOrThrow({ include: { lines: true } })
  for (const line of lines)
    expect(line).toMatchObject({
      unitPrice: 13_000n,
      listPrice: 13_500n,
      stepCartons: 5,
      memberPrice: 12_000n,
      memberTerms: 'titipan',
    })
  const sum = lines.reduce((all, line) => all + times(line.unitPrice, line.cartons * line.unitsPerCarton), 0n)
  expect(total).toBe(sum)
  expect(total).toBe(13_000n * 120n)
})

test('who is offered fewer cartons keeps the price that was agreed', async () => {
  const scene = await aScene({ onHand: 2_400 })
  await withBreaks(scene.variant.id)
  const { line, order, officer, buyer } = await aPlacedOrder({ onHand: 2_400, cartons: 10 })
  expect(line).toMatchObject({ unitPrice: line.listPrice, stepCartons: null })
  await withBreaks(line.variantId)
  const stepped = await place(
    scene.buyer,
    anOrder([scene.placement], {
      cartons: [{ storeId: scene.fixture.storeId, variantId: scene.variant.id, cartons: 10 }],
    }),
  )
  const theirs = await db.purchaseOrder.findFirstOrThrow({
    where: { shelfOrderId: stepped.id },
    include: { lines: true },
  })
  expect(theirs.lines[0]?.unitPrice).toBe(12_000n)
  const answers = [{ lineId: line.id, answer: 'counter' as const, cartons: 3, deliverOn: '2026-12-01' }]
  await answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason: 'Kurang' }, now)
  const decisions = [{ lineId: line.id, decision: 'take' as const }]
  await decideCounterOffers(db, buyer, { purchaseOrderId: order.id, decisions, reason: '' }, now)
  const after = await db.purchaseOrder.findUniqueOrThrow({
    where: { id: order.id },
    include: { lines: true },
  })
  expect(after.total).toBe(13_500n * 72n)
  expect(after.lines[0]).toMatchObject({ unitPrice: 13_500n, cartons: 3 })
})

test('a chain’s first order has its own minimum, of all stores together; the next does not', async () => {
  const { buyer, variant, order } = await twoStores()
  await db.variant.update({ where: { id: variant.id }, data: { firstOrderCartons: 6 } })
  const said = { key: 'cartons.first_order', name: variant.product.name, minimum: 6 }
  await expect(place(buyer, order(2, 3))).rejects.toMatchObject({
    kind: 'conflict',
    fields: { 'cartons[0].cartons': said, 'cartons[1].cartons': said },
  })
  await place(buyer, order(3, 3))
  const later = { startsOn: '2027-03-01', endsOn: '2027-04-01' }
  await place(buyer, { ...order(1, 1), ...later })
  const other = await twoStores({ variant: {} })
  const foreign = anOrder([{ ...other.placement, variantId: variant.id }], {
    cartons: [{ storeId: other.fixture.storeId, variantId: variant.id, cartons: 1 }],
  })
  await expect(place(other.buyer, foreign)).rejects.toMatchObject({ said: { key: 'cartons.first_order' } })
})

test('a first order that was declined was none', async () => {
  const { line, order, officer, buyer, fixture, placement, variant } = await aPlacedOrder({ cartons: 6 })
  await db.variant.update({ where: { id: variant.id }, data: { firstOrderCartons: 6 } })
  const answers = [{ lineId: line.id, answer: 'decline' as const }]
  await answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason: 'Habis' }, now)
  const again = anOrder([placement], {
    cartons: [{ storeId: fixture.storeId, variantId: variant.id, cartons: 1 }],
  })
  await expect(place(buyer, again)).rejects.toMatchObject({ said: { key: 'cartons.first_order' } })
})

test('a week runs from Monday to Sunday, over the turn of a year too', () => {
  expect(weekOf('2026-11-30')).toEqual({ from: '2026-11-30', to: '2026-12-06' })
  expect(weekOf('2026-12-06')).toEqual({ from: '2026-11-30', to: '2026-12-06' })
  expect(weekOf('2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
})

test('twenty who order at once for one week: as many as can be made, the others are told how many are left', async () => {
  const { variant } = await aScene({ onHand: 9_600 })
  await db.variant.update({ where: { id: variant.id }, data: { weeklyCapacityPieces: 24 * 7 + 5 } })
  const buyer = await aBuyer()
  const fixtures: Awaited<ReturnType<typeof aFixture>>[] = []
  for (let i = 0; i < 20; i++) fixtures.push(await aFixture({ chain: { id: buyer.chainId } }))
  const orderOn = ({ shelves }: (typeof fixtures)[number], startsOn: string) =>
    anOrder([{ shelfId: shelves[0]?.id ?? '', variantId: variant.id, startMm: 0, facings: 1 }], { startsOn })
  // Monday or Sunday: it is one week.
  const tries = await Promise.allSettled(
    fixtures.map((one, i) => place(buyer, orderOn(one, i % 2 ? '2026-11-30' : '2026-12-06'))),
  )
  expect(reasonsOf(tries)).toEqual(Array(13).fill('conflict cartons.week_full'))
  const [loser] = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(loser.fields['placements[0].startMm']).toMatchObject({
    pieces: 5,
    left: 0,
    from: '30 Nov 2026',
  })
  expect(await db.purchaseOrderLine.count()).toBe(7)
  const [free] = fixtures.filter((_, i) => tries[i]?.status === 'rejected')
  if (free) await place(buyer, orderOn(free, '2026-12-07'))
  expect(await db.purchaseOrderLine.count()).toBe(8)
})

test('lots that would miss the chain’s rule are not reserved for it, and the refusal says how many keep', async () => {
  const { buyer, variant, order } = await twoStores({ onHand: 48 })
  await db.retailChain.update({
    where: { organisationId: buyer.chainId },
    data: { leastRemainingLifePercent: 95 },
  })
  // 243 days are left on 1 December; 95 % of 270 are 257.
  await expect(place(buyer, order(1, 1))).rejects.toMatchObject({
    kind: 'conflict',
    fields: { 'cartons[0].cartons': { key: 'stock.too_old', pieces: 0, left: 0, days: 257 } },
  })
  await db.retailChain.update({
    where: { organisationId: buyer.chainId },
    data: { leastRemainingLifePercent: 90 },
  })
  await place(buyer, order(1, 1))
  expect(await db.purchaseOrderLine.findFirst()).toMatchObject({ leastDaysLeft: 243, variantId: variant.id })
})
