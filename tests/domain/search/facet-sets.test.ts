import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { readFacetSets, removeUnusedSets } from '#app/domain/search/facet-sets.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aVariant } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')
const query = { words: '', filters: noFilters, sort: 'fitting', after: null, limit: 24 } as const

/** Sets that no product has, each with a village of its own. */
async function someSets(count: number): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ id: bigint }[]>`
    insert into search_facet_sets select n, array['villages:desa-' || n] from generate_series(1, ${count}::int) n
    returning id`
  return rows.map(({ id }) => id)
}

test('what was read before is still told when so many sets are read that some are forgotten', async () => {
  const ids = await someSets(20_100)
  const [first = 0n] = ids
  expect((await readFacetSets(db, [first])).has(first)).toBe(true)
  const all = await readFacetSets(db, ids)
  expect(ids.filter((id) => !all.has(id))).toEqual([])
  expect((await readFacetSets(db, [first])).size).toBe(1)
})

test('sets that no product has any more are taken away, the others and their counts stay', async () => {
  const { product } = await aVariant()
  await indexProducts(db, [product.id], at)
  await someSets(3)

  expect(await removeUnusedSets(db)).toBe(3)
  expect(await removeUnusedSets(db)).toBe(0)
  expect((await postgresEngine(db).search(query)).counts.villages).not.toEqual({})
})

test('products that are put in while sets are taken away miss none', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => aVariant()))
  const ids = made.map(({ product }) => product.id)
  const rounds = ids.map(async (id) => {
    for (let round = 0; round < 4; round++) {
      await db.product.update({ where: { id }, data: { status: round % 2 ? 'published' : 'paused' } })
      await indexProducts(db, [id], at)
    }
  })
  const removals = Array.from({ length: 6 }, () => removeUnusedSets(db))
  const results = await Promise.allSettled([...rounds, ...removals])

  expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  expect((await postgresEngine(db).search(query)).counts.total).toBe(6)
})
