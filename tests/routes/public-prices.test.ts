// What a cooperative pays its members and what it asks of chains is nobody else's, wherever a product is shown.
import { expect, test } from 'vitest'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as search } from '#app/routes/api/search.ts'
import { loader as suggestions } from '#app/routes/api/suggestions.ts'
import { loader as catalogue } from '#app/routes/storefront/catalogue.tsx'
import { loader as cooperative } from '#app/routes/storefront/cooperative.tsx'
import { loader as home } from '#app/routes/storefront/home.tsx'
import { loader as producer } from '#app/routes/storefront/producer.tsx'
import { loader as product } from '#app/routes/storefront/product.tsx'
import { loader as store } from '#app/routes/storefront/store.tsx'
import { loader as village } from '#app/routes/storefront/village.tsx'
import { get } from '#tests/support/ask.ts'
import { aFixture, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const prices = { retailPrice: 47_311n, wholesalePrice: 31_777n, memberPrice: 26_993n }

/** Everything a loader hands to its page or answers with, as text. */
async function textOf(answer: unknown): Promise<string> {
  if (answer instanceof Response) return answer.text()
  return JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

test('wholesale and member prices are on no public page and in no public answer', async () => {
  const variant = await aVariant(prices)
  const fixture = await aFixture()
  await aStanding(variant, fixture, { startsOn: '2020-01-01', endsOn: '2999-01-01' })
  await indexProducts(db, [variant.product.id], new Date())
  await indexNames(db, new Date())
  const {
    slug,
    producer: maker,
    cooperative: seller,
  } = await db.product.findUniqueOrThrow({
    where: { id: variant.product.id },
    select: {
      slug: true,
      producer: { select: { slug: true, village: { select: { slug: true } } } },
      cooperative: { select: { slug: true } },
    },
  })
  const of = (one: string) => get('/x', undefined, { slug: one })

  const answers = {
    search: search({ ...(await get('/api/v1/search?q=keripik')), context: {} }),
    everything: search({ ...(await get('/api/v1/search?limit=100')), context: {} }),
    suggestions: suggestions({ ...(await get('/saran?q=keripik')), context: {} }),
    catalogue: catalogue(await get('/katalog?q=keripik')),
    home: home(await get('/')),
    product: product(await of(slug)),
    producer: producer(await of(maker.slug)),
    cooperative: cooperative(await of(seller.slug)),
    village: village(await of(maker.village.slug)),
    store: store(await of(fixture.store.id.replace('_', '-'))),
  }
  for (const [name, answer] of Object.entries(answers)) {
    const text = await textOf(await answer)
    expect(text, name).toMatch(/keripik/i)
    expect(text.replace(/\D?\./g, ''), name).not.toMatch(/31777|26993/)
    expect(text, name).not.toMatch(/wholesale|memberPrice|member_price/i)
  }
  expect(await textOf(await search({ ...(await get('/api/v1/search')), context: {} }))).toContain('47311')
})

test('what is not published is in no public answer', async () => {
  const variant = await aVariant()
  await indexProducts(db, [variant.product.id], new Date())
  await indexNames(db, new Date())
  await db.product.updateMany({ data: { status: 'paused' } })
  expect(
    await textOf(await search({ ...(await get('/api/v1/search?q=keripik')), context: {} })),
  ).not.toContain('Manalagi')
  expect(await textOf(await suggestions({ ...(await get('/saran?q=keripik')), context: {} }))).not.toContain(
    'Manalagi',
  )
})
