import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { aBuyer, aCooperative, aFixture, aVariant, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aScene, levelOf, now, place } from '#tests/support/orders.ts'

test('opens one purchase order per cooperative and keeps the prices of the moment', async () => {
  const { buyer, fixture, shelf, placement, variant } = await aScene()
  const other = await aVariant({ cooperative: await aCooperative({ isPkp: true }), wholesalePrice: 10_000n })
  const { id } = await place(
    buyer,
    anOrder([placement, { shelfId: shelf.id, variantId: other.id, startMm: 480, facings: 1 }], {
      cartons: [{ storeId: fixture.storeId, variantId: other.id, cartons: 2 }],
    }),
  )
  await db.variant.updateMany({ data: { wholesalePrice: 99_000n } })

  const orders = await db.purchaseOrder.findMany({
    where: { shelfOrderId: id },
    select: {
      total: true,
      status: true,
      cooperativeIsPkp: true,
      answerBy: true,
      lines: { select: { cartons: true, unitsPerCarton: true, unitPrice: true } },
    },
    orderBy: { total: 'asc' },
  })
  const answerBy = new Date(now.getTime() + 48 * 3_600_000)
  expect(orders).toEqual([
    {
      status: 'sent',
      answerBy,
      cooperativeIsPkp: false,
      total: 324_000n,
      lines: [{ cartons: 1, unitsPerCarton: 24, unitPrice: 13_500n }],
    },
    {
      status: 'sent',
      answerBy,
      cooperativeIsPkp: true,
      total: 480_000n,
      lines: [{ cartons: 2, unitsPerCarton: 24, unitPrice: 10_000n }],
    },
  ])
  expect(await levelOf(variant.id)).toEqual({ onHand: 240, reserved: 24 })
  expect(await levelOf(other.id)).toEqual({ onHand: 240, reserved: 48 })
})

test('two shelves of one store make one line, filled together; another store makes another', async () => {
  const { buyer, fixture, placement } = await aScene({ onHand: 999 })
  const chain = { id: buyer.chainId }
  const [here, there] = [await aFixture({ store: fixture.store }), await aFixture({ chain })]
  const on = (shelfId = '') => ({ ...placement, shelfId })
  await place(buyer, anOrder([placement, on(here.shelves[0]?.id), on(there.shelves[0]?.id)]))

  const lines = await db.purchaseOrderLine.findMany({
    select: { storeId: true, cartons: true, _count: { select: { bookings: true } } },
    orderBy: { cartons: 'desc' },
  })
  expect(lines).toEqual([
    { storeId: fixture.storeId, cartons: 2, _count: { bookings: 2 } },
    { storeId: there.storeId, cartons: 1, _count: { bookings: 1 } },
  ])
})

test('fifty buyers after the last ten cartons: exactly ten get one, forty are told why', async () => {
  const { buyer, variant } = await aScene({ onHand: 240 })
  const fixtures: Awaited<ReturnType<typeof aFixture>>[] = []
  for (let i = 0; i < 50; i++) fixtures.push(await aFixture({ chain: { id: buyer.chainId } }))
  const tries = await Promise.allSettled(
    fixtures.map(({ shelves }) =>
      place(
        buyer,
        anOrder([{ shelfId: shelves[0]?.id ?? '', variantId: variant.id, startMm: 0, facings: 1 }]),
      ),
    ),
  )

  expect(reasonsOf(tries)).toEqual(Array(40).fill('conflict stock.short'))
  expect(await db.shelfOrder.count()).toBe(10)
  expect(await db.shelfBooking.count()).toBe(10)
  expect(await db.purchaseOrderLine.count()).toBe(10)
  expect(await levelOf(variant.id)).toEqual({ onHand: 240, reserved: 240 })
})

