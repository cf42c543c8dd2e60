import { expect, test } from 'vitest'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as catalogueLoader } from '#app/routes/storefront/catalogue.tsx'
import { loader as cooperative } from '#app/routes/storefront/cooperative.tsx'
import { loader as home } from '#app/routes/storefront/home.tsx'
import { loader as lost } from '#app/routes/storefront/not-found.tsx'
import { loader as producer } from '#app/routes/storefront/producer.tsx'
import { loader as product } from '#app/routes/storefront/product.tsx'
import { loader as store } from '#app/routes/storefront/store.tsx'
import { loader as storesLoader } from '#app/routes/storefront/stores.tsx'
import { loader as village } from '#app/routes/storefront/village.tsx'
import { loader as villages } from '#app/routes/storefront/villages.tsx'
import { get } from '#tests/support/ask.ts'
import { aFixture, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const catalogue = async (args: Parameters<typeof catalogueLoader>[0]) => (await catalogueLoader(args)).data

const stores = async (url = '/gerai') => (await storesLoader(await get(url))).data

const slugOf = (variant: { product: { id: string } }) => variant.product.id.replace('_', '-')

async function aMarket() {
  const variant = await aVariant()
  const fixture = await aFixture()
  await aStanding(variant, fixture, { startsOn: '2020-01-01', endsOn: '2999-01-01' })
  await indexProducts(db, [variant.product.id], new Date())
  return { variant, fixture }
}

test('an empty market has a home, a catalogue, villages and stores', async () => {
  expect(await home(await get('/'))).toMatchObject({ products: 0, stores: [], villages: [], shelf: [] })
  expect(await catalogue(await get('/katalog'))).toMatchObject({ cards: [], counts: { total: 0 } })
  expect(await stores()).toMatchObject({ stores: [] })
  expect(await villages()).toMatchObject({ villages: [] })
})

test('home shows what is new, which stores have it, and from how many villages', async () => {
  const { variant } = await aMarket()

  expect(await home(await get('/'))).toMatchObject({
    latest: [{ slug: slugOf(variant), stores: 1 }],
    stores: [{ name: 'Batu Kota', products: 1 }],
    featured: { name: 'Tulungrejo' },
    products: 1,
    place: 'Kota Batu',
  })
})

test('the catalogue finds as the address says, and says what was taken for what was typed', async () => {
  const { variant } = await aMarket()

  const found = await catalogue(await get('/katalog?q=kripk+apel&sertifikat=&urut=entah'))

  expect(found).toMatchObject({
    cards: [{ slug: slugOf(variant) }],
    match: { kind: 'respelt', words: 'keripik apel' },
    head: { path: '/katalog?q=kripk+apel' },
  })
})

test('a product page says where it stands, and takes no pack or store that is not its own', async () => {
  const { variant } = await aMarket()
  const ask = async (search = '') =>
    product(await get(`/produk/${slugOf(variant)}${search}`, undefined, { slug: slugOf(variant) }))

  expect(await ask()).toMatchObject({
    pack: { id: variant.id },
    product: { places: [{ storeName: 'Batu Kota', isThere: true }] },
    head: { path: `/produk/${slugOf(variant)}` },
  })
  expect(await ask('?kemasan=var_x&gerai=%00')).toMatchObject({ pack: { id: variant.id } })
})

test('canonical addresses carry no origin that only the request names', async () => {
  await aMarket()
  expect((await catalogue(await get('/katalog'))).head.origin).toBeNull()
})

test.for([
  ['product', product],
  ['store', store],
  ['village', village],
  ['cooperative', cooperative],
  ['producer', producer],
] as const)('a %s that is not there is answered with 404, whatever its name', async ([_, loader]) => {
  for (const slug of ['tidak-ada', '%00', '\u0000', '../x', 'a'.repeat(500), ''])
    await expect(loader(await get('/x', undefined, { slug }))).rejects.toMatchObject({
      init: { status: 404 },
    })
})

test('an address nobody has is answered with 404', () => {
  expect(() => lost()).toThrowError(expect.objectContaining({ init: { headers: undefined, status: 404 } }))
})

test('profiles show what their makers make', async () => {
  const { variant, fixture } = await aMarket()
  const row = await db.product.findUniqueOrThrow({
    where: { id: variant.product.id },
    select: {
      producer: { select: { slug: true, village: { select: { slug: true } } } },
      cooperative: { select: { slug: true } },
    },
  })
  const ask = (slug: string) => get('/x', undefined, { slug })
  const cards = [{ slug: slugOf(variant) }]

  expect(await producer(await ask(row.producer.slug))).toMatchObject({ cards })
  expect(await cooperative(await ask(row.cooperative.slug))).toMatchObject({ cards })
  expect(await village(await ask(row.producer.village.slug))).toMatchObject({ cards })
  expect(await store(await ask(fixture.store.id.replace('_', '-')))).toMatchObject({ cards })
})
