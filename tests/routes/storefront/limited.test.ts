import { expect, test } from 'vitest'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as search } from '#app/routes/api/search.ts'
import { loader as suggestions } from '#app/routes/api/suggestions.ts'
import { loader as catalogue } from '#app/routes/storefront/catalogue.tsx'
import { get } from '#tests/support/ask.ts'
import { aVariant } from '#tests/support/make.ts'
import { useMeili } from '#tests/support/meilisearch.ts'

const at = new Date('2026-11-24T03:00:00Z')

test('while the engine is away the catalogue says so, finds everything, and is kept nowhere', async () => {
  const { product } = await aVariant()
  await indexProducts(db, [product.id], at)
  const whole = await catalogue(await get('/katalog?q=apel'))
  expect(whole.data).toMatchObject({ isLimited: false, counts: { total: 1 } })
  expect(new Headers(whole.init?.headers).get('cache-control')).toMatch(/^public/)

  useMeili({ url: 'http://127.0.0.1:1' })

  const limited = await catalogue(await get('/katalog?q=apel'))
  expect(limited.data).toMatchObject({ isLimited: true, counts: { total: 1 } })
  expect(new Headers(limited.init?.headers).get('cache-control')).toBe('private, no-store')
  const browsing = await catalogue(await get('/katalog'))
  expect(browsing.data).toMatchObject({ isLimited: false, counts: { total: 1 } })
  for (const answer of [
    await search(await get('/api/v1/search?q=apel')),
    await suggestions(await get('/saran?q=apel')),
  ])
    expect((answer as Response).headers.get('cache-control')).toBe('private, no-store')
})

test('who searches too often is told when to come again; browsing and others go on', async () => {
  const ask = async (url: string, address = '203.0.113.91') =>
    catalogue({ ...(await get(url)), context: { address } })
  const before = await Promise.allSettled(Array.from({ length: 241 }, (_, i) => ask(`/katalog?q=x${i % 3}`)))
  const refused = before.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused).toMatchObject([{ data: 1, init: { status: 429 } }])
  expect(new Headers(refused[0].init.headers).get('retry-after')).toBe('60')
  expect((await ask('/katalog')).data).toMatchObject({ isLimited: false })
  expect((await ask('/katalog?q=x', '203.0.113.92')).data).toMatchObject({ isLimited: false })
})
