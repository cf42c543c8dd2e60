import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { lotCodeOf } from '#app/domain/labels/lot-code.ts'
import { keepsFrom } from '#app/domain/stock/free-pieces.ts'
import { type LotOnHand, type Picks, planPicks } from '#app/domain/stock/pick-lots.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { piecesOf } from './rules.ts'

/**
 * From which lots the accepted lines of a purchase order are best served, by day of delivery and pack: the first to expire
 * first, and none that the chain would find too short. A suggestion of this day: no stock is moved by it.
 *
 * What other orders hold is set aside for those that are delivered earlier. Refuses with `not_found`, also another
 * cooperative's.
 */
export async function requirePickList(db: Db, officer: CooperativeMember, id: string, today: Day) {
  allow(officer, 'purchase_order.read')
  const found = await db.purchaseOrder.findFirst({
    where: { id, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      number: true,
      shelfOrder: { select: { chain: { select: { organisation: { select: { shortName: true } } } } } },
      lines: {
        where: { status: 'accepted' },
        orderBy: [{ deliverOn: 'asc' }, { variant: { product: { name: 'asc' } } }, { id: 'asc' }],
        select: {
          id: true,
          variantId: true,
          cartons: true,
          unitsPerCarton: true,
          deliverOn: true,
          store: { select: { name: true } },
          variant: { select: { netContent: true, position: true, product: { select: { name: true } } } },
        },
      },
    },
  })
  if (!found) throw notFound()
  const { shelfOrder, lines, ...order } = found
  const variantIds = [...new Set(lines.map(({ variantId }) => variantId))]
  const [lots, plan] = await planFor(db, variantIds, today)
  const byDay = Map.groupBy(lines, ({ deliverOn }) => fromDate(deliverOn))
  return {
    ...order,
    chainName: shelfOrder.chain.organisation.shortName,
    deliveries: [...byDay].map(([deliverOn, theirs]) => ({
      deliverOn,
      packs: [...Map.groupBy(theirs, ({ variantId }) => variantId).values()].map(packOf),
    })),
  }

  function packOf(ofPack: typeof lines) {
    const taken = new Map<string, number>()
    let short = 0
    for (const line of ofPack) {
      const { picks, short: missing } = plan.get(line.id) ?? { picks: [], short: piecesOf(line) }
      short += missing
      for (const { lotId, pieces } of picks) taken.set(lotId, (taken.get(lotId) ?? 0) + pieces)
    }
    const [first] = ofPack
    return {
      variantId: first?.variantId ?? '',
      name: first ? packName({ ...first.variant, name: first.variant.product.name }) : '',
      cartons: ofPack.reduce((sum, { cartons }) => sum + cartons, 0),
      pieces: ofPack.reduce((sum, line) => sum + piecesOf(line), 0),
      stores: ofPack.map(({ store, cartons }) => ({ name: store.name, cartons })),
      lots: lots
        .filter((lot) => taken.has(lot.id))
        .map(({ id, code, bestBefore }) => ({ id, code, bestBefore, pieces: taken.get(id) ?? 0 })),
      short,
    }
  }
}

/**
 * How many pieces each line of a purchase order is short of, because lots were lost or have expired since it was ordered. Of
 * another cooperative's there is nothing.
 */
export async function listShortages(
  db: Db,
  officer: CooperativeMember,
  purchaseOrderId: string,
  today: Day,
): Promise<Record<string, number>> {
  allow(officer, 'purchase_order.read')
  const lines = await db.purchaseOrderLine.findMany({
    where: { purchaseOrder: { id: purchaseOrderId, cooperativeId: officer.cooperativeId } },
    select: { id: true, variantId: true },
  })
  const [, plan] = await planFor(db, [...new Set(lines.map(({ variantId }) => variantId))], today)
  const short = lines.map(({ id }) => [id, plan.get(id)?.short ?? 0] as const)
  return Object.fromEntries(short.filter(([, pieces]) => pieces > 0))
}

type NamedLot = LotOnHand & { variantId: string; code: string }

/** The lots of these packs that have not expired, the first to expire first, and what everybody who holds any is given. */
async function planFor(
  db: Db,
  variantIds: string[],
  today: Day,
): Promise<[lots: NamedLot[], plan: Map<string, Picks>]> {
  type LotRow = {
    id: string
    variantId: string
    bestBefore: Date
    receivedOn: Date
    number: number
    left: number
  }
  type HeldRow = { id: string; variantId: string; deliverOn: Date; leastDaysLeft: number; pieces: number }
  const [lotRows, heldRows] = await Promise.all([
    db.$queryRaw<LotRow[]>`
      with numbered as (
        select *, row_number() over (partition by variant_id, received_on order by created_at, id)::int as number
        from lots where variant_id = any(${variantIds}::text[])
      )
      select n.id, n.variant_id as "variantId", n.best_before as "bestBefore", n.received_on as "receivedOn", n.number,
        sum(m.on_hand)::int as "left"
      from numbered n join stock_movements m on m.variant_id = n.variant_id and m.lot_id = n.id
      where n.best_before >= ${toDate(today)}::date
      group by n.id, n.variant_id, n.best_before, n.received_on, n.number having sum(m.on_hand) > 0
      order by n.best_before, n.id`,
    db.$queryRaw<HeldRow[]>`
      select line.id, m.variant_id as "variantId", line.deliver_on as "deliverOn",
        line.least_days_left as "leastDaysLeft", sum(m.reserved)::int as pieces
      from stock_movements m join purchase_order_lines line on line.id = m.order_line_id
      where m.variant_id = any(${variantIds}::text[])
      group by line.id, m.variant_id having sum(m.reserved) > 0`,
  ])
  const lots = lotRows.map(({ receivedOn, number, bestBefore, ...lot }) => ({
    ...lot,
    bestBefore: fromDate(bestBefore),
    code: lotCodeOf({ receivedOn: fromDate(receivedOn), number }),
  }))
  const held = heldRows.map(({ leastDaysLeft, ...line }) => {
    const deliverOn = fromDate(line.deliverOn)
    return { ...line, deliverOn, from: keepsFrom(deliverOn, leastDaysLeft) }
  })
  const plans = variantIds.map((variantId) =>
    planPicks(
      lots.filter((lot) => lot.variantId === variantId),
      held.filter((line) => line.variantId === variantId),
      today,
    ),
  )
  return [lots, new Map(plans.flatMap((plan) => [...plan]))]
}
