// Compares search with what there is and puts right what differs, here and in Meilisearch; ends when nothing is pending.
import { withDatabase } from './machine/database.ts'
import { prepare } from './machine/prepare.ts'
import { say, step } from './machine/processes.ts'

await prepare()
const { migrate } = await import('./machine/migrate.ts')
await withDatabase(async (url) => {
  await migrate(url)
  const { checkDrift } = await import('#app/domain/search/check-drift.server.ts')
  const { feedSearch } = await import('#app/domain/search/feed-search.server.ts')
  const { closeDatabase, db } = await import('#app/platform/db.server.ts')
  const { meiliConfig, meilisearch } = await import('#app/platform/meilisearch.server.ts')
  const config = meiliConfig(15_000)
  const meili = config && meilisearch(config)
  try {
    const drift = await step('search', 'comparing', () => checkDrift(db, meili, new Date()))
    say(`search: ${drift.products} products, ${drift.staleDocuments} were otherwise in PostgreSQL`)
    if (!meili) return say('search: PostgreSQL alone, because MEILI_URL is not set')
    if (drift.indexUid) say(`search: ${drift.staleEntries} were otherwise in Meilisearch (${drift.indexUid})`)
    await step('search', 'telling Meilisearch', () => feedSearch(db, meili, new Date()))
  } finally {
    await closeDatabase()
  }
})
