import { dayOf } from '#app/platform/calendar.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { hashOf, listDocuments } from './documents.server.ts'
import { markPending } from './feed-marks.server.ts'
import { postgresEngine } from './postgres-engine.server.ts'

/**
 * Brings the search index up to date with these products, whatever happened to them: puts in what is published, takes
 * out what is paused, archived or gone. Doing it again changes nothing.
 *
 * PostgreSQL's index is written at once; an outside one is told soon after, and may be away for as long as it likes.
 */
export async function indexProducts(db: Db, productIds: string[], at: Date): Promise<void> {
  if (productIds.length === 0) return
  await inTransaction(db, async (tx) => {
    // Whoever indexes one of these at the same time waits, so that the older reading is never written last.
    await tx.$queryRaw`select id from products where id = any(${productIds}::text[]) order by id for no key update`
    const documents = await listDocuments(tx, productIds, dayOf(at))
    const found = new Set(documents.map((document) => document.productId))
    const before = await readHashes(tx, productIds)
    const gone = productIds.filter((id) => !found.has(id))
    const changed = documents.filter((document) => before.get(document.productId) !== hashOf(document))
    const engine = postgresEngine(tx)
    await engine.put(changed)
    await engine.remove(gone)
    await markPending(tx, [
      ...changed.map(({ productId }) => productId),
      ...gone.filter((id) => before.has(id)),
    ])
    await announceChange(tx)
  })
}

/** The hashes of what is kept of these products. */
export async function readHashes(tx: Db, productIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.searchDocument.findMany({
    where: { productId: { in: productIds } },
    select: { productId: true, hash: true },
  })
  return new Map(rows.map(({ productId, hash }) => [productId, hash]))
}
