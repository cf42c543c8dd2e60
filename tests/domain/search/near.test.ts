import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { findNearby, listNearestStores, type Nearby, withinReach } from '#app/domain/search/near.server.ts'
import { countCatalogue, searchCatalogue } from '#app/domain/search/search-catalogue.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aChain, aFixture, aStore, aVariant, aVillage } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const at = new Date('2026-11-24T03:00:00Z')
const today = '2026-11-24'
const question = {
  words: '',
  filters: noFilters,
  sort: 'fitting',
  after: null,
  limit: 24,
  near: null,
} as const

const storeSlug = ({ store }: { store: { id: string } }) => store.id.replace('_', '-')

/** A store so many kilometres south of -7.8, 112.5, which is where every village of a test lies. */
async function aStoreAt(km: number, name: string) {
  const store = await aStore(await aChain(), name)
  const place = { lat: -7.8 - km / 111.195, lon: 112.5 }
  await db.store.update({ where: { id: store.id }, data: place })
  return aFixture({ store })
}

async function aMarket() {
  const village = await aVillage('Beji')
  const [near, far] = [await aStoreAt(2, 'Dekat'), await aStoreAt(8, 'Jauh')]
  const [everywhere, farOnly, nowhere] = [await aVariant(), await aVariant(), await aVariant()]
  await aStanding(everywhere, near)
  await aStanding(everywhere, far)
  await aStanding(farOnly, far, { startMm: 400 })
  await indexProducts(
    db,
    [everywhere, farOnly, nowhere].map(({ product }) => product.id),
    at,
  )
  return { village, near, far, everywhere, farOnly, nowhere }
}

const slugOf = ({ product }: { product: { id: string } }) => product.id.replace('_', '-')

test('what stands in a store in reach is found, with the nearest store and how far it is', async () => {
  const { village, near, everywhere } = await aMarket()

  const found = await searchCatalogue(db, { ...question, near: { place: village.slug, km: 5 } }, at)

  expect(found.nearby).toMatchObject({ place: { kind: 'desa', name: 'Beji' }, stores: [{ name: 'Dekat' }] })
  expect(found.cards).toMatchObject([
    { slug: slugOf(everywhere), nearest: { slug: storeSlug(near), name: 'Dekat', isThere: true } },
  ])
  expect(found.cards[0]?.nearest?.km).toBeCloseTo(2, 1)
  expect(found.counts).toMatchObject({ total: 1 })
})

test('a wider reach finds more, and each product at its own nearest store', async () => {
  const { village, everywhere, farOnly } = await aMarket()

  const found = await searchCatalogue(db, { ...question, near: { place: village.slug, km: 10 } }, at)

  const nearest = Object.fromEntries(found.cards.map((card) => [card.slug, card.nearest?.name]))
  expect(nearest).toEqual({ [slugOf(everywhere)]: 'Dekat', [slugOf(farOnly)]: 'Jauh' })
})

test('no store in reach finds nothing, and says which is the nearest', async () => {
  const { village } = await aMarket()
  await db.village.update({ where: { code: village.code }, data: { lat: -6.9 } })

  const found = await searchCatalogue(db, { ...question, near: { place: village.slug, km: 20 } }, at)

  expect(found).toMatchObject({
    cards: [],
    next: null,
    counts: { total: 0 },
    nearby: { stores: [], nearest: { name: 'Dekat' } },
  })
})

test('where there is no store at all there is no nearest one', async () => {
  const { slug } = await aVillage('Beji')
  expect(await findNearby(db, { place: slug, km: 5 })).toMatchObject({ stores: [], nearest: null })
})

test('a store is a place too, and so is where somebody is', async () => {
  const { far } = await aMarket()

  expect(await findNearby(db, { place: storeSlug(far), km: 3 })).toMatchObject({
    place: { kind: 'store', name: 'Jauh' },
    stores: [{ name: 'Jauh', km: 0 }],
  })
  expect(await findNearby(db, { place: { lat: -7.8, lon: 112.5 }, km: 20 })).toMatchObject({
    place: { kind: 'here', slug: null },
    stores: [{ name: 'Dekat' }, { name: 'Jauh' }],
  })
})

test('a place that nobody knows is as if it were not asked for', async () => {
  await aMarket()

  const found = await searchCatalogue(db, { ...question, near: { place: 'nowhere', km: 5 } }, at)

  expect(found).toMatchObject({ nearby: null, asked: { near: null }, counts: { total: 3 } })
})

test('chosen stores and a place narrow each other', async () => {
  const { village, far } = await aMarket()
  const near = { place: village.slug, km: 5 }
  const count = (stores: string[], km: number) =>
    countCatalogue(db, { words: '', filters: { ...noFilters, stores }, near: { ...near, km } }, at)

  expect(await count([storeSlug(far)], 5)).toBe(0)
  expect(await count([storeSlug(far)], 10)).toBe(2)
  expect(await count(['nowhere'], 10)).toBe(0)
})

test('stores in reach keep their counts when one of them is chosen', async () => {
  const { village, near, far } = await aMarket()
  const filters = { ...noFilters, stores: [storeSlug(near)] }

  const { counts } = await searchCatalogue(
    db,
    { ...question, filters, near: { place: village.slug, km: 10 } },
    at,
  )

  expect(counts.stores).toEqual({ [storeSlug(near)]: 1, [storeSlug(far)]: 2 })
})

test('pages near a place show everything once', async () => {
  const { village } = await aMarket()
  const near = { place: village.slug, km: 10 }

  const first = await searchCatalogue(db, { ...question, near, limit: 1 }, at)
  const second = await searchCatalogue(db, { ...question, near, limit: 1, after: first.next }, at)

  expect(second.next).toBeNull()
  expect(new Set([...first.cards, ...second.cards].map(({ slug }) => slug)).size).toBe(2)
})

test('a store that will have it is named only where none has it', async () => {
  const [near, far] = [await aStoreAt(1, 'Dekat'), await aStoreAt(4, 'Jauh')]
  const [both, soon] = [await aVariant(), await aVariant()]
  await aStanding(both, near, { startsOn: '2026-12-01' })
  await aStanding(both, far)
  await aStanding(soon, near, { startsOn: '2026-12-01', startMm: 400 })
  const nearby = await findNearby(db, { place: { lat: -7.8, lon: 112.5 }, km: 5 })

  expect(
    await listNearestStores(db, [slugOf(both), slugOf(soon)], nearby?.stores ?? [], today),
  ).toMatchObject({
    [slugOf(both)]: { name: 'Jauh', isThere: true },
    [slugOf(soon)]: { name: 'Dekat', isThere: false, startsOn: '2026-12-01' },
  })
  expect(await listNearestStores(db, [], nearby?.stores ?? [], today)).toEqual({})
})

test('without a place the filters stay as they are', () => {
  const filters = { ...noFilters, stores: ['batu-kota'] }
  expect(withinReach(filters, null)).toBe(filters)
  const nearby: Nearby = {
    place: { kind: 'here', slug: null, name: '', lat: 0, lon: 0 },
    km: 5,
    stores: [],
    nearest: null,
  }
  expect(withinReach(noFilters, nearby)).toBeNull()
})
