import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { freeToday } from './stock-queries.server.ts'

const pageSize = 20

/** The lots of a variant with what is left of them, the first to expire on top; empty ones are left out. */
export async function listLots(db: Db, officer: CooperativeMember, variantId: string) {
  allow(officer, 'product.read')
  type Row = { id: string; best_before: Date; received_on: Date; left: bigint; received: bigint }
  const rows = await db.$queryRaw<Row[]>`
    select l.id, l.best_before, l.received_on, sum(m.on_hand) "left",
      sum(m.on_hand) filter (where m.kind = 'received') received
    from lots l
    join variants v on v.id = l.variant_id and v.cooperative_id = ${officer.cooperativeId}
    join stock_movements m on m.lot_id = l.id
    where l.variant_id = ${variantId}
    group by l.id having sum(m.on_hand) > 0
    order by l.best_before, l.id`
  return rows.map((row) => ({
    id: row.id,
    bestBefore: fromDate(row.best_before),
    receivedOn: fromDate(row.received_on),
    left: Number(row.left),
    received: Number(row.received),
  }))
}

/** The movements of a variant, the newest first; `after` is the last id seen. */
export async function listMovements(db: Db, officer: CooperativeMember, variantId: string, after?: string) {
  allow(officer, 'product.read')
  const last = after
    ? await db.stockMovement.findFirst({ where: { id: after, variantId }, select: { at: true, id: true } })
    : null
  const rows = await db.stockMovement.findMany({
    where: {
      variantId,
      level: { variant: { cooperativeId: officer.cooperativeId } },
      ...(last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: {
      id: true,
      kind: true,
      onHand: true,
      reserved: true,
      at: true,
      reason: true,
      by: { select: { person: { select: { name: true } } } },
      lot: { select: { bestBefore: true } },
      orderLine: {
        select: {
          purchaseOrder: {
            select: {
              id: true,
              number: true,
              shelfOrder: {
                select: { chain: { select: { organisation: { select: { shortName: true } } } } },
              },
            },
          },
        },
      },
    },
  })
  const page = rows.slice(0, pageSize).map(({ by, lot, orderLine, ...movement }) => ({
    ...movement,
    name: by.person.name,
    bestBefore: lot && fromDate(lot.bestBefore),
    order: orderLine && {
      id: orderLine.purchaseOrder.id,
      number: orderLine.purchaseOrder.number,
      chainName: orderLine.purchaseOrder.shelfOrder.chain.organisation.shortName,
    },
  }))
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}

/** What of the cooperative's stock needs a look: variants with nothing left to order, and lots near or past their day. */
export async function listStockWorries(db: Db, officer: CooperativeMember, today: Day) {
  allow(officer, 'product.read')
  type Row = {
    id: string
    productId: string
    name: string
    netContent: string
    position: number
    available: number
    best_before: Date | null
    left: bigint | null
  }
  const rows = await db.$queryRaw<Row[]>`
    select v.id, p.id as "productId", p.name, v.net_content as "netContent", v.position, free.pieces as available, e.best_before, e."left"
    from products p
    join variants v on v.product_id = p.id
    cross join lateral (select ${freeToday(today)} as pieces) free
    left join lateral (
      select l.best_before, sum(m.on_hand) "left" from lots l join stock_movements m on m.lot_id = l.id
      where l.variant_id = v.id
        -- Close is a quarter of its life, and never more than a month.
        and l.best_before <= ${toDate(today)}::date + least(30, v.shelf_life_days / 4)
      group by l.id having sum(m.on_hand) > 0
      order by l.best_before, l.id limit 1
    ) e on true
    where p.cooperative_id = ${officer.cooperativeId} and p.status = 'published'
      and ((free.pieces = 0 and v.ended_at is null) or e.best_before is not null)
    order by e.best_before nulls last, p.name, v.position, v.id
    limit 12`
  return rows.map(({ best_before, left, netContent, position, ...row }) => ({
    ...row,
    name: packName({ name: row.name, netContent, position }),
    lot: best_before && {
      bestBefore: fromDate(best_before),
      left: Number(left),
      isPast: fromDate(best_before) < today,
    },
  }))
}

/** A few numbers of the cooperative's shelf: products, pieces on hand, and how many of them are reserved. */
export async function getStockSummary(db: Db, officer: CooperativeMember) {
  allow(officer, 'product.read')
  type Row = { products: bigint; on_hand: bigint; reserved: bigint }
  const [row] = await db.$queryRaw<Row[]>`
    select count(distinct p.id) products, coalesce(sum(s.on_hand), 0) on_hand, coalesce(sum(s.reserved), 0) reserved
    from products p join variants v on v.product_id = p.id join stock_levels s on s.variant_id = v.id
    where p.cooperative_id = ${officer.cooperativeId} and p.status = 'published'`
  return {
    products: Number(row?.products ?? 0),
    onHand: Number(row?.on_hand ?? 0),
    reserved: Number(row?.reserved ?? 0),
  }
}
