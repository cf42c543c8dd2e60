import { expect, test } from 'vitest'
import { requireProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aChain, aCooperative, aFixture, anotherVariant, aStore, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const today = '2026-11-24'
const slugOf = (variant: { product: { id: string } }) => variant.product.id.replace('_', '-')

test('a product is shown with its packs, who made it and where it is from', async () => {
  const cooperative = await aCooperative()
  const variant = await aVariant({ cooperative, retailPrice: 18_000n })

  const product = await requireProduct(db, slugOf(variant), today, '')

  expect(product).toMatchObject({
    name: 'Keripik Apel Manalagi 100 g',
    isTaxable: true,
    category: { slug: 'keripik-buah' },
    village: { name: 'Tulungrejo', kind: 'desa', district: 'Bumiaji' },
    producer: { name: 'Kelompok Tani Makmur' },
    cooperative: { slug: cooperative.slug, name: cooperative.shortName },
    packs: [{ id: variant.id, price: 18_000n, widthMm: 160, isInStock: true }],
    certificates: [],
    places: [],
    shelf: null,
  })
})

test.for(['paused', 'archived'] as const)(
  'a product that is %s is not there, like one that never was',
  async (status) => {
    const variant = await aVariant()
    await db.product.update({ where: { id: variant.product.id }, data: { status } })

    for (const slug of [slugOf(variant), 'tidak-ada'])
      await expect(requireProduct(db, slug, today, '')).rejects.toMatchObject({ kind: 'not_found' })
  },
)

test('the largest price is shown to the rupiah', async () => {
  const variant = await aVariant({ retailPrice: 999_999_999_999n })
  const { packs } = await requireProduct(db, slugOf(variant), today, '')
  expect(packs[0]?.price).toBe(999_999_999_999n)
})

test('certificates are shown while they are valid, and say when they are only examples', async () => {
  const variant = await aVariant()
  const { cooperativeId } = variant
  const productId = variant.product.id
  const row = { cooperativeId, productId, isSample: false, expiresOn: null }
  await db.certificate.createMany({
    data: [
      { ...row, id: 'cer_1', kind: 'halal', number: 'contoh', isSample: true },
      { ...row, id: 'cer_2', kind: 'pirt', number: '2', expiresOn: new Date('2026-11-25') },
      { ...row, id: 'cer_3', kind: 'nkv', number: '3', expiresOn: new Date(today) },
    ],
  })

  const { certificates } = await requireProduct(db, slugOf(variant), today, '')

  expect(certificates).toEqual([
    { kind: 'halal', number: 'contoh', isSample: true, expiresOn: null },
    { kind: 'pirt', number: '2', isSample: false, expiresOn: '2026-11-25' },
  ])
})

async function threeStores() {
  const chain = await aChain()
  const fixtures = []
  for (const name of ['Nanti', 'Anyar', 'Batu'])
    fixtures.push(await aFixture({ store: await aStore(chain, name), levels: 2 }))
  return fixtures as [(typeof fixtures)[0], (typeof fixtures)[0], (typeof fixtures)[0]]
}

test('it stands once in each store, there already before there later, and the first board is drawn', async () => {
  const [later, first, second] = await threeStores()
  const variant = await aVariant()
  const neighbour = await aVariant({ name: 'Sari Apel' })
  await aStanding(variant, later, { startsOn: '2026-12-01' })
  await aStanding(variant, first, { level: 2, facings: 3 })
  await aStanding(variant, first, { level: 1 })
  await aStanding(variant, second)
  await aStanding(neighbour, first, { level: 1, startMm: 700 })

  const { places, shelf } = await requireProduct(db, slugOf(variant), today, '')

  expect(places).toMatchObject([
    { storeName: 'Anyar', level: 1, facings: 2, isThere: true, startsOn: '2026-11-01' },
    { storeName: 'Batu', isThere: true },
    { storeName: 'Nanti', isThere: false, startsOn: '2026-12-01' },
  ])
  expect(shelf).toMatchObject({
    storeSlug: first.store.id.replace('_', '-'),
    level: 1,
    widthMm: 1200,
    items: [
      { name: 'Keripik Apel Manalagi 100 g', startMm: 0, isThere: true },
      { name: 'Sari Apel', startMm: 700 },
    ],
    others: [],
  })
})

test('of several packs each store says which stand there, and from when', async () => {
  const [later, first] = await threeStores()
  const variant = await aVariant()
  const large = { ...(await anotherVariant(variant, { netContent: '250 g' })), product: variant.product }
  await aStanding(large, later)
  await aStanding(variant, first, { level: 2 })
  await aStanding(large, first, { startsOn: '2026-12-01' })

  const { places } = await requireProduct(db, slugOf(variant), today, '')

  expect(places).toMatchObject([
    {
      storeName: 'Anyar',
      isThere: true,
      level: 2,
      packs: [
        { netContent: '100 g', level: 2, isThere: true },
        { netContent: '250 g', level: 1, isThere: false, startsOn: '2026-12-01' },
      ],
    },
    { storeName: 'Nanti', isThere: true, packs: [{ netContent: '250 g', isThere: true }] },
  ])
})

test('the board of the store that was chosen is drawn; of one where it does not stand, the first', async () => {
  const [later, first] = await threeStores()
  const variant = await aVariant()
  await aStanding(variant, later, { startsOn: '2026-12-01' })
  await aStanding(variant, first)
  const shelf = async (store: string) => (await requireProduct(db, slugOf(variant), today, store)).shelf

  expect((await shelf(later.store.id.replace('_', '-')))?.items).toMatchObject([{ isThere: false }])
  expect((await shelf('nowhere'))?.storeSlug).toBe(first.store.id.replace('_', '-'))
})

test.for([
  ['asked', { status: 'asked' as const }],
  ['declined', { status: 'declined' as const }],
  ['released', { releasedAt: new Date('2026-11-20') }],
  ['over', { startsOn: '2026-10-01', endsOn: today }],
] as const)('what was only %s does not stand anywhere', async ([_, over]) => {
  const variant = await aVariant()
  await aStanding(variant, await aFixture(), over)

  expect(await requireProduct(db, slugOf(variant), today, '')).toMatchObject({ places: [], shelf: null })
})
