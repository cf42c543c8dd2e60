import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import { allow } from '#app/domain/access/actors.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Who writes for a producer: an officer of its cooperative on its behalf, or itself. */
export type Keeper = CooperativeMember | ProducerMember

export function allowKeeper(keeper: Keeper): void {
  allow(keeper, keeper.kind === 'producer' ? 'own.keep' : 'member.keep')
}

/** The rows a keeper writes: of one cooperative, and where a producer writes of that one only. */
export type Scope = { cooperativeId: string; producerId?: string }

/**
 * A producer in scope, locked until the transaction ends.
 *
 * @throws Refusal `not_found` for another cooperative's, for another member's where a producer asks, and for who has left.
 */
export async function lockProducer(tx: Db, scope: Scope, producerId: string) {
  const [row] = await tx.$queryRaw<{ name: string; village_code: string; story: string }[]>`
    select name, village_code, story from producers
    where id = ${producerId} and id = ${scope.producerId ?? producerId} and cooperative_id = ${scope.cooperativeId} and left_at is null
    for update`
  if (!row) throw notFound()
  const { village_code: villageCode, ...producer } = row
  return { ...producer, villageCode, producerId, cooperativeId: scope.cooperativeId }
}

/** Lets search and public pages see a producer's new name, village or words. */
export async function announceProducer(tx: Db, producerId: string): Promise<void> {
  const rows = await tx.product.findMany({ where: { producerId, status: 'published' }, select: { id: true } })
  if (rows.length) await record(tx, 'product.changed', { productIds: rows.map(({ id }) => id) })
  await announceChange(tx)
}

/** A producer writes of itself only. */
export const scopeOf = (keeper: Keeper): Scope =>
  keeper.kind === 'producer'
    ? { cooperativeId: keeper.cooperativeId, producerId: keeper.producerId }
    : { cooperativeId: keeper.cooperativeId }
