import { dayOf } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import type { Meili } from '#app/platform/meilisearch.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { hashOf, listDocuments } from './documents.server.ts'
import type { SearchEngine } from './engine.ts'
import { markPending } from './feed-marks.server.ts'
import { indexProducts, readHashes } from './index-products.server.ts'
import { meiliEngine } from './meili-engine.server.ts'
import { postgresEngine } from './postgres-engine.server.ts'
import { batch, listProductIds } from './product-ids.server.ts'

const keptMs = 30 * 24 * 60 * 60_000

export type Drift = {
  /** Products that can be found. */
  products: number
  /** What search_documents lacked, had otherwise, or had and should not. */
  staleDocuments: number
  /** The live index outside, where one was compared. */
  indexUid: string | null
  /** The same of that index, leaving out what it was about to be told anyway. */
  staleEntries: number | null
}

/**
 * Compares what can be searched with what there is, by content, and puts right what differs: products with
 * search_documents, these with the index outside. Also fills what is empty, and follows a new way of writing words.
 *
 * Writes down what it found. Without `meili`, or where that does not answer, the first half is done all the same.
 *
 * @throws MeiliError after that, when Meilisearch does not answer.
 */
export async function checkDrift(db: Db, meili: Meili | null, at: Date): Promise<Drift> {
  const documents = await checkDocuments(db, at)
  let drift: Drift = { ...documents, indexUid: null, staleEntries: null }
  try {
    const live = meili && (await db.searchIndex.findFirst({ where: { state: 'live' } }))
    if (live)
      drift = {
        ...drift,
        indexUid: live.uid,
        staleEntries: await checkIndex(db, live.uid, meiliEngine(meili, live.uid)),
      }
  } finally {
    await db.searchCheck.create({ data: { id: newId('searchCheck'), at, ...drift } })
    await db.searchCheck.deleteMany({ where: { at: { lt: new Date(at.getTime() - keptMs) } } })
  }
  return drift
}

async function checkDocuments(db: Db, at: Date): Promise<{ products: number; staleDocuments: number }> {
  let products = 0
  let staleDocuments = 0
  for (
    let ids = await listProductIds(db, '');
    ids.length > 0;
    ids = await listProductIds(db, ids.at(-1) ?? '')
  ) {
    const documents = await listDocuments(db, ids, dayOf(at))
    const hashes = new Map(documents.map((document) => [document.productId, hashOf(document)]))
    const kept = await readHashes(db, ids)
    const stale = ids.filter((id) => hashes.get(id) !== kept.get(id))
    await indexProducts(db, stale, at)
    products += documents.length
    staleDocuments += stale.length
  }
  const gone = await db.$queryRaw<{ id: string }[]>`
    select product_id as id from search_documents d
    where not exists (select from products p where p.id = d.product_id) order by product_id`
  for (let i = 0; i < gone.length; i += batch)
    await indexProducts(
      db,
      gone.slice(i, i + batch).map(({ id }) => id),
      at,
    )
  return { products, staleDocuments: staleDocuments + gone.length }
}

async function checkIndex(db: Db, uid: string, engine: SearchEngine): Promise<number> {
  const first = await compare(db, uid, engine)
  // Both sides are read one after the other: what was indexed and fed in between only looks otherwise, and once.
  const again = new Set(first.length > 0 ? await compare(db, uid, engine) : [])
  const stale = first.filter((id) => again.has(id))
  for (let i = 0; i < stale.length; i += batch)
    await inTransaction(db, (tx) => markPending(tx, stale.slice(i, i + batch)))
  return stale.length
}

/** What the index has otherwise and is not about to be told. */
async function compare(db: Db, uid: string, engine: SearchEngine): Promise<string[]> {
  const there = await readKept(engine)
  const here = await readKept(postgresEngine(db))
  const different = [...new Set([...here.keys(), ...there.keys()])].filter(
    (id) => here.get(id) !== there.get(id),
  )
  const pending = await db.searchFeed.findMany({ where: { indexUid: uid }, select: { productId: true } })
  const waiting = new Set(pending.map(({ productId }) => productId))
  return different.filter((id) => !waiting.has(id))
}

const page = 5_000

async function readKept(engine: SearchEngine): Promise<Map<string, string>> {
  const kept = new Map<string, string>()
  for (let after = ''; ; ) {
    const some = await engine.kept(after, page)
    for (const { productId, hash } of some) kept.set(productId, hash)
    if (some.length < page) return kept
    after = some.at(-1)?.productId ?? ''
  }
}
