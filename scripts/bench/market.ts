import { rmSync } from 'node:fs'
import path from 'node:path'
import { migrate } from '../machine/migrate.ts'
import { openPostgres, temporaryDir } from '../machine/postgres.ts'
import { step } from '../machine/processes.ts'

/**
 * Gives `work` a market of 10,000 products on a PostgreSQL of its own that writes to the disk before it answers, and
 * takes both away afterwards.
 */
export async function withMarket(work: (url: string) => Promise<void>): Promise<void> {
  const database = await openPostgres({ dir: temporaryDir(), throwaway: true, durable: true })
  const uploads = path.resolve('.data/bench/uploads')
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATABASE_POOL: '20',
    UPLOAD_DIR: uploads,
    SEED: 'demo',
    NODE_ENV: 'production',
  })
  try {
    await migrate(database.url)
    const { seed } = await import('../../prisma/seed.ts')
    const { growCatalogue } = await import('./catalogue.ts')
    await step('market', 'seeding', seed)
    await step('market', 'growing to 10,000 products', growCatalogue)
    await work(database.url)
    const { closeDatabase } = await import('#app/platform/db.server.ts')
    await closeDatabase()
  } finally {
    await database.stop()
    rmSync(uploads, { recursive: true, force: true })
  }
}
