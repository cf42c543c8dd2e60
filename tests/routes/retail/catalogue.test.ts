import { expect, test } from 'vitest'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { placeShelfOrder } from '#app/domain/shelf-orders/place-shelf-order.server.ts'
import { addDays, dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { loader } from '#app/routes/retail/catalogue.tsx'
import { loader as whereTo } from '#app/routes/retail/put-on-shelf.tsx'
import { get } from '#tests/support/ask.ts'
import { aBuyer, aFixture, anOfficer, anotherVariant, aVariant } from '#tests/support/make.ts'
import { anOrder, place } from '#tests/support/orders.ts'
import { aKind, theLaw } from '#tests/support/readiness.ts'

const status = (code: number) => ({ init: { status: code } })

async function aMarket() {
  await theLaw()
  await aKind({ licences: [], halalScope: 'none' })
  const variant = await aVariant()
  await indexProducts(db, [variant.productId], new Date())
  return { buyer: await aBuyer(), variant, params: { variantId: variant.id } }
}
const page = async (who: Parameters<typeof get>[1], search = '') =>
  loader(await get(`/ritel/katalog${search}`, who))

async function colleagueOf(buyer: Awaited<ReturnType<typeof aBuyer>>, role: 'store_staff' | 'finance') {
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: buyer.chainId } })
  return aBuyer({ organisation, role })
}

test('a buyer sees what is offered; who minds a store sees it without the way to a shelf', async () => {
  const { buyer } = await aMarket()
  expect(await page(buyer)).toMatchObject({ packs: [{ name: 'Keripik Apel Manalagi 100 g' }], mayPlan: true })
  const staff = await page(await colleagueOf(buyer, 'store_staff'))
  expect([staff.packs.length, staff.mayPlan]).toEqual([1, false])
})

test('each pack says its own size and what more cartons cost', async () => {
  const { buyer, variant } = await aMarket()
  await anotherVariant(variant, { netContent: '250 g', breaks: [{ fromCartons: 20, price: 12_700n }] })
  expect((await page(buyer)).packs).toMatchObject([
    { name: 'Keripik Apel Manalagi 100 g', breaks: [] },
    { name: 'Keripik Apel Manalagi 250 g', breaks: [{ fromCartons: 20, price: 12_700n }] },
  ])
})

test('nobody else gets in', async () => {
  const { buyer } = await aMarket()
  await expect(page(await anOfficer())).rejects.toMatchObject(status(403))
  await expect(page(await colleagueOf(buyer, 'finance'))).rejects.toMatchObject(status(403))
  await expect(page(undefined)).rejects.toMatchObject({ status: 302 })
})

test('the address narrows by everybody’s filters and by those of trade', async () => {
  const { buyer } = await aMarket()
  const count = async (search: string) => (await page(buyer, search)).packs.length
  expect(await count('?stok-karton=10')).toBe(1)
  expect(await count('?stok-karton=11')).toBe(0)
  expect(await count('?minimal-karton=1&siap-hari=2')).toBe(1)
  expect(await count('?siap-hari=1')).toBe(0)
  expect(await count('?simpan=dingin')).toBe(0)
  expect(await count('?q=<script>&urut=x&stok-karton=-1&sisa-umur=999')).toBeLessThan(2)
})

test('what another chain ordered and drew is not told', async () => {
  const { buyer, variant } = await aMarket()
  const other = await aBuyer()
  const [shelf] = (await aFixture({ chain: { id: other.chainId } })).shelves
  await place(other, anOrder([{ shelfId: shelf?.id ?? '', variantId: variant.id, startMm: 0, facings: 1 }]))
  await db.purchaseOrderLine.updateMany({ data: { status: 'accepted' } })
  const [theirs, ours] = [(await page(other)).packs[0], (await page(buyer)).packs[0]]
  expect([theirs?.ownStores, ours?.ownStores]).toEqual([1, 0])
  const told = JSON.stringify(await page(buyer), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  expect(told).not.toContain(other.chainId)
  expect(told).not.toContain(other.organisationName)
  expect(told).not.toContain('memberPrice')
})

test('from a row to the own shelves on which it would stand', async () => {
  const { buyer, params } = await aMarket()
  const fixture = await aFixture({ chain: { id: buyer.chainId }, levels: 2 })
  await aFixture({ chain: { id: buyer.chainId }, storage: 'chilled' })
  await aFixture()
  const { fixtures } = await whereTo(await get('/', buyer, params))
  expect(fixtures).toMatchObject([{ id: fixture.id, levels: [1, 2], freeLevels: [1, 2] }])
})

test('a board that is taken has no room', async () => {
  const { buyer, params } = await aMarket()
  const [low, high] = (await aFixture({ chain: { id: buyer.chainId }, levels: 2 })).shelves
  const today = dayOf(new Date())
  const wide = await aVariant({ widthMm: 1_100 })
  const order = { startsOn: today, endsOn: addDays(today, 90) }
  await placeShelfOrder(
    db,
    buyer,
    anOrder([{ shelfId: low?.id ?? '', variantId: wide.id, startMm: 0, facings: 1 }], order),
    new Date(),
  )
  const { fixtures } = await whereTo(await get('/', buyer, params))
  expect(fixtures).toMatchObject([{ levels: [1, 2], freeLevels: [high?.level] }])
})

test('a board that is too low is not one of them', async () => {
  const { buyer, params } = await aMarket()
  await aFixture({ chain: { id: buyer.chainId }, heightMm: 200 })
  expect((await whereTo(await get('/', buyer, params))).fixtures).toMatchObject([{ levels: [] }])
})

test('what is not sold has no way to a shelf, and who may not plan has none either', async () => {
  const { buyer, variant, params } = await aMarket()
  const staff = await colleagueOf(buyer, 'store_staff')
  await expect(whereTo(await get('/', staff, params))).rejects.toMatchObject(status(403))
  await db.product.update({ where: { id: variant.productId }, data: { status: 'archived' } })
  for (const variantId of [variant.id, 'var_none'])
    await expect(whereTo(await get('/', buyer, { variantId }))).rejects.toMatchObject(status(404))
})
