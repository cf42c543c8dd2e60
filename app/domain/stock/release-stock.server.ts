import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lockStock } from './lock-stock.server.ts'

/** Lets reserved pieces of order lines go again. The database refuses to let go more than is reserved. */
export async function releaseStock(
  tx: Db,
  by: { membershipId: string },
  releases: { variantId: string; orderLineId: string; pieces: number }[],
  reason: string,
  at: Date,
): Promise<void> {
  const some = releases.filter(({ pieces }) => pieces > 0)
  if (some.length === 0) return
  await lockStock(tx, [...new Set(some.map(({ variantId }) => variantId))])
  await tx.stockMovement.createMany({
    data: some.map(({ variantId, orderLineId, pieces }) => ({
      id: newId('movement'),
      kind: 'released',
      variantId,
      orderLineId,
      reserved: -pieces,
      byMembershipId: by.membershipId,
      at,
      reason,
    })),
  })
}
