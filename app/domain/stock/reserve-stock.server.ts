import { type Day, dayOf, toDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lockStock } from './lock-stock.server.ts'

export type StockRequest = {
  variantId: string
  orderLineId: string
  pieces: number
  unitsPerCarton: number
  field: string
}

/**
 * Reserves pieces for order lines: all of them, or none. Pieces past their best-before day are not there to reserve.
 *
 * @throws Refusal `conflict`, at the line's field, for a variant of which too little is left; says how many cartons are.
 */
export async function reserveStock(
  tx: Db,
  by: { membershipId: string },
  requests: StockRequest[],
  at: Date,
): Promise<void> {
  const variantIds = [...new Set(requests.map((request) => request.variantId))]
  const levels = await lockStock(tx, variantIds)
  const past = await piecesPast(tx, variantIds, dayOf(at))
  const left = new Map(
    [...levels].map(([id, { onHand, reserved }]) => [
      id,
      Math.max(0, onHand - reserved - (past.get(id) ?? 0)),
    ]),
  )
  for (const { variantId, pieces, unitsPerCarton, field } of requests) {
    const available = left.get(variantId) ?? 0
    if (pieces > available) {
      const name = levels.get(variantId)?.name ?? ''
      const message = {
        key: 'stock.short',
        name,
        left: Math.floor(available / unitsPerCarton),
        pieces: available,
      } as const
      throw new Refusal('conflict', message, { [field]: message })
    }
    left.set(variantId, available - pieces)
  }
  await insertRows(
    tx,
    'stock_movements',
    requests.map(({ variantId, orderLineId, pieces }) => ({
      id: newId('movement'),
      kind: 'reserved',
      variant_id: variantId,
      order_line_id: orderLineId,
      on_hand: 0,
      reserved: pieces,
      by_membership_id: by.membershipId,
      at,
      reason: '',
    })),
  )
}

/** Pieces of each variant in lots whose day has passed. */
async function piecesPast(tx: Db, variantIds: string[], today: Day): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; pieces: number }[]>`
    select l.variant_id as id, sum(m.on_hand)::int as pieces
    from lots l join stock_movements m on m.variant_id = l.variant_id and m.lot_id = l.id
    where l.variant_id = any(${variantIds}::text[]) and l.best_before < ${toDate(today)}::date
    group by l.variant_id`
  return new Map(rows.map(({ id, pieces }) => [id, pieces]))
}
