import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { fromDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { CountStock } from './count-rules.ts'

const mostPacks = 20

/** The lots of several packs that have something left, to be counted; without how much, which would be copied. */
export async function listLotsToCount(db: Db, officer: CooperativeMember, variantIds: string[]) {
  allow(officer, 'stock.record')
  type Row = {
    id: string
    variantId: string
    name: string
    netContent: string
    position: number
    bestBefore: Date
  }
  const rows = await db.$queryRaw<Row[]>`
    select l.id, v.id as "variantId", p.name, v.net_content as "netContent", v.position,
      l.best_before as "bestBefore"
    from variants v
    join products p on p.id = v.product_id
    join lots l on l.variant_id = v.id
    join stock_movements m on m.variant_id = v.id and m.lot_id = l.id
    where v.id = any(${variantIds.slice(0, mostPacks)}::text[]) and v.cooperative_id = ${officer.cooperativeId}
    group by l.id, v.id, p.id having sum(m.on_hand) > 0
    order by p.name, v.position, v.id, l.best_before, l.id
    limit 200`
  return rows.map(({ netContent, position, ...row }) => ({
    ...row,
    name: packName({ name: row.name, netContent, position }),
    bestBefore: fromDate(row.bestBefore),
  }))
}

/** The same lots with what is recorded of each that was counted, to compare. Refuses a lot that is not the officer's. */
export async function compareCount(
  db: Db,
  officer: CooperativeMember,
  { lots }: CountStock,
): Promise<CountStock['lots']> {
  allow(officer, 'stock.record')
  const lotIds = lots.map(({ lotId }) => lotId)
  const { cooperativeId } = officer
  const own = await db.lot.count({ where: { id: { in: lotIds }, variant: { cooperativeId } } })
  if (own < lotIds.length) throw notFound()
  const left = await piecesLeft(db, lotIds)
  return lots.map((lot) => ({
    ...lot,
    expected: lot.counted === undefined ? undefined : (left.get(lot.lotId) ?? 0),
  }))
}

/** What the movements leave of each lot. */
export async function piecesLeft(db: Db, lotIds: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; left: number }[]>`
    select l.id, sum(m.on_hand)::int as "left"
    from lots l join stock_movements m on m.variant_id = l.variant_id and m.lot_id = l.id
    where l.id = any(${lotIds}::text[]) group by l.id`
  return new Map(rows.map(({ id, left }) => [id, left]))
}

/** The numbers of the orders that hold pieces of a variant, a few of them. */
export async function listHoldingOrders(db: Db, variantId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ number: string }[]>`
    select o.number::text from stock_movements m
    join purchase_order_lines l on l.id = m.order_line_id
    join purchase_orders o on o.id = l.purchase_order_id
    where m.variant_id = ${variantId}
    group by o.id having sum(m.reserved) > 0
    order by o.number limit 5`
  return rows.map(({ number }) => number)
}
