import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { allow } from '#app/domain/access/actors.ts'
import type { MemberTerms } from '#app/generated/prisma/enums.ts'
import { fromDate } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lineSelect, moveSelect, type OrderLine, readLine, readMove } from './line-queries.server.ts'

/** A line as the cooperative sees it: with what its member gets for a piece, and when. */
export type OwnOrderLine = OrderLine & { memberPrice: Rupiah; memberTerms: MemberTerms }

const pageSize = 30

/** A cooperative's purchase orders: those that wait for an answer first, the most urgent on top; then by age. */
export async function listPurchaseOrders(db: Db, officer: CooperativeMember, after?: string) {
  allow(officer, 'purchase_order.read')
  const scope = { cooperativeId: officer.cooperativeId }
  const select = {
    id: true,
    number: true,
    status: true,
    total: true,
    answerBy: true,
    answeredAt: true,
    shelfOrder: {
      select: {
        startsOn: true,
        endsOn: true,
        placedAt: true,
        chain: { select: { organisation: { select: { shortName: true } } } },
      },
    },
    lines: { select: { cartons: true, variantId: true, storeId: true } },
  } as const
  const waiting = await db.purchaseOrder.findMany({
    where: { ...scope, status: 'sent' },
    select,
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  const others = await db.purchaseOrder.findMany({
    where: { ...scope, status: { not: 'sent' }, ...(after && { id: { lt: after } }) },
    select,
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const shaped = ({ shelfOrder, lines, ...order }: (typeof others)[number]) => ({
    ...order,
    chainName: shelfOrder.chain.organisation.shortName,
    placedAt: shelfOrder.placedAt,
    startsOn: fromDate(shelfOrder.startsOn),
    endsOn: fromDate(shelfOrder.endsOn),
    products: new Set(lines.map((line) => line.variantId)).size,
    stores: new Set(lines.map((line) => line.storeId)).size,
    cartons: lines.reduce((sum, line) => sum + line.cartons, 0),
  })
  return {
    waiting: waiting.map(shaped),
    others: others.slice(0, pageSize).map(shaped),
    next: others.length > pageSize ? others[pageSize - 1]?.id : undefined,
  }
}

/** One purchase order as the cooperative answers it. Refuses with `not_found`, also another cooperative's. */
export async function requirePurchaseOrder(db: Db, officer: CooperativeMember, id: string) {
  allow(officer, 'purchase_order.read')
  const found = await db.purchaseOrder.findFirst({
    where: { id, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      number: true,
      status: true,
      total: true,
      answerBy: true,
      answeredAt: true,
      cooperativeIsPkp: true,
      shelfOrder: {
        select: {
          startsOn: true,
          endsOn: true,
          placedAt: true,
          placedByMembership: { select: { person: { select: { name: true } } } },
          chain: { select: { organisation: { select: { shortName: true } } } },
        },
      },
      lines: { select: { ...lineSelect, memberPrice: true, memberTerms: true }, orderBy: { id: 'asc' } },
      moves: { select: moveSelect, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
    },
  })
  if (!found) throw notFound()
  const { shelfOrder, lines, moves, ...order } = found
  return {
    ...order,
    chainName: shelfOrder.chain.organisation.shortName,
    placedAt: shelfOrder.placedAt,
    placedBy: shelfOrder.placedByMembership.person.name,
    startsOn: fromDate(shelfOrder.startsOn),
    endsOn: fromDate(shelfOrder.endsOn),
    // What the member gets is between the two of them: the chain's pages never read it.
    lines: lines.map((line): OwnOrderLine => {
      const { memberPrice, memberTerms, ...rest } = line
      return { ...readLine(rest), memberPrice, memberTerms }
    }),
    moves: moves.filter((move) => move.lineId === null).map(readMove),
  }
}
