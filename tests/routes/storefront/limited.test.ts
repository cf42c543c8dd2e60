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
