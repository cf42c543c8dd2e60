import { rmSync } from 'node:fs'
import path from 'node:path'
import { openPostgres, temporaryDir } from '../machine/postgres.ts'
import { runNode, step } from '../machine/processes.ts'

/**
 * Gives `work` a market of so many products on a PostgreSQL of its own that writes to the disk before it answers, and
 * takes both away afterwards.
 */
export async function withMarket(work: () => Promise<void>, products = 10_000): Promise<void> {
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
    const grow = () => runNode(['scripts/bench/grow.ts'], { env: { PRODUCTS: String(products) } })
    await step('market', `seeding, and growing to ${products} products`, grow)
    await work()
  } finally {
    await database.stop()
    rmSync(uploads, { recursive: true, force: true })
  }
}
