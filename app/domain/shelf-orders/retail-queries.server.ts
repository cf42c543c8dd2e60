import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { fromDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lineSelect, moveSelect, readLine, readMove } from './line-queries.server.ts'
import { askedTotalOf, offeredTotalOf } from './rules.ts'

const pageSize = 30

/** A chain's shelf orders, newest first. */
export async function listShelfOrders(db: Db, buyer: RetailMember, after?: string) {
  allow(buyer, 'shelf_order.read')
  const rows = await db.shelfOrder.findMany({
    where: { chainId: buyer.chainId, ...(after && { id: { lt: after } }) },
    select: {
      id: true,
      number: true,
      placedAt: true,
      startsOn: true,
      endsOn: true,
      placedByMembership: { select: { person: { select: { name: true } } } },
      purchaseOrders: {
        select: { status: true, total: true, lines: { select: { store: { select: { name: true } } } } },
      },
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const orders = rows
    .slice(0, pageSize)
    .map(({ purchaseOrders, placedByMembership, startsOn, endsOn, ...order }) => ({
      ...order,
      startsOn: fromDate(startsOn),
      endsOn: fromDate(endsOn),
      placedBy: placedByMembership.person.name,
      total: purchaseOrders.reduce((sum, one) => sum + one.total, 0n),
      stores: [...new Set(purchaseOrders.flatMap(({ lines }) => lines.map(({ store }) => store.name)))],
      cooperatives: purchaseOrders.length,
      waiting: purchaseOrders.filter(({ status }) => status === 'sent').length,
      countered: purchaseOrders.filter(({ status }) => status === 'countered').length,
    }))
  return { orders, next: rows.length > pageSize ? orders.at(-1)?.id : undefined }
}

/** One shelf order with what every cooperative answered. Refuses with `not_found`, also another chain's. */
export async function requireShelfOrder(db: Db, buyer: RetailMember, id: string) {
  allow(buyer, 'shelf_order.read')
  const found = await db.shelfOrder.findFirst({
    where: { id, chainId: buyer.chainId },
    select: {
      id: true,
      number: true,
      placedAt: true,
      startsOn: true,
      endsOn: true,
      placedByMembership: { select: { person: { select: { name: true } } } },
      purchaseOrders: {
        select: {
          id: true,
          number: true,
          status: true,
          total: true,
          answerBy: true,
          answeredAt: true,
          cooperative: { select: { shortName: true, slug: true } },
          lines: { select: lineSelect, orderBy: { id: 'asc' } },
          moves: { select: moveSelect, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
        },
        orderBy: { id: 'asc' },
      },
    },
  })
  if (!found) throw notFound()
  const { purchaseOrders, placedByMembership, startsOn, endsOn, ...order } = found
  const shaped = purchaseOrders.map(({ lines, moves, ...one }) => ({
    ...one,
    askedTotal: askedTotalOf(lines),
    offeredTotal: offeredTotalOf(lines),
    lines: lines.map(readLine),
    moves: moves.filter((move) => move.lineId === null).map(readMove),
  }))
  // What needs an answer comes first, then what is waited for.
  const urgency = { countered: 0, sent: 1, accepted: 2, declined: 3, cancelled: 4 } as const
  shaped.sort((a, b) => urgency[a.status] - urgency[b.status])
  return {
    ...order,
    startsOn: fromDate(startsOn),
    endsOn: fromDate(endsOn),
    placedBy: placedByMembership.person.name,
    purchaseOrders: shaped,
  }
}

/** How many counter-offers wait for the chain, and how many orders wait for cooperatives. */
export async function countWaiting(db: Db, buyer: RetailMember) {
  allow(buyer, 'shelf_order.read')
  const rows = await db.purchaseOrder.groupBy({
    by: ['status'],
    where: { chainId: buyer.chainId, status: { in: ['sent', 'countered'] } },
    _count: true,
  })
  const of = (status: 'sent' | 'countered') => rows.find((row) => row.status === status)?._count ?? 0
  return { sent: of('sent'), countered: of('countered') }
}
