import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aChain, aCooperative, aFixture, aStore, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'
import { aDocument } from './contract.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function find(words: string, filters: Partial<typeof noFilters> = {}) {
  const query = {
    words,
    filters: { ...noFilters, ...filters },
    sort: 'fitting',
    after: null,
    limit: 24,
  } as const
  return (await postgresEngine(db).search(query)).productIds
}

test('a product is found by its name, producer, village, cooperative and category', async () => {
  const cooperative = await aCooperative()
  const { product } = await aVariant({ cooperative })
  await indexProducts(db, [product.id], at)

  for (const words of [
    'kripik apel',
    'tani makmur',
    'tulungrejo',
    cooperative.name,
    'fruit crisps',
    '100 gram',
  ])
    expect(await find(words)).toEqual([product.id])
})

test('a village is found in every way its name is written', async () => {
  const cooperative = await aCooperative()
  await db.village.update({
    where: { code: cooperative.villageCode ?? '' },
    data: { name: 'Oro-oro Ombo', spellings: ['Orooro Ombo'] },
  })
  const { product } = await aVariant({ cooperative })
  await indexProducts(db, [product.id], at)

  for (const words of ['oro-oro ombo', 'oro oro ombo', 'orooro ombo', 'Desa Oro-Oro Ombo', 'oroorombo'])
    expect(await find(words)).toEqual([product.id])
})

test('a parent category holds what its children hold', async () => {
  await db.category.create({
    data: { slug: 'camilan', nameId: 'Camilan', nameEn: 'Snacks', position: 1, ppnClass: 'taxable' },
  })
  const { product } = await aVariant()
  await db.category.update({ where: { slug: 'keripik-buah' }, data: { parentSlug: 'camilan' } })
  await indexProducts(db, [product.id], at)

  expect(await find('', { categories: ['camilan'] })).toEqual([product.id])
  expect(await find('', { categories: ['keripik-buah'] })).toEqual([product.id])
})

test.for(['paused', 'archived'] as const)('what is %s is taken out of the index', async (status) => {
  const { product } = await aVariant()
  await indexProducts(db, [product.id], at)
  await db.product.update({ where: { id: product.id }, data: { status } })

  await indexProducts(db, [product.id, product.id, 'prd_nobody'], at)

  expect(await find('apel')).toEqual([])
})

test('a certificate counts while it is valid', async () => {
  const { product } = await aVariant()
  const certificate = (kind: 'halal' | 'pirt', expiresOn: string | null) => ({
    id: `cer_${kind}`,
    cooperativeId: '',
    productId: product.id,
    kind,
    number: '1',
    expiresOn: expiresOn && new Date(expiresOn),
  })
  const { cooperativeId } = await db.product.findUniqueOrThrow({ where: { id: product.id } })
  await db.certificate.createMany({
    data: [
      { ...certificate('halal', null), cooperativeId },
      { ...certificate('pirt', '2026-11-24'), cooperativeId },
    ],
  })
  await indexProducts(db, [product.id], at)

  expect(await find('', { certificates: ['halal'] })).toEqual([product.id])
  expect(await find('', { certificates: ['pirt'] })).toEqual([])
})

test('a product is found by the stores where it stands or will stand, and by no other', async () => {
  const variant = await aVariant()
  const chain = await aChain()
  const fixtures = await Promise.all(
    ['Sekarang', 'Nanti', 'Dulu', 'Ditolak', 'Ditarik'].map(async (name) =>
      aFixture({ store: await aStore(chain, name) }),
    ),
  )
  const [now, later, over, declined, released] = fixtures
  if (!now || !later || !over || !declined || !released) throw new Error('five fixtures')
  await aStanding(variant, now)
  await aStanding(variant, later, { startsOn: '2026-12-01' })
  await aStanding(variant, over, { startsOn: '2026-10-01', endsOn: '2026-11-24' })
  await aStanding(variant, declined, { status: 'declined' })
  await aStanding(variant, released, { releasedAt: at })
  await indexProducts(db, [variant.product.id], at)

  const { set } = await db.searchRow.findUniqueOrThrow({
    where: { productId: variant.product.id },
    select: { set: true },
  })
  const standing = await db.store.findMany({ where: { id: { in: [now.storeId, later.storeId] } } })
  expect(set.facets.filter((one) => one.startsWith('stores:'))).toEqual(
    standing.map(({ slug }) => `stores:${slug}`).toSorted(),
  )
})

test('the cheapest of several packs is the price one filters and sorts by', async () => {
  const variant = await aVariant({ retailPrice: 18_000n })
  const small = await aVariant({ retailPrice: 10_500n })
  await db.variant.update({
    where: { id: small.id },
    data: {
      productId: variant.product.id,
      cooperativeId: variant.cooperativeId,
      frontPhotoId: variant.frontPhotoId,
    },
  })
  await indexProducts(db, [variant.product.id, small.product.id], at)

  expect(await find('', { toPrice: 11_000n })).toEqual([variant.product.id])
  expect(await find('', { fromPrice: 11_000n })).toEqual([])
})

test('a rebuild finds what was never indexed and forgets what is no product', async () => {
  const variants = [await aVariant(), await aVariant({ name: 'Sari Apel' })]
  await postgresEngine(db).put([aDocument({ productId: 'prd_gone', name: 'Hantu Apel' })])

  expect(await rebuildIndex(db, at)).toBe(2)
  expect(await rebuildIndex(db, at)).toBe(2)

  expect((await find('apel')).toSorted()).toEqual(variants.map((one) => one.product.id).toSorted())
  expect(await find('hantu')).toEqual([])
})

test('of many that index one product at once, the index ends as the product is', async () => {
  const { product } = await aVariant()
  const jobs = Array.from({ length: 20 }, async (_, i) => {
    await db.product.update({ where: { id: product.id }, data: { name: `Keripik nomor satu ${i}` } })
    await indexProducts(db, [product.id], at)
  })
  expect((await Promise.allSettled(jobs)).map((job) => job.status)).toEqual(Array(20).fill('fulfilled'))

  const { name } = await db.product.findUniqueOrThrow({ where: { id: product.id } })
  expect(await find(name)).toEqual([product.id])
})
