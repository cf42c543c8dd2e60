import { type Day, toDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lockStock } from './lock-stock.server.ts'

type NewLot = { id: string; variantId: string; pieces: number; bestBefore: Day; receivedOn: Day }

/**
 * Adds a batch and the movement that brings it in, inside the caller's transaction. The same lot is added once.
 *
 * The caller has read the variant in scope. Refuses with `not_found` an id that a lot of another variant has.
 */
export async function addLot(
  tx: Db,
  { id, variantId, pieces, bestBefore, receivedOn }: NewLot,
  { by, at, reason = '' }: { by: string; at: Date; reason?: string },
): Promise<{ isNew: boolean }> {
  const days = { bestBefore: toDate(bestBefore), receivedOn: toDate(receivedOn) }
  const { count } = await tx.lot.createMany({
    data: { id, variantId, ...days, createdAt: at },
    skipDuplicates: true,
  })
  if (count === 0) {
    if (!(await tx.lot.count({ where: { id, variantId } }))) throw notFound()
    return { isNew: false }
  }
  await lockStock(tx, [variantId])
  await tx.stockMovement.create({
    data: {
      id: newId('movement'),
      variantId,
      lotId: id,
      kind: 'received',
      onHand: pieces,
      byMembershipId: by,
      at,
      reason,
    },
  })
  return { isNew: true }
}
