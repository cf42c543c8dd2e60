import type { Db } from '#app/platform/transaction.server.ts'
import { indexProducts } from './index-products.server.ts'
import { postgresEngine } from './postgres-engine.server.ts'
import { batch, listProductIds } from './product-ids.server.ts'

/**
 * Indexes every product anew and takes out what is no product any more, batch by batch while searching goes on.
 *
 * Returns how many products it looked at.
 */
export async function rebuildIndex(db: Db, at: Date): Promise<number> {
  const products = await indexAll((after) => listProductIds(db, after))
  // What is kept and was no product above: indexing it takes it out.
  await indexAll(async (after) =>
    (await postgresEngine(db).kept(after, batch)).map(({ productId }) => productId),
  )
  return products

  async function indexAll(list: (after: string) => Promise<string[]>): Promise<number> {
    let count = 0
    for (let ids = await list(''); ids.length > 0; ids = await list(ids.at(-1) ?? '')) {
      await indexProducts(db, ids, at)
      count += ids.length
    }
    return count
  }
}
