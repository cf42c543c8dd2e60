import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { lockStock } from '#app/domain/stock/lock-stock.server.ts'
import { dayOf, fromDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { lockPurchaseOrder } from './move-order.server.ts'
import { planFor } from './pick-plan.server.ts'
import type { ShipOrder } from './shipping-rules.ts'
import { tellOfShipment } from './tell-of-orders.server.ts'

/**
 * Records that what was accepted of a purchase order for one day of delivery has left: its pieces go off hand, from the
 * lots of the pick list, and are held no longer. The chain is told. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's, and where nothing was accepted for that day; `conflict` when
 * a pack is short of pieces that keep long enough. Then nothing has left.
 */
export async function shipOrder(
  db: Db,
  officer: CooperativeMember,
  { purchaseOrderId, deliverOn }: ShipOrder,
  at: Date,
): Promise<void> {
  allow(officer, 'stock.record')
  await inTransaction(db, async (tx) => {
    const order = await lockPurchaseOrder(tx, { id: purchaseOrderId, cooperativeId: officer.cooperativeId })
    const lines = order.lines.filter(
      (line) => line.status === 'accepted' && fromDate(line.deliverOn) === deliverOn,
    )
    if (lines.length === 0) throw notFound()
    const variantIds = [...new Set(lines.map(({ variantId }) => variantId))]
    const levels = await lockStock(tx, variantIds)
    const [, plan] = await planFor(tx, variantIds, dayOf(at))
    // What has left is held no longer, and so has no picks.
    const open = lines.flatMap((line) => {
      const picks = plan.get(line.id)
      return picks ? [{ ...line, ...picks }] : []
    })
    if (open.length === 0) return
    const short = open.find((line) => line.short > 0)
    if (short) {
      const name = levels.get(short.variantId)?.name ?? ''
      throw new Refusal('conflict', { key: 'ship.short', name, pieces: short.short })
    }
    await tx.stockMovement.createMany({
      data: open.flatMap(({ id, variantId, picks }) =>
        picks.map(({ lotId, pieces }) => ({
          id: newId('movement'),
          variantId,
          lotId,
          kind: 'shipped' as const,
          onHand: -pieces,
          reserved: -pieces,
          orderLineId: id,
          byMembershipId: officer.membershipId,
          at,
        })),
      ),
    })
    await tellOfShipment(tx, order.id, deliverOn, at)
  })
}
