import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Held by whoever marks changes, and by nobody while an index is registered, so that it misses none. */
const registering = 7_104_011

/**
 * Writes down that every outside index has to be told of these products, in the transaction that changed
 * search_documents, and has it done soon.
 */
export async function markPending(tx: Db, productIds: string[]): Promise<void> {
  if (productIds.length === 0) return
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${registering})`
  const marked = await tx.$executeRaw`
    insert into search_feed (index_uid, product_id)
    select uid, product_id from search_indexes, unnest(${productIds}::text[]) product_id
    where state in ('filling', 'live') order by uid, product_id
    on conflict (index_uid, product_id) do update set version = nextval('search_feed_version_seq')`
  if (marked > 0) await askForFeeding(tx)
}

/** Registers an index that has everything to be told. Waits for those who are changing something; others wait for it. */
export async function registerIndex(
  tx: Db,
  uid: string,
  settingsVersion: string,
  at: Date,
): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${registering})`
  const added = await tx.$executeRaw`
    insert into search_indexes (uid, settings_version, state, changed_at)
    values (${uid}, ${settingsVersion}, 'filling', ${at}) on conflict do nothing`
  if (added > 0) await markEverything(tx, uid)
  return added > 0
}

/** Marks all that can be found as unknown to this index. */
export async function markEverything(tx: Db, uid: string): Promise<void> {
  await tx.$executeRaw`
    insert into search_feed (index_uid, product_id)
    select ${uid}, product_id from search_documents order by product_id
    on conflict (index_uid, product_id) do update set version = nextval('search_feed_version_seq')`
}

/** Has a worker look after the outside indexes; without one it is the next minute's work. */
export const askForFeeding = (tx: Db): Promise<void> => record(tx, 'search.marked', {}, { mergeBy: 'all' })
