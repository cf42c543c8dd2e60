import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Who writes for a producer: an officer of its cooperative on its behalf, or itself. */
export type Keeper = CooperativeMember | ProducerMember

/**
 * A producer in the keeper's scope, locked until the transaction ends.
 *
 * @throws Refusal `not_found` for another cooperative's, for another member's where a producer asks, and for who has left.
 */
export async function lockProducer(tx: Db, keeper: Keeper, producerId: string) {
  const own = keeper.kind === 'producer' ? keeper.producerId : producerId
  const [row] = await tx.$queryRaw<{ name: string; village_code: string; story: string }[]>`
    select name, village_code, story from producers
    where id = ${producerId} and id = ${own} and cooperative_id = ${keeper.cooperativeId} and left_at is null
    for update`
  if (!row) throw notFound()
  const { village_code: villageCode, ...producer } = row
  return { ...producer, villageCode, producerId, cooperativeId: keeper.cooperativeId }
}

/** Lets search and public pages see a producer's new name, village or words. */
export async function announceProducer(tx: Db, producerId: string): Promise<void> {
  const rows = await tx.product.findMany({ where: { producerId, status: 'published' }, select: { id: true } })
  if (rows.length) await record(tx, 'product.changed', { productIds: rows.map(({ id }) => id) })
  await announceChange(tx)
}
