import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { searchProducts } from '#app/domain/search/queries.server.ts'
import { type BuyerQuery, searchForBuyer } from '#app/domain/search/search-for-buyer.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, addStock, aStore, aVariant, gtin13 } from '#tests/support/make.ts'
import { now } from '#tests/support/orders.ts'
import { aCertificate, aKind, theLaw } from '#tests/support/readiness.ts'

const anything = { keepsRules: false, cartonsInStock: null, leastLifePercent: null }
const query = (over: Partial<BuyerQuery> = {}): BuyerQuery => ({
  words: '',
  filters: noFilters,
  sort: 'newest',
  after: null,
  limit: 24,
  wishes: anything,
  ...over,
})

/** A variant that can be found. */
async function aFound(over: Parameters<typeof aVariant>[0] = {}) {
  const variant = await aVariant(over)
  await indexProducts(db, [variant.productId], now)
  return variant
}
async function aMarket() {
  await theLaw()
  await aKind({ licences: ['pirt', 'bpom_md'], halalScope: 'food' })
  return { buyer: await aBuyer() }
}
const found = async (buyer: Awaited<ReturnType<typeof aBuyer>>, over: Partial<BuyerQuery> = {}) =>
  searchForBuyer(db, buyer, query(over), now)
const names = (answer: Awaited<ReturnType<typeof found>>) => answer.packs.map(({ name }) => name)
const wishing = (over: object) => ({ wishes: { ...anything, ...over } })

test('a row says what a buyer reckons with: piece, carton, margin, stock, life on arrival', async () => {
  const { buyer } = await aMarket()
  await aFound({ onHand: 100 })
  const { packs } = await found(buyer)
  // 18.000 with PPN is 16.216 without; 250 days from 26 November to 1 August, a lead time of two days.
  expect(packs).toMatchObject([
    {
      wholesalePrice: 13_500n,
      cartonPrice: 324_000n,
      margin: { amount: 2_716n, basisPoints: 1_674 },
      availableCartons: 4,
      life: { mostDays: 248, isShort: false },
    },
  ])
})

test('a stale index shows nothing that is hidden now, and today’s price and stock', async () => {
  const { buyer } = await aMarket()
  const hidden = await aFound({ name: 'Keripik Nangka' })
  const sold = await aFound({ name: 'Keripik Apel' })
  await db.product.update({ where: { id: hidden.productId }, data: { status: 'paused' } })
  await db.variant.update({ where: { id: sold.id }, data: { wholesalePrice: 14_000n } })
  const { packs, counts } = await found(buyer)
  expect(packs).toMatchObject([{ name: 'Keripik Apel', wholesalePrice: 14_000n }])
  expect(counts.total).toBe(2)
})

test('the rules of the own chain leave out what misses them, or say which one; another chain’s do not', async () => {
  const { buyer } = await aMarket()
  await db.retailChain.update({
    where: { organisationId: buyer.chainId },
    data: { requires: ['licence', 'certificate:halal'] },
  })
  const right = await aFound({ name: 'Keripik Apel' })
  await aFound({ name: 'Keripik Nangka' })
  await aCertificate(right, 'pirt', '2026-12-01')
  await aCertificate(right, 'halal')
  await indexProducts(db, [right.productId], now)

  expect(names(await found(buyer, wishing({ keepsRules: true })))).toEqual(['Keripik Apel'])
  const all = await found(buyer)
  expect(all.packs.map(({ name, missed }) => [name, missed])).toEqual([
    ['Keripik Nangka', ['licence', 'certificate:halal']],
    ['Keripik Apel', []],
  ])
  // The certificate has expired since it was indexed.
  const later = new Date('2026-12-01T03:00:00Z')
  const answer = await searchForBuyer(db, buyer, query(wishing({ keepsRules: true })), later)
  expect([answer.counts.total, answer.packs]).toEqual([1, []])

  const other = await aBuyer()
  const theirs = await found(other, wishing({ keepsRules: true }))
  expect(theirs.packs.map(({ missed }) => missed)).toEqual([[], []])
})

test('life on arrival is held against the chain, and against what is asked', async () => {
  const { buyer } = await aMarket()
  const chain = { where: { organisationId: buyer.chainId } }
  await db.retailChain.update({ ...chain, data: { leastRemainingLifePercent: 60 } })
  await aFound({ name: 'Lama', shelfLifeDays: 600 })
  await aFound({ name: 'Baru', shelfLifeDays: 270 })
  await aFound({ name: 'Kosong', onHand: 0 })
  const { packs } = await found(buyer)
  expect(packs.map(({ name, life }) => [name, life.isShort])).toEqual([
    ['Kosong', false],
    ['Baru', false],
    ['Lama', true],
  ])
  expect(names(await found(buyer, wishing({ keepsRules: true })))).toEqual(['Kosong', 'Baru'])
  expect(names(await found(buyer, wishing({ leastLifePercent: 40 })))).toEqual(['Baru', 'Lama'])
  expect(names(await found(buyer, wishing({ leastLifePercent: 95 })))).toEqual([])
})

