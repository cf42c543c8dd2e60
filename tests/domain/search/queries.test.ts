import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { listFilterNames, searchProducts } from '#app/domain/search/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aFixture, aVariant } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')
const query = { words: 'apel', filters: noFilters, sort: 'fitting', after: null, limit: 24 } as const

test('what was found is shown as it is now, not as it was indexed', async () => {
  const variant = await aVariant({ retailPrice: 18_000n })
  await indexProducts(db, [variant.product.id], at)
  await db.variant.update({ where: { id: variant.id }, data: { retailPrice: 19_000n } })

  expect((await searchProducts(db, query, at)).cards).toMatchObject([{ price: 19_000n }])
})

test.for(['paused', 'archived'] as const)(
  'what is %s since it was indexed is never shown',
  async (status) => {
    const { product } = await aVariant()
    await indexProducts(db, [product.id], at)
    await db.product.update({ where: { id: product.id }, data: { status } })

    expect((await searchProducts(db, query, at)).cards).toEqual([])
  },
)

test('one can filter by what there is', async () => {
  await aVariant()
  const { store } = await aFixture()

  const names = await listFilterNames(db)

  expect(names).toMatchObject({
    categories: [{ slug: 'keripik-buah', name: 'Keripik buah', parentSlug: null }],
    villages: [{ name: 'Tulungrejo' }],
    stores: [{ slug: store.id.replace('_', '-'), name: 'Batu Kota' }],
  })
})
