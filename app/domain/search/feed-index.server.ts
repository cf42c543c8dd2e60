import { z } from 'zod'
import type { Db } from '#app/platform/transaction.server.ts'
import { facets, type ProductDocument, type SearchEngine } from './engine.ts'

const mostAtOnce = 2_000

/** Longer than one batch may take, so that nobody sends what somebody else is still sending. */
const claimSeconds = 60

/**
 * Tells the index what is pending for it, until nothing is; gives how many products that were.
 *
 * Several may do it at the same time: a product is claimed before it is read and sent, so what is sent last is what was
 * read last. Who dies in between leaves only a claim that ends. What fails stays pending, and so does what changed
 * while it was sent.
 */
export async function feedIndex(db: Db, uid: string, engine: SearchEngine): Promise<number> {
  for (let sent = 0; ; ) {
    const batch = await claim(db, uid)
    if (batch.length === 0) return sent
    const ids = batch.map(({ id }) => id)
    try {
      const documents = await readDocuments(db, ids)
      const found = new Set(documents.map(({ productId }) => productId))
      await engine.put(documents)
      await engine.remove(ids.filter((id) => !found.has(id)))
      await takeAway(db, uid, batch)
    } finally {
      await release(db, uid, ids)
    }
    sent += batch.length
  }
}

type Claimed = { id: string; version: bigint }

function claim(db: Db, uid: string): Promise<Claimed[]> {
  return db.$queryRaw<Claimed[]>`
    with next as (
      select product_id from search_feed
      where index_uid = ${uid} and (claimed_until is null or claimed_until < clock_timestamp())
      order by version limit ${mostAtOnce} for update skip locked
    )
    update search_feed f set claimed_until = clock_timestamp() + make_interval(secs => ${claimSeconds})
    from next where f.index_uid = ${uid} and f.product_id = next.product_id
    returning f.product_id as id, f.version`
}

// Both take the rows in the order of their ids, as whoever marks them does, so that nobody locks anybody out.
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

async function release(db: Db, uid: string, ids: string[]): Promise<void> {
  await db.$executeRaw`
    with left_over as (
      select product_id from search_feed
      where index_uid = ${uid} and product_id = any(${ids}::text[]) order by product_id for update
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