test('what will have expired when it arrives is too short, though nothing is left to count days of', async () => {
  const { buyer } = await aMarket()
  const dead = await aFound({ name: 'Lewat' })
  await db.lot.updateMany({
    where: { variantId: dead.id },
    data: { bestBefore: new Date('2026-11-25T00:00:00Z') },
  })
  const { packs } = await found(buyer)
  expect(packs.map(({ name, life }) => [name, life.mostDays, life.isShort])).toEqual([['Lewat', null, true]])
  expect(names(await found(buyer, wishing({ keepsRules: true })))).toEqual([])
})

test('stock for so many cartons is what is there and not reserved, over as many pages of the index as it takes', async () => {
  const { buyer } = await aMarket()
  for (let i = 0; i < 5; i++) await aFound({ name: `Sedikit ${i}`, onHand: 24 })
  const plenty = await aFound({ name: 'Banyak', onHand: 24 })
  await db.product.update({ where: { id: plenty.productId }, data: { publishedAt: new Date('2020-01-01') } })
  await indexProducts(db, [plenty.productId], now)
  await addStock(plenty.id, plenty.cooperativeId, 24)
  const two = wishing({ cartonsInStock: 2 })
  const first = await found(buyer, { ...two, limit: 2 })
  expect([names(first), first.next, first.counts.total]).toEqual([['Banyak'], null, 6])
  expect(names(await found(buyer, wishing({ cartonsInStock: 1 })))).toHaveLength(6)
})

test('that something was left out is said, and that there may be more where a page has nothing', async () => {
  const { buyer } = await aMarket()
  for (let i = 0; i < 8; i++) await aFound({ name: `Sedikit ${i}`, onHand: 24 })
  const told = ({ packs, next, isLeftOut }: Awaited<ReturnType<typeof found>>) => [
    packs.length,
    next !== null,
    isLeftOut,
  ]
  const two = wishing({ cartonsInStock: 2 })
  expect(told(await found(buyer, { limit: 1 }))).toEqual([1, true, false])
  expect(told(await found(buyer, { ...two, limit: 1 }))).toEqual([0, true, true])
  expect(told(await found(buyer, two))).toEqual([0, false, true])
  // Stock of which nothing keeps until it arrives misses the rules that nobody spelt out as a wish for stock.
  await db.lot.updateMany({ data: { bestBefore: new Date('2026-11-25T00:00:00Z') } })
  expect(told(await found(buyer, wishing({ keepsRules: true })))).toEqual([0, false, true])
})

test('bounds are of the pack in the row, not of another pack of its product', async () => {
  const { buyer } = await aMarket()
  const small = await aFound({ name: 'Keripik', minCartons: 5, leadTimeDays: 1 })
  const { id: _, gtin: __, product: ___, ...pack } = small
  await db.variant.create({
    data: { ...pack, id: 'var_large', gtin: gtin13('209999999999'), minCartons: 1, leadTimeDays: 9 },
  })
  await indexProducts(db, [small.productId], now)
  const within = async (bounds: object) =>
    (await found(buyer, { filters: { ...noFilters, ...bounds } })).packs.map(({ minCartons }) => minCartons)
  expect(await within({})).toHaveLength(2)
  expect(await within({ mostMinCartons: 2 })).toEqual([1])
  expect(await within({ mostLeadDays: 3 })).toEqual([5])
  expect(await within({ mostMinCartons: 2, mostLeadDays: 3 })).toEqual([])
})

test('what shoppers see has no wholesale price in it', async () => {
  await aMarket()
  await aFound()
  const { wishes: _, ...asked } = query()
  const { cards } = await searchProducts(db, asked, now)
  expect(cards).toHaveLength(1)
  expect(Object.keys(cards[0] ?? {}).join()).not.toMatch(/wholesale|member|margin/i)
})

test('only stores of the own chain can be narrowed by', async () => {
  const { buyer } = await aMarket()
  const other = await aBuyer()
  const own = await aStore({ id: buyer.chainId }, 'Sendiri')
  await aStore({ id: other.chainId }, 'Lain')
  expect((await found(buyer)).names.stores.map(({ slug }) => slug)).toEqual([own.slug])
})

test('who has no business with shelves does not search here', async () => {
  const { buyer } = await aMarket()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: buyer.chainId } })
  const finance = await aBuyer({ organisation, role: 'finance' })
  await expect(found(finance)).rejects.toMatchObject({ kind: 'forbidden' })
})
