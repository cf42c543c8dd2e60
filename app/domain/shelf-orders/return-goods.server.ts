import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { lockStock } from '#app/domain/stock/lock-stock.server.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { listShipped } from './shipped-queries.server.ts'
import type { ReturnGoods } from './shipping-rules.ts'

/**
 * Records that pieces which had left for a line of an order came back: they are on hand again, in the lot they were of.
 *
 * The same `movementId` sent again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's line, or a lot of which nothing had left for it; `conflict`
 * at the quantity when fewer had left, less what came back already.
 */
export async function returnGoods(
  db: Db,
  officer: CooperativeMember,
  { movementId, orderLineId, lotId, quantity, reason }: ReturnGoods,
  at: Date,
): Promise<void> {
  allow(officer, 'stock.record')
  await inTransaction(db, async (tx) => {
    const line = await tx.purchaseOrderLine.findFirst({
      where: { id: orderLineId, purchaseOrder: { cooperativeId: officer.cooperativeId } },
      select: { id: true, variantId: true },
    })
    if (!line) throw notFound()
    await lockStock(tx, [line.variantId])
    const sent = await tx.stockMovement.findUnique({ where: { id: movementId } })
    if (sent?.orderLineId === orderLineId && sent.lotId === lotId && sent.kind === 'returned') return
    if (sent) throw notFound()
    const out = (await listShipped(tx, [line])).find((one) => one.lotId === lotId)
    if (!out) throw notFound()
    if (quantity > out.pieces) {
      const message = { key: 'return.more', left: out.pieces } as const
      throw new Refusal('conflict', message, { quantity: message })
    }
    await tx.stockMovement.create({
      data: {
        id: movementId,
        variantId: line.variantId,
        lotId,
        kind: 'returned',
        onHand: quantity,
        orderLineId,
        byMembershipId: officer.membershipId,
        at,
        reason,
      },
    })
    await announceChange(tx)
  })
}