test('fifty buyers after one free span: one gets it, forty-nine are told until when it is taken', async () => {
  const { buyer, variant, placement } = await aScene({ onHand: 24_000 })
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => place(buyer, anOrder([{ ...placement, startMm: i * 5 }]))),
  )

  expect(reasonsOf(tries)).toEqual(Array(49).fill('conflict shelf.taken'))
  const [loser] = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(loser.fields['placements[0].startMm']).toEqual({
    key: 'shelf.taken',
    level: 1,
    until: '28 Feb 2027',
  })
  expect(await db.shelfOrder.count()).toBe(1)
  expect(await db.shelfBooking.count()).toBe(1)
  expect(await levelOf(variant.id)).toEqual({ onHand: 24_000, reserved: 24 })
})

test('sixteen clients with the same twenty lines in mixed order never wait in a circle', async () => {
  const { buyer } = await aScene()
  const variants = []
  for (let i = 0; i < 20; i++) variants.push(await aVariant({ onHand: 2_400 }))
  const fixtures: Awaited<ReturnType<typeof aFixture>>[] = []
  for (let i = 0; i < 20; i++) fixtures.push(await aFixture({ chain: { id: buyer.chainId } }))
  const placements = variants.map(({ id }, i) => ({
    shelfId: fixtures[i]?.shelves[0]?.id ?? '',
    variantId: id,
    startMm: 0,
    facings: 1,
  }))
  const turned = (by: number) => [...placements.slice(by), ...placements.slice(0, by)]
  const months = Array.from({ length: 6 }, (_, i) => ({
    startsOn: `2027-0${i + 1}-01`,
    endsOn: `2027-0${i + 2}-01`,
  }))
  const tries: PromiseSettledResult<unknown>[] = []
  for (const month of months)
    tries.push(
      ...(await Promise.allSettled(
        Array.from({ length: 16 }, (_, i) =>
          place(buyer, anOrder(i % 2 ? turned(i).reverse() : turned(i), month)),
        ),
      )),
    )

  expect(reasonsOf(tries)).toEqual(Array(90).fill('conflict shelf.taken'))
  expect(await db.shelfBooking.count()).toBe(120)
  expect(await db.stockLevel.count({ where: { reserved: 6 * 24 } })).toBe(20)
})

test('one form sent ten times at once is one order, and ten equal answers', async () => {
  const { buyer, variant, placement } = await aScene()
  const order = anOrder([placement])
  const answers = await Promise.all(Array.from({ length: 10 }, () => place(buyer, order)))

  expect(answers).toEqual(Array(10).fill({ id: order.orderId }))
  expect(await db.shelfOrder.count()).toBe(1)
  expect(await db.purchaseOrder.count()).toBe(1)
  expect(await levelOf(variant.id)).toEqual({ onHand: 240, reserved: 24 })
})

test('an order id that another chain has taken is not found, and nothing changes', async () => {
  const { buyer, placement } = await aScene()
  const order = anOrder([placement])
  await place(buyer, order)
  const stranger = await aScene()

  expect(
    reasonsOf(
      await Promise.allSettled([place(stranger.buyer, { ...order, placements: [stranger.placement] })]),
    ),
  ).toEqual(['not_found error.not_found'])
  expect(await db.shelfBooking.count()).toBe(1)
})

test("another chain's shelf, a shelf that is not, a variant that is not and one that is paused: not found", async () => {
  const { buyer, placement } = await aScene()
  const { shelf: theirs } = await aScene()
  const paused = await aVariant()
  await db.product.update({ where: { id: paused.product.id }, data: { status: 'paused' } })
  const placements = [
    { ...placement, shelfId: theirs.id },
    { ...placement, shelfId: 'shf_none' },
    { ...placement, variantId: 'var_none' },
    { ...placement, variantId: paused.id },
  ]
  const tries = await Promise.allSettled(placements.map((one) => place(buyer, anOrder([one]))))

  expect(reasonsOf(tries)).toEqual(Array(4).fill('not_found error.not_found'))
  expect(await db.shelfOrder.count()).toBe(0)
})

