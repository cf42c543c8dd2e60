import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { type NumberedLot, numberedLots, withLotCode } from '#app/domain/labels/numbered-lots.server.ts'
import type { Day } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What left of a lot for a line of an order, less what came back; `at` is when it left. */
export type Shipped = {
  lineId: string
  variantId: string
  lotId: string
  code: string
  bestBefore: Day
  pieces: number
  back: number
  at: Date
}

/** What has left for these lines, the first to expire first. The caller has seen that the lines are the reader's. */
export async function listShipped(db: Db, lines: { id: string; variantId: string }[]): Promise<Shipped[]> {
  type Row = Omit<Shipped, 'code' | 'bestBefore'> & NumberedLot
  const rows = await db.$queryRaw<Row[]>`
    select m.order_line_id as "lineId", m.variant_id as "variantId", n.id as "lotId", n.best_before as "bestBefore",
      n.received_on as "receivedOn", n.number, -sum(m.on_hand)::int as pieces,
      coalesce(sum(m.on_hand) filter (where m.kind = 'returned'), 0)::int as back,
      min(m.at) filter (where m.kind = 'shipped') as at
    from stock_movements m
    join ${numberedLots([...new Set(lines.map(({ variantId }) => variantId))])} n on n.id = m.lot_id
    where m.order_line_id = any(${lines.map(({ id }) => id)}::text[]) and m.kind in ('shipped', 'returned')
    group by m.order_line_id, m.variant_id, n.id, n.best_before, n.received_on, n.number
    order by n.best_before, n.id, m.order_line_id`
  return rows.map(withLotCode)
}

/** What has left for a purchase order and may come back. Refuses with `not_found`, also another cooperative's. */
export async function requireReturnable(db: Db, officer: CooperativeMember, purchaseOrderId: string) {
  allow(officer, 'purchase_order.read')
  const order = await db.purchaseOrder.findFirst({
    where: { id: purchaseOrderId, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      number: true,
      lines: {
        where: { status: 'accepted' },
        select: {
          id: true,
          variantId: true,
          store: { select: { name: true } },
          variant: { select: { netContent: true, position: true, product: { select: { name: true } } } },
        },
      },
    },
  })
  if (!order) throw notFound()
  const { lines, ...rest } = order
  const shipped = await listShipped(db, lines)
  return {
    ...rest,
    lots: shipped.flatMap(({ lineId, lotId, code, pieces }) => {
      const line = lines.find(({ id }) => id === lineId)
      if (!line || pieces === 0) return []
      const name = packName({ ...line.variant, name: line.variant.product.name })
      return [{ lineId, lotId, code, pieces, name, storeName: line.store.name }]
    }),
  }
}
