import type { Db } from '#app/platform/transaction.server.ts'
import type { Kind } from './kinds.ts'

/**
 * What a notice's thing is a part of, where its page is the page of the whole: a purchase order's shelf order, a
 * request's member, a pack's product. Null where the thing has a page of its own. It knows no scope: the page has.
 */
export async function getWholeId(db: Db, kind: Kind, aboutId: string): Promise<string | null> {
  const where = { id: aboutId }
  switch (kind) {
    case 'order.countered':
    case 'order.answered':
    case 'order.shipped':
      return (
        (await db.purchaseOrder.findUnique({ where, select: { shelfOrderId: true } }))?.shelfOrderId ?? null
      )
    case 'member.asked':
      return (
        (await db.producerRequest.findUnique({ where, select: { producerId: true } }))?.producerId ?? null
      )
    case 'stock.low':
      return (await db.variant.findUnique({ where, select: { productId: true } }))?.productId ?? null
    default:
      return null
  }
}
