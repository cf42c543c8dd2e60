import { z } from 'zod'
import type { Db } from '#app/platform/transaction.server.ts'
import { facets, type ProductDocument, type SearchEngine } from './engine.ts'

const mostAtOnce = 2_000

/** Longer than it takes to hand a batch over, mostly; from then on the engine keeps the order in which it was given. */
const claimSeconds = 20
const lookAgainMs = 500
const mostLooks = 50

/**
 * Tells the index what is pending for it, until nothing is; gives how many products that were.
 *
 * Several may do it at the same time: a product is claimed before it is read and handed over, so what is handed over
 * last is what was read last. Who takes longer than the claim lasts, and may have come after somebody with newer
 * readings, marks the products again. Who dies in between leaves only a claim that ends. What fails stays pending, and
 * so does what changed while it was sent.
 */
export async function feedIndex(db: Db, uid: string, engine: SearchEngine): Promise<number> {
  for (let sent = 0, looks = 0; ; ) {
    const batch = await claim(db, uid)
    if (batch.length > 0) {
      await send(db, uid, engine, batch)
      sent += batch.length
      continue
    }
    // What somebody else has claimed is soon done, or that one is dead and its claim ends.
    if (++looks > mostLooks || !(await db.searchFeed.findFirst({ where: { indexUid: uid } }))) return sent
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
  }
}

async function send(db: Db, uid: string, engine: SearchEngine, batch: Claimed[]): Promise<void> {
  const ids = batch.map(({ id }) => id)
  try {
    await handOver(db, engine, ids).finally(() => markLost(db, uid, batch))
    await takeAway(db, uid, batch)
  } finally {
    await release(db, uid, batch)
  }
}

async function handOver(db: Db, engine: SearchEngine, ids: string[]): Promise<void> {
  const documents = await readDocuments(db, ids)
  const found = new Set(documents.map(({ productId }) => productId))
  await Promise.all([engine.put(documents), engine.remove(ids.filter((id) => !found.has(id)))])
}

type Claimed = { id: string; version: bigint; until: Date }

function claim(db: Db, uid: string): Promise<Claimed[]> {
  return db.$queryRaw<Claimed[]>`
    with next as (
      select product_id from search_feed
      where index_uid = ${uid} and (claimed_until is null or claimed_until < clock_timestamp())
      order by version limit ${mostAtOnce} for update skip locked
    )
    update search_feed f set claimed_until = statement_timestamp() + make_interval(secs => ${claimSeconds})
    from next where f.index_uid = ${uid} and f.product_id = next.product_id
    returning f.product_id as id, f.version, f.claimed_until as until`
}

// All three take the rows in the order of their ids, as whoever marks them does, so that nobody locks anybody out.
async function takeAway(db: Db, uid: string, batch: Claimed[]): Promise<void> {
  await db.$executeRaw`
    with done as (
      select f.product_id from search_feed f
      join unnest(${batch.map(({ id }) => id)}::text[], ${batch.map(({ version }) => version)}::bigint[])
        sent(id, version) on f.product_id = sent.id and f.version = sent.version
      where f.index_uid = ${uid} order by f.product_id for update of f
    )
    delete from search_feed f using done where f.index_uid = ${uid} and f.product_id = done.product_id`
}

/** Marks what somebody else has claimed, and perhaps handed over, since. */
async function markLost(db: Db, uid: string, batch: Claimed[]): Promise<void> {
  await db.$executeRaw`
    insert into search_feed (index_uid, product_id)
    select i.uid, sent.id
    from search_indexes i
    cross join unnest(${batch.map(({ id }) => id)}::text[], ${batch.map(({ until }) => until)}::timestamptz[])
      sent(id, until)
    where i.uid = ${uid} and i.state in ('filling', 'live') and not exists (
      select from search_feed f where f.index_uid = i.uid and f.product_id = sent.id and f.claimed_until = sent.until)
    order by sent.id
    on conflict (index_uid, product_id) do update set version = nextval('search_feed_version_seq')`
}

async function release(db: Db, uid: string, batch: Claimed[]): Promise<void> {
  await db.$executeRaw`
    with left_over as (
      select f.product_id from search_feed f
      join unnest(${batch.map(({ id }) => id)}::text[], ${batch.map(({ until }) => until)}::timestamptz[])
        sent(id, until) on f.product_id = sent.id and f.claimed_until = sent.until
      where f.index_uid = ${uid} order by f.product_id for update of f
    )
    update search_feed f set claimed_until = null
    from left_over where f.index_uid = ${uid} and f.product_id = left_over.product_id`
}

const kept = z.object({
  productId: z.string(),
  facets: z.record(z.enum(facets), z.array(z.string())),
  price: z.string().transform(BigInt),
  minCartons: z.number(),
  leadTimeDays: z.number(),
  shelfLifeDays: z.number(),
  popularity: z.number(),
  publishedAt: z.coerce.date(),
  name: z.string(),
  codes: z.array(z.string()),
  origin: z.string(),
  story: z.string(),
})

async function readDocuments(db: Db, productIds: string[]): Promise<ProductDocument[]> {
  const rows = await db.searchDocument.findMany({
    where: { productId: { in: productIds } },
    select: { document: true },
  })
  return rows.map(({ document }) => kept.parse(document))
}
