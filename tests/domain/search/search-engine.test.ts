import { describe, expect, test } from 'vitest'
import { noFilters, type SearchQuery } from '#app/domain/search/engine.ts'
import { feedSearch } from '#app/domain/search/feed-search.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { searchEngine } from '#app/domain/search/search-engine.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aVariant } from '#tests/support/make.ts'
import {
  aFragileWay,
  isWithoutMeili,
  meiliConfig,
  removeIndexes,
  useMeili,
} from '#tests/support/meilisearch.ts'

const at = new Date('2026-11-24T03:00:00Z')
const query: SearchQuery = { words: 'apel', filters: noFilters, sort: 'cheapest', after: null, limit: 24 }
const nowhere = { url: 'http://127.0.0.1:1', key: 'none' }

async function someApples(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const { product } = await aVariant({ name: `Keripik Apel ${i}`, retailPrice: BigInt(10_000 + i) })
    ids.push(product.id)
  }
  await indexProducts(db, ids, at)
  return ids
}

test('without a server everything is found in PostgreSQL, and nothing is limited', async () => {
  const ids = await someApples(2)
  expect(await searchEngine(db).search(query)).toMatchObject({ productIds: ids, isLimited: false })
})

test('where the server is not there PostgreSQL answers, limited; without words it would have anyway', async () => {
  const ids = await someApples(2)
  useMeili(nowhere)
  await db.searchIndex.create({
    data: { uid: 'idx_1', settingsVersion: '1', state: 'live', changedAt: at },
  })

  expect(await searchEngine(db).search(query)).toMatchObject({ productIds: ids, isLimited: true })
  expect(await searchEngine(db).page(query)).toMatchObject({ productIds: ids, isLimited: true })
  expect(await searchEngine(db).search({ ...query, words: ' ' })).toMatchObject({ isLimited: false })
})

test('before the first index is filled PostgreSQL answers, limited', async () => {
  const ids = await someApples(1)
  useMeili(nowhere)
  expect(await searchEngine(db).search(query)).toMatchObject({ productIds: ids, isLimited: true })
})

test('who pages by position goes on at the same place in PostgreSQL, and by key from there', async () => {
  const ids = await someApples(5)
  useMeili(nowhere)

  const second = await searchEngine(db).search({ ...query, limit: 2, after: 'o2' })
  expect(second.productIds).toEqual(ids.slice(2, 4))
  const third = await searchEngine(db).search({ ...query, limit: 2, after: second.next })
  expect(third).toMatchObject({ productIds: ids.slice(4), next: null })
})

test('who pages by position further than PostgreSQL goes sees the end, not a page again', async () => {
  await someApples(2)
  useMeili(nowhere)
  const far = await searchEngine(db).search({ ...query, limit: 1, after: 'o5001' })
  expect(far).toMatchObject({ productIds: [], next: null, isLimited: true, counts: { total: 2 } })
})

describe.skipIf(isWithoutMeili)('with a server', () => {
  test('words are looked for there; who began to page in PostgreSQL goes on in PostgreSQL', async () => {
    const ids = await someApples(4)
    useMeili(nowhere)
    const first = await searchEngine(db).search({ ...query, limit: 2 })
    const way = await aFragileWay()
    const meili = useMeili(way)
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    way.asked = 0

    expect(await searchEngine(db).search(query)).toMatchObject({ productIds: ids, isLimited: false })
    expect(way.asked).toBe(1)
    const second = await searchEngine(db).search({ ...query, limit: 2, after: first.next })
    expect(second).toMatchObject({ productIds: ids.slice(2), isLimited: false })
    expect(way.asked).toBe(1)
  })

  test.for(['failing', 'hanging'] as const)(
    'a server that is %s is asked once and not waited for by everybody; later it answers again',
    async (mood) => {
      const ids = await someApples(2)
      const way = await aFragileWay()
      const meili = useMeili(way)
      await feedSearch(db, meili, at)
      removeIndexes(meili)
      way.mood = mood
      way.asked = 0

      const began = performance.now()
      expect(await searchEngine(db).search(query)).toMatchObject({ productIds: ids, isLimited: true })
      expect(performance.now() - began).toBeLessThan(2_000)
      for (let i = 0; i < 5; i++) expect((await searchEngine(db).search(query)).isLimited).toBe(true)
      expect(way.asked).toBe(1)

      way.mood = 'well'
      await expect
        .poll(async () => (await searchEngine(db).search(query)).isLimited, {
          timeout: 10_000,
          interval: 200,
        })
        .toBe(false)
    },
  )

  test('an index that the server has lost is made and filled again by itself', async () => {
    const ids = await someApples(2)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    const { uid } = await db.searchIndex.findFirstOrThrow()
    await meili.deleteIndex(uid)
    expect(await searchEngine(db).search(query)).toMatchObject({ productIds: ids, isLimited: true })

    await feedSearch(db, meili, at)

    await expect
      .poll(async () => (await searchEngine(db).search(query)).isLimited, { timeout: 10_000 })
      .toBe(false)
    expect((await searchEngine(db).search(query)).productIds).toEqual(ids)
  })
})