test.for(['approver', 'store_staff', 'finance'] as const)('%s may not place an order', async (role) => {
  const { placement } = await aScene()

  await expect(place(await aBuyer({ role }), anOrder([placement]))).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('what does not fit is refused at its placement, by how much', async () => {
  const { buyer, placement } = await aScene()
  const high = await aVariant({ heightMm: 275 })
  const deep = await aVariant({ depthMm: 405 })
  const cold = await aVariant({ storage: 'chilled' })
  const heavy = await aVariant({ weightG: 2_500 })
  const refusals = await Promise.allSettled([
    place(buyer, anOrder([placement, { ...placement, startMm: 1_060, facings: 1 }])),
    ...[high, deep, cold, heavy].map(({ id }) => place(buyer, anOrder([{ ...placement, variantId: id }]))),
  ])
  const fields = refusals.map((one) => (one.status === 'rejected' ? one.reason.fields : {}))

  const name = 'Keripik Apel Manalagi 100 g'
  expect(fields).toEqual([
    { 'placements[1].startMm': { key: 'shelf.too_wide', name, level: 1, by: '20' } },
    { 'placements[0].startMm': { key: 'shelf.too_high', name, level: 1, by: '15' } },
    { 'placements[0].startMm': { key: 'shelf.too_deep', name, level: 1, by: '5' } },
    { 'placements[0].startMm': { key: 'shelf.wrong_storage.chilled', name, level: 1 } },
    { 'placements[0].startMm': { key: 'shelf.too_heavy', name, level: 1, by: '5' } },
  ])
  expect(await db.shelfOrder.count()).toBe(0)
})

test('a board carries what stands on it already, and the new goods together', async () => {
  const { buyer, placement } = await aScene({ variant: { weightG: 1_500 } })
  await place(buyer, anOrder([placement]))
  const [refusal] = await Promise.allSettled([place(buyer, anOrder([{ ...placement, startMm: 480 }]))])

  expect(reasonsOf([refusal])).toEqual(['invalid shelf.too_heavy'])
  await place(buyer, anOrder([{ ...placement, startMm: 480, facings: 1 }]))
})

test('two placements of one order on each other are refused', async () => {
  const { buyer, placement } = await aScene()

  expect(
    reasonsOf(await Promise.allSettled([place(buyer, anOrder([placement, { ...placement, startMm: 100 }]))])),
  ).toEqual(['conflict shelf.overlap'])
})

test('periods that are over, or backwards, and too few cartons are refused at their field', async () => {
  const { buyer, placement, fixture, variant } = await aScene({ variant: { minCartons: 3 } })
  const cartons = (storeId: string) => [{ storeId, variantId: variant.id, cartons: 2 }]
  const orders = [
    anOrder([placement], { startsOn: '2026-11-23' }),
    anOrder([placement], { endsOn: '2026-12-01' }),
    anOrder([placement], { cartons: cartons(fixture.storeId) }),
    anOrder([placement], { cartons: cartons('str_none') }),
  ]
  const tries = await Promise.allSettled(orders.map((order) => place(buyer, order)))

  expect(reasonsOf(tries)).toEqual([
    'invalid period.past',
    'invalid period.backwards',
    'invalid cartons.minimum',
    'not_found error.not_found',
  ])
  expect(await db.shelfOrder.count()).toBe(0)
})

test('an order placed inside a larger transaction is undone with it', async () => {
  const { buyer, variant, placement } = await aScene()
  const { placeShelfOrder } = await import('#app/domain/shelf-orders/place-shelf-order.server.ts')
  const larger = inTransaction(db, async (tx) => {
    await placeShelfOrder(tx, buyer, anOrder([placement]), now)
    throw new Error('a later step failed')
  })

  await expect(larger).rejects.toThrow('a later step failed')
  expect(await levelOf(variant.id)).toEqual({ onHand: 240, reserved: 0 })
})
