import { dayOf } from '#app/platform/calendar.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { listDocuments } from './documents.server.ts'
import { searchEngine } from './postgres-engine.server.ts'

/**
 * Brings the search index up to date with these products, whatever happened to them: puts in what is published, takes
 * out what is paused, archived or gone. Doing it again changes nothing.
 */
export async function indexProducts(db: Db, productIds: string[], at: Date): Promise<void> {
  if (productIds.length === 0) return
  await inTransaction(db, async (tx) => {
    // Whoever indexes one of these at the same time waits, so that the older reading is never written last.
    await tx.$queryRaw`select id from products where id = any(${productIds}::text[]) order by id for no key update`
    const documents = await listDocuments(tx, productIds, dayOf(at))
    const found = new Set(documents.map((document) => document.productId))
    const engine = searchEngine(tx)
    await engine.put(documents)
    await engine.remove(productIds.filter((id) => !found.has(id)))
    await announceChange(tx)
  })
}
