import type { OrderLineStatus, PurchaseOrderStatus } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lineMoves, moves, totalOf } from './rules.ts'

export type LockedLine = {
  id: string
  variantId: string
  productId: string
  status: OrderLineStatus
  cartons: number
  askedCartons: number
  unitsPerCarton: number
  unitPrice: bigint
  deliverOn: Date
  counterCartons: number | null
  counterDeliverOn: Date | null
}

export type LockedOrder = { id: string; status: PurchaseOrderStatus; endsOn: Date; lines: LockedLine[] }
type Owner = { id: string; cooperativeId: string } | { id: string; chainId: string }

/** A purchase order of its owner with its lines, locked until the transaction ends. Refuses with `not_found` also what is another's. */
export async function lockPurchaseOrder(tx: Db, owner: Owner): Promise<LockedOrder> {
  const found = await tx.purchaseOrder.findFirst({ where: owner, select: { id: true } })
  if (!found) throw notFound()
  // Read again under the lock: who waited for it sees what the first one did.
  await tx.$queryRaw`select id from purchase_orders where id = ${owner.id} for update`
  const { shelfOrder, lines, ...order } = await tx.purchaseOrder.findUniqueOrThrow({
    where: { id: owner.id },
    select: {
      id: true,
      status: true,
      shelfOrder: { select: { endsOn: true } },
      lines: {
        select: {
          id: true,
          variantId: true,
          status: true,
          cartons: true,
          askedCartons: true,
          unitsPerCarton: true,
          unitPrice: true,
          deliverOn: true,
          counterCartons: true,
          counterDeliverOn: true,
          variant: { select: { productId: true } },
        },
        orderBy: { id: 'asc' },
      },
    },
  })
  return {
    ...order,
    endsOn: shelfOrder.endsOn,
    lines: lines.map(({ variant, ...line }) => ({ ...line, productId: variant.productId })),
  }
}

type MovedLine = LockedLine & { to: OrderLineStatus }
type Act = { by: string; at: Date; reason: string }

/**
 * Moves a locked purchase order and its lines along their tables, and writes down who did, when and why.
 *
 * Throws on a move that the tables do not have: the caller has checked, so it would be a bug.
 */
export async function moveOrder(
  tx: Db,
  order: LockedOrder,
  change: { status: PurchaseOrderStatus; answeredAt?: Date },
  moved: MovedLine[],
  { by, at, reason }: Act,
): Promise<void> {
  if (!(moves[order.status] as readonly string[]).includes(change.status))
    throw new Error(`Purchase order ${order.id} cannot go from ${order.status} to ${change.status}`)
  for (const { id, status, to, cartons, deliverOn, counterCartons, counterDeliverOn } of moved) {
    if (!(lineMoves[status] as readonly string[]).includes(to))
      throw new Error(`Line ${id} cannot go from ${status} to ${to}`)
    await tx.purchaseOrderLine.update({
      where: { id },
      data: { status: to, cartons, deliverOn, counterCartons, counterDeliverOn },
    })
  }
  const after = order.lines.map((line) => {
    const now = moved.find(({ id }) => id === line.id)
    return now ? { ...now, status: now.to } : line
  })
  await tx.purchaseOrder.update({ where: { id: order.id }, data: { ...change, total: totalOf(after) } })
  const common = { purchaseOrderId: order.id, byMembershipId: by, at, reason }
  await tx.purchaseOrderMove.createMany({
    data: [
      ...moved.map(({ id, status, to }) => ({
        ...common,
        id: newId('move'),
        lineId: id,
        fromStatus: status,
        toStatus: to,
      })),
      { ...common, id: newId('move'), lineId: null, fromStatus: order.status, toStatus: change.status },
    ],
  })
}
