import { expect, test, vi } from 'vitest'
import { listDocuments } from '#app/domain/search/documents.server.ts'
import type { ProductDocument, SearchEngine } from '#app/domain/search/engine.ts'
import { meiliEngine } from '#app/domain/search/meili-engine.server.ts'
import { createIndex, deleteIndex } from '#app/domain/search/meili-index.server.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { listSynonyms } from '#app/domain/search/synonyms.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { meilisearch } from '#app/platform/meilisearch.server.ts'
import { isWithoutMeili, meiliConfig } from '#tests/support/meilisearch.ts'
import { writeSynonyms } from '../../../prisma/seed/synonyms.ts'
import { seed } from '../../../prisma/seed.ts'
import { batuJudged } from './relevance/batu-judged.ts'
import { coastGoods } from './relevance/coast-goods.ts'
import { coastJudged } from './relevance/coast-judged.ts'
import { hillsGoods } from './relevance/hills-goods.ts'
import { hillsJudged } from './relevance/hills-judged.ts'
import { type Judged, scoreOf } from './relevance/judged.ts'

const day = '2026-11-24'

/** The demonstration as engines are given it. Draws its pictures too, which takes a busy machine its time. */
async function batuDocuments(): Promise<ProductDocument[]> {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.stubEnv('SEED', 'demo')
  await seed(day)
  vi.unstubAllEnvs()
  vi.mocked(console.log).mockRestore()
  const products = await db.product.findMany({ select: { id: true } })
  return listDocuments(
    db,
    products.map(({ id }) => id),
    dayOf(new Date(`${day}T05:00:00Z`)),
  )
}

const withSynonyms = (documents: ProductDocument[]) => async () => {
  await writeSynonyms(db)
  return documents
}

async function openMeili(): Promise<{ engine: SearchEngine; close(): Promise<void> }> {
  const meili = meilisearch(meiliConfig())
  const uid = `test_${newId('product')}`
  const synonyms = await listSynonyms(db)
  await createIndex(meili, uid, synonyms)
  return { engine: meiliEngine(meili, uid, synonyms), close: () => deleteIndex(meili, uid) }
}

const lists: [string, readonly Judged[], () => Promise<ProductDocument[]>][] = [
  ['demonstration', batuJudged, batuDocuments],
  ['coast', coastJudged, withSynonyms(coastGoods)],
  ['hills', hillsJudged, withSynonyms(hillsGoods)],
]

test('the lists are long enough, and ask nothing twice', () => {
  for (const [, judged] of lists) expect(new Set(judged.map(({ words }) => words)).size).toBe(judged.length)
  expect(batuJudged.length).toBeGreaterThanOrEqual(150)
})

test.for(lists)(
  'people find what they mean in PostgreSQL: %s',
  { timeout: 180_000 },
  async ([name, judged, read]) => {
    const documents = await read()
    const engine = postgresEngine(db)
    await engine.put(documents)
    await scored(`PostgreSQL, ${name}`, engine, judged, documents)
  },
)

test.skipIf(isWithoutMeili).for(lists)(
  'people find what they mean in Meilisearch: %s',
  { timeout: 180_000 },
  async ([name, judged, read]) => {
    const documents = await read()
    const { engine, close } = await openMeili()
    try {
      await engine.put(documents)
      await scored(`Meilisearch, ${name}`, engine, judged, documents)
    } finally {
      await close()
    }
  },
)

async function scored(
  title: string,
  engine: SearchEngine,
  judged: readonly Judged[],
  documents: readonly ProductDocument[],
) {
  const { recall, mrr, misses } = await scoreOf(engine, judged, documents)
  const figures = `recall@10 ${recall.toFixed(3)}, MRR ${mrr.toFixed(3)}, ${judged.length} queries`
  process.stdout.write(`${title}: ${figures}\n${misses.map((miss) => `  ${miss}\n`).join('')}`)
  expect(recall, misses.join('\n')).toBeGreaterThanOrEqual(0.95)
}
