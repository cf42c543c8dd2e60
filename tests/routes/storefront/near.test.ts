import { expect, test } from 'vitest'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as catalogue, headers } from '#app/routes/storefront/catalogue.tsx'
import { loader as stores } from '#app/routes/storefront/stores.tsx'
import { get } from '#tests/support/ask.ts'
import { aFixture, aVariant, aVillage } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const storeSlug = ({ store }: { store: { id: string } }) => store.id.replace('_', '-')

async function aMarket() {
  const village = await aVillage('Beji')
  const variant = await aVariant()
  const fixture = await aFixture()
  await aStanding(variant, fixture, { startsOn: '2020-01-01', endsOn: '2999-01-01' })
  await indexProducts(db, [variant.product.id], new Date())
  return { village, variant, fixture }
}
const search = async (url: string) => catalogue(await get(url))
const cacheOf = (init: ResponseInit | null) => new Headers(init?.headers).get('cache-control')

test('near a village the catalogue says in which store and how far, and may be kept', async () => {
  const { village, fixture } = await aMarket()

  const { data, init } = await search(`/katalog?dekat=${village.slug}&jarak=10`)

  expect(data).toMatchObject({
    cards: [{ nearest: { slug: storeSlug(fixture), isThere: true } }],
    choice: { near: { place: village.slug, km: 10 } },
    head: { path: `/katalog?dekat=${village.slug}&jarak=10` },
  })
  expect(cacheOf(init)).toBe('public, no-cache')
})

test('a page that says where somebody is is kept by nobody, and its address is told to nobody', async () => {
  await aMarket()

  const { data, init } = await search('/katalog?q=apel&dekat=-7.80012345,112.50098765&jarak=10')

  expect(cacheOf(init)).toBe('private, no-store')
  expect(
    headers({ loaderHeaders: new Headers(init?.headers) } as Parameters<typeof headers>[0]),
  ).toBeInstanceOf(Headers)
  expect(data).toMatchObject({
    cards: [{}],
    choice: { near: { place: { lat: -7.8, lon: 112.501 } } },
    head: { path: '/katalog?q=apel' },
  })
  expect(
    JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain('80012345')
})

test.for(['nowhere', '%00', '-91,0', '1e9,1e9', ',', 'constructor'])(
  'a place that cannot be one, %s, is as if it were not asked for',
  async (place) => {
    await aMarket()
    const { data } = await search(`/katalog?dekat=${place}&jarak=abc`)
    expect(data).toMatchObject({
      nearby: null,
      choice: { near: null },
      cards: [{}],
      head: { path: '/katalog' },
    })
  },
)

test('where nothing is in reach, what to let go is offered with what it gives', async () => {
  const { village } = await aMarket()

  const { data } = await search(`/katalog?dekat=${village.slug}&jarak=3&sertifikat=halal`)

  expect(data).toMatchObject({
    cards: [],
    nearby: { stores: [], nearest: { name: 'Batu Kota' } },
    lifted: [{ name: 'Tanpa saringan apa pun', href: '/katalog', count: 1 }],
    elsewhere: [{}],
  })
})

test('nothing found for words alone blames no filter', async () => {
  await aMarket()
  const { data } = await search('/katalog?q=televisi')
  expect(data).toMatchObject({ cards: [], lifted: [], elsewhere: [{}] })
})

test('stores come by distance from a place', async () => {
  const { village, fixture } = await aMarket()
  const far = await aFixture()
  await db.store.update({ where: { id: far.store.id }, data: { lat: -7.8, lon: 112.5 } })
  const ask = async (place: string) => {
    const { data, init } = await stores(await get(`/gerai?dekat=${place}`))
    return { ...data, slugs: data.stores.map(({ slug }) => slug), cache: cacheOf(init) }
  }

  expect(await ask(village.slug)).toMatchObject({
    slugs: [storeSlug(far), storeSlug(fixture)],
    stores: [{ km: 0 }, {}],
    place: { name: 'Beji' },
    cache: 'public, no-cache',
  })
  expect(await ask('-7.87,112.52')).toMatchObject({
    slugs: [storeSlug(fixture), storeSlug(far)],
    head: { path: '/gerai' },
    cache: 'private, no-store',
  })
  expect(await ask('nowhere')).toMatchObject({ slugs: [storeSlug(fixture), storeSlug(far)], place: null })
})
