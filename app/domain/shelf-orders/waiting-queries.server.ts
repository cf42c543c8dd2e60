import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const most = 50

/** What waits for a chain: counter-offers to decide, and purchase orders that nobody answered in time. Oldest first. */
export async function listWaiting(db: Db, member: RetailMember, at: Date) {
  allow(member, 'shelf_order.read')
  const rows = await db.purchaseOrder.findMany({
    where: {
      chainId: member.chainId,
      OR: [{ status: 'countered' }, { status: 'sent', answerBy: { lt: at } }],
    },
    select: {
      id: true,
      number: true,
      status: true,
      total: true,
      answerBy: true,
      answeredAt: true,
      shelfOrderId: true,
      cooperative: { select: { shortName: true } },
      shelfOrder: { select: { number: true } },
    },
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
    take: most,
  })
  const shaped = rows.map(({ cooperative, shelfOrder, ...order }) => ({
    ...order,
    cooperativeName: cooperative.shortName,
    shelfOrderNumber: shelfOrder.number,
  }))
  return {
    countered: shaped.filter(({ status }) => status === 'countered'),
    overdue: shaped.filter(({ status }) => status === 'sent'),
  }
}
