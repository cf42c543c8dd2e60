import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import { literally } from '#app/platform/like.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { StockView } from './rules.ts'
import { freeToday } from './stock-queries.server.ts'

const { sql } = Prisma
const pageSize = 20

/**
 * Every pack of a cooperative with what there is of it on a day. `past` pieces are beyond their best-before day: on hand,
 * but free for nobody. Close to it is a quarter of its life, and never more than a month.
 */
const packs = (cooperativeId: string, today: Day) => sql`(
  select v.id, p.id as product_id, p.name, v.net_content, v.position, r.name as producer_name, v.low_stock_pieces, v.shelf_life_days,
    coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved, coalesce(lot.past, 0)::int as past,
    ${freeToday(today)} as free, lot.nearest, lot.past_lot_id,
    coalesce(lot.nearest <= ${toDate(today)}::date + least(30, v.shelf_life_days / 4), false) as is_soon
  from variants v
  join products p on p.id = v.product_id
  join producers r on r.id = p.producer_id
  left join stock_levels s on s.variant_id = v.id
  left join lateral (
    select sum(pieces) filter (where best_before < ${toDate(today)}::date) as past,
      min(best_before) filter (where best_before >= ${toDate(today)}::date) as nearest,
      (array_agg(id order by best_before, id) filter (where best_before < ${toDate(today)}::date))[1] as past_lot_id
    from (
      select l.id, l.best_before, sum(m.on_hand) as pieces
      from lots l join stock_movements m on m.variant_id = l.variant_id and m.lot_id = l.id
      where l.variant_id = v.id
      group by l.id having sum(m.on_hand) > 0
    ) lots_left
  ) lot on true
  where v.cooperative_id = ${cooperativeId} and ((p.status <> 'archived' and v.ended_at is null) or s.on_hand > 0))`

const isIn = {
  all: sql`true`,
  low: sql`free <= low_stock_pieces`,
  soon: sql`is_soon`,
  past: sql`past > 0`,
} as const satisfies Record<StockView, Prisma.Sql>

type Asked = { view: StockView; search: string; after?: string | undefined }

/** The packs of the officer's cooperative by name; `search` is a part of a name; `after` the last id seen. */
export async function listStock(
  db: Db,
  officer: CooperativeMember,
  { view, search, after }: Asked,
  today: Day,
) {
  allow(officer, 'product.read')
  const { cooperativeId } = officer
  const last = after
    ? await db.variant.findFirst({
        where: { id: after, cooperativeId },
        select: { id: true, product: { select: { name: true } } },
      })
    : null
  const words = `%${literally(search.trim())}%`
  type Row = {
    id: string
    productId: string
    name: string
    netContent: string
    position: number
    producerName: string
    lowAt: number
    onHand: number
    reserved: number
    free: number
    past: number
    pastLotId: string | null
    nearest: Date | null
    isLow: boolean
    isSoon: boolean
  }
  const rows = await db.$queryRaw<Row[]>`
    select id, product_id as "productId", name, net_content as "netContent", position, producer_name as "producerName", low_stock_pieces as "lowAt",
      on_hand as "onHand", reserved, free, past, past_lot_id as "pastLotId", nearest,
      ${isIn.low} as "isLow", is_soon as "isSoon"
    from ${packs(cooperativeId, today)} pack
    where ${isIn[view]} and (name ilike ${words} or producer_name ilike ${words})
      and ${last ? sql`(name, id) > (${last.product.name}, ${last.id})` : sql`true`}
    order by name, id limit ${pageSize + 1}`
  const page = rows
    .slice(0, pageSize)
    .map((row) => ({ ...row, name: packName(row), nearest: row.nearest && fromDate(row.nearest) }))
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}

/** How many packs there are in each view. */
export async function countStock(
  db: Db,
  officer: CooperativeMember,
  today: Day,
): Promise<Record<StockView, number>> {
  allow(officer, 'product.read')
  const [row] = await db.$queryRaw<[Record<StockView, number>]>`
    select count(*)::int as "all", count(*) filter (where ${isIn.low})::int as low,
      count(*) filter (where ${isIn.soon})::int as soon, count(*) filter (where ${isIn.past})::int as past
    from ${packs(officer.cooperativeId, today)} pack`
  return row
}

/** From how few free pieces on a pack is shown as running low. Refuses with `not_found` also another cooperative's. */
export async function requireLowStock(
  db: Db,
  officer: CooperativeMember,
  { productId, packId }: { productId: string; packId: string },
) {
  allow(officer, 'product.read')
  const variant = await db.variant.findFirst({
    where: { id: packId, productId, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      lowStockPieces: true,
      netContent: true,
      position: true,
      product: { select: { name: true } },
    },
  })
  if (!variant) throw notFound()
  const name = packName({ ...variant, name: variant.product.name })
  return { variantId: variant.id, pieces: variant.lowStockPieces, name }
}
