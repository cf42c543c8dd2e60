import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { lockStock } from './lock-stock.server.ts'
import type { CorrectStock } from './rules.ts'

/**
 * Brings the record of a lot to what is really there: counted again, damaged, or past its day.
 *
 * The same `movementId` sent again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's lot; `conflict` when the lot has fewer pieces than that, when
 * more are reserved than would be left, or when the count is what is recorded already.
 */
export async function correctStock(
  db: Db,
  officer: CooperativeMember,
  { movementId, variantId, lotId, kind, quantity, reason }: CorrectStock,
  at: Date,
): Promise<void> {
  allow(officer, 'stock.record')
  await inTransaction(db, async (tx) => {
    const lot = await tx.lot.findFirst({
      where: { id: lotId, variantId, variant: { cooperativeId: officer.cooperativeId } },
      select: { id: true },
    })
    if (!lot) throw notFound()
    const level = (await lockStock(tx, [variantId])).get(variantId)
    if (!level) throw notFound()
    const sent = await tx.stockMovement.findUnique({ where: { id: movementId }, select: { lotId: true } })
    if (sent?.lotId === lotId) return
    if (sent) throw notFound()

    const left = await piecesLeft(tx, lotId)
    const onHand = kind === 'counted' ? quantity - left : -quantity
    if (onHand === 0) throw refusedAt('quantity', { key: 'correction.same', left })
    if (left + onHand < 0) throw refusedAt('quantity', { key: 'correction.more_than_left', left })
    if (level.onHand + onHand < level.reserved)
      throw refusedAt('quantity', { key: 'correction.reserved', reserved: level.reserved })
    await tx.stockMovement.create({
      data: {
        id: movementId,
        variantId,
        lotId,
        kind,
        onHand,
        byMembershipId: officer.membershipId,
        at,
        reason,
      },
    })
    await announceChange(tx)
  })
}

async function piecesLeft(tx: Db, lotId: string): Promise<number> {
  const { _sum } = await tx.stockMovement.aggregate({ where: { lotId }, _sum: { onHand: true } })
  return _sum.onHand ?? 0
}

function refusedAt(field: string, message: Refusal['said']): Refusal {
  return new Refusal('conflict', message, { [field]: message })
}
