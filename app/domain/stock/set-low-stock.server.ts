import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { SetLowStock } from './rules.ts'

/**
 * Says from how few free pieces on a pack is shown as running low.
 *
 * @throws Refusal `not_found` also for another cooperative's variant.
 */
export async function setLowStock(
  db: Db,
  officer: CooperativeMember,
  { variantId, pieces }: SetLowStock,
): Promise<void> {
  allow(officer, 'stock.record')
  const { count } = await db.variant.updateMany({
    where: { id: variantId, cooperativeId: officer.cooperativeId },
    data: { lowStockPieces: pieces },
  })
  if (count === 0) throw notFound()
}
