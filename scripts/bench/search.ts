// Measures search in the market of DATABASE_URL, and sends what it found.
import { listCards } from '#app/domain/catalogue/card-queries.server.ts'
import type { SearchEngine } from '#app/domain/search/engine.ts'
import { feedSearch } from '#app/domain/search/feed-search.server.ts'
import { meiliEngine } from '#app/domain/search/meili-engine.server.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { meiliConfig, meilisearch } from '#app/platform/meilisearch.server.ts'
import { forgetPublicContent } from '#app/platform/remember.server.ts'
import { summary } from './load.ts'
import { searches } from './searches.ts'

type Search = (typeof searches)[number]

const products = Number(process.env.PRODUCTS)
const rounds = 6
const config = meiliConfig(30_000)
const timings: Record<string, object> = {}
const indexes: Record<string, object> = {}

await indexPostgres()
await measureEngine('PostgreSQL', postgresEngine(db), async () => {
  await db.$queryRaw`select 1`
})
if (config) {
  const engine = await indexOutside(config)
  await measureEngine('Meilisearch', engine, async () => {
    await (await fetch(`${config.url}/health`)).text()
  })
}
process.send?.({ [`search, ${products} products`]: timings, [`index, ${products} products`]: indexes }, () =>
  process.exit(),
)

/** Floor: one question to the engine that asks for nothing. */
async function measureEngine(name: string, engine: SearchEngine, askNothing: () => Promise<void>) {
  const today = dayOf(new Date())
  for (const clients of [1, 16]) {
    const floor = await measure(clients, askNothing)
    const own = await measure(clients, (one) => engine.search(one))
    const pages = new Map<Search, string[]>()
    for (const one of searches) pages.set(one, (await engine.page(one)).productIds)
    const reading = await measure(clients, (one) => listCards(db, pages.get(one) ?? [], today))
    const whole = await measure(clients, async (one) => {
      const { productIds } = await engine.search(one)
      return listCards(db, productIds, today)
    })
    const at = `${name}, ${clients} at once`
    timings[`${at}: asking nothing`] = floor
    timings[`${at}: engine`] = { ...own, ofFloor: ratio(own.p50, floor.p50) }
    timings[`${at}: reading again`] = { ...reading, ofEngine: ratio(reading.p50, own.p50) }
    timings[`${at}: both`] = { ...whole, ofEngine: ratio(whole.p50, own.p50) }
  }
}

/** Every search in turn, `rounds` times; in each round as if it were asked for the first time. */
async function measure(clients: number, ask: (one: Search) => Promise<unknown>) {
  const took: number[] = []
  let ms = 0
  for (let round = -1; round < rounds; round++) {
    forgetPublicContent()
    const left = [...searches]
    const began = performance.now()
    const client = async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        const asked = performance.now()
        await ask(one)
        if (round >= 0) took.push(performance.now() - asked)
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    if (round >= 0) ms += performance.now() - began
  }
  return summary(took, ms)
}

async function indexPostgres(): Promise<void> {
  await pool.query('delete from search_documents')
  const began = performance.now()
  await rebuildIndex(db, new Date())
  const perSecond = rate(began)
  await pool.query('vacuum analyze')
  const { rows } = await pool.query(`select round(sum(pg_total_relation_size(oid)) / 1e6) as mb from pg_class
    where relname in ('search_rows', 'search_facet_sets', 'search_vocabulary')`)
  indexes.PostgreSQL = { documentsPerSecond: perSecond, megabytes: Number(rows[0]?.mb) }
}

async function indexOutside(outside: NonNullable<typeof config>): Promise<SearchEngine> {
  const meili = meilisearch(outside)
  const began = performance.now()
  await feedSearch(db, meili, new Date())
  const perSecond = rate(began)
  const { uid } = await db.searchIndex.findFirstOrThrow({ where: { state: 'live' } })
  const headers = { authorization: `Bearer ${outside.key}` }
  const stats = await (await fetch(`${outside.url}/stats`, { headers })).json()
  indexes.Meilisearch = {
    documentsPerSecond: perSecond,
    megabytes: Math.round(Number(stats.usedDatabaseSize ?? stats.databaseSize) / 1e6),
  }
  return meiliEngine(meili, uid)
}

function rate(began: number): number {
  return Math.round(products / ((performance.now() - began) / 1000))
}

function ratio(part: number, whole: number): number {
  return Number((part / whole).toFixed(2))
}
