import { breaker } from '#app/platform/breaker.server.ts'
import { type Meili, MeiliError, meiliConfig, meilisearch } from '#app/platform/meilisearch.server.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Found, Page, SearchEngine, SearchQuery } from './engine.ts'
import { meiliEngine } from './meili-engine.server.ts'
import { soughtWords } from './normalise.ts'
import { positionOf } from './page-mark.ts'
import { postgresEngine } from './postgres-engine.server.ts'
import { listSynonyms } from './synonyms.server.ts'

/** Whether PostgreSQL answered because the engine for words did not. Nobody should keep such an answer. */
export type Limited = { isLimited: boolean }

/** Search: words by Meilisearch where there is one that is live and answers, all else by PostgreSQL. */
export const searchEngine = (db: Db) => ({
  /** What is found, with counts. */
  search: (query: SearchQuery): Promise<Found & Limited> =>
    answer(db, query, (engine, asked) => engine.search(asked)),
  /** The same page without counts, for suggestions and for pickers. */
  page: (query: SearchQuery): Promise<Page & Limited> =>
    answer(db, query, (engine, asked) => engine.page(asked)),
})

type Look<T> = (engine: SearchEngine, query: SearchQuery) => Promise<T>

/** People rather see a good answer now than the best one later. */
const patienceMs = 800
const restMs = 5_000
const breakers = new Map<string, ReturnType<typeof breaker>>()

async function answer<T extends Page>(db: Db, query: SearchQuery, look: Look<T>): Promise<T & Limited> {
  const config = meiliConfig(patienceMs)
  const isOfWords = soughtWords(query.words).length > 0
  // Who began to page in PostgreSQL goes on there.
  const isBegunElsewhere = query.after !== null && positionOf(query.after) === null
  if (!config || !isOfWords || isBegunElsewhere)
    return { ...(await look(postgresEngine(db), query)), isLimited: false }

  const found = await tryOutside(db, meilisearch(config), config.url, query, look)
  return found
    ? { ...found, isLimited: false }
    : { ...(await lookByPosition(db, query, look)), isLimited: true }
}

async function tryOutside<T>(
  db: Db,
  meili: Meili,
  url: string,
  query: SearchQuery,
  look: Look<T>,
): Promise<T | null> {
  const uid = await liveIndex(db)
  if (uid === null) return null
  const synonyms = await listSynonyms(db)
  const circuit = breakers.get(url) ?? breaker(restMs)
  breakers.set(url, circuit)
  if (!circuit.mayTry()) return null
  try {
    const found = await look(meiliEngine(meili, uid, synonyms), query)
    circuit.worked()
    return found
  } catch (error) {
    if (!(error instanceof MeiliError)) throw error
    circuit.failed()
    console.warn(`search is limited: ${error.message}`)
    return null
  }
}

/** Which index answers. Whoever changes it announces that, and leaves the old one for a while. */
const liveIndex = (db: Db): Promise<string | null> =>
  remember('live index', async () => {
    const live = await db.searchIndex.findFirst({ where: { state: 'live' }, select: { uid: true } })
    return live?.uid ?? null
  })

const furthest = 5_000

/**
 * The page at the place that the other engine's mark names: PostgreSQL pages by key and knows no places. Too far away
 * there is nothing more to be shown.
 */
async function lookByPosition<T extends Page>(db: Db, query: SearchQuery, look: Look<T>): Promise<T> {
  const skipped = positionOf(query.after) ?? 0
  const limit = skipped > furthest ? query.limit : skipped + query.limit
  const found = await look(postgresEngine(db), { ...query, after: null, limit })
  if (skipped > furthest) return { ...found, productIds: [], next: null }
  return { ...found, productIds: found.productIds.slice(skipped) }
}
