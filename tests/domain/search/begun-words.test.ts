import { expect, test } from 'vitest'
import { beginMuch } from '#app/domain/search/begun-words.server.ts'
import { noFilters } from '#app/domain/search/engine.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aVariant } from '#tests/support/make.ts'

test('one or two letters that begin a known word begin much; what finds nothing or little does not', async () => {
  const { product } = await aVariant({ name: 'Keripik Apel' })
  await indexProducts(db, [product.id], new Date('2026-11-24T03:00:00Z'))
  for (const words of [['k'], ['ke']]) expect(await beginMuch(db, words)).toBe(true)
  for (const words of [[], ['zq'], ['ker'], ['12'], ['keripik', 'a']])
    expect(await beginMuch(db, words)).toBe(false)

  const query = { filters: noFilters, sort: 'popular', after: null, limit: 5, isTyping: true } as const
  const found = async (words: string) => (await postgresEngine(db).page({ ...query, words })).productIds
  for (const words of ['ke', 'ker', 'keripik a']) expect(await found(words)).toEqual([product.id])
  expect(await found('zq')).toEqual([])
})
