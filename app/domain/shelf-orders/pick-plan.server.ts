import { type NumberedLot, numberedLots, withLotCode } from '#app/domain/labels/numbered-lots.server.ts'
import { keepsFrom } from '#app/domain/stock/free-pieces.ts'
import { type LotOnHand, type Picks, planPicks } from '#app/domain/stock/pick-lots.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type NamedLot = LotOnHand & { variantId: string; code: string }

/** The lots of these packs that have not expired, the first to expire first, and what everybody who holds any is given. */
export async function planFor(
  db: Db,
  variantIds: string[],
  today: Day,
): Promise<[lots: NamedLot[], plan: Map<string, Picks>]> {
  type LotRow = NumberedLot & { id: string; variantId: string; left: number }
  type HeldRow = { id: string; variantId: string; deliverOn: Date; leastDaysLeft: number; pieces: number }
  const lotRows = await db.$queryRaw<LotRow[]>`
    select n.id, n.variant_id as "variantId", n.best_before as "bestBefore", n.received_on as "receivedOn", n.number,
      sum(m.on_hand)::int as "left"
    from ${numberedLots(variantIds)} n join stock_movements m on m.variant_id = n.variant_id and m.lot_id = n.id
    where n.best_before >= ${toDate(today)}::date
    group by n.id, n.variant_id, n.best_before, n.received_on, n.number having sum(m.on_hand) > 0
    order by n.best_before, n.id`
  const heldRows = await db.$queryRaw<HeldRow[]>`
    select line.id, m.variant_id as "variantId", line.deliver_on as "deliverOn",
      line.least_days_left as "leastDaysLeft", sum(m.reserved)::int as pieces
    from stock_movements m join purchase_order_lines line on line.id = m.order_line_id
    where m.variant_id = any(${variantIds}::text[])
    group by line.id, m.variant_id having sum(m.reserved) > 0`
  const lots = lotRows.map(withLotCode)
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
