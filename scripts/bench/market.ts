import { rmSync } from 'node:fs'
import path from 'node:path'
import { openPostgres, temporaryDir } from '../machine/postgres.ts'
import { runNode, step } from '../machine/processes.ts'

/**
 * Gives `work` a market of 10,000 products on a PostgreSQL of its own that writes to the disk before it answers, and
 * takes both away afterwards.
 */
export async function withMarket(work: () => Promise<void>): Promise<void> {
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
    // A process of its own: a server that is measured has not drawn seventy pictures before.
    await step('market', 'seeding, and growing to 10,000 products', () => runNode(['scripts/bench/grow.ts']))
    await work()
  } finally {
    await database.stop()
    rmSync(uploads, { recursive: true, force: true })
  }
}
