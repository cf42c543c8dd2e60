import { type Day, dayOf, formatDay } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { freePieces, keepsFrom, type Stock } from './free-pieces.ts'
import { lockStock } from './lock-stock.server.ts'
import { readStock } from './stock-queries.server.ts'

export type StockRequest = {
  variantId: string
  orderLineId: string
  pieces: number
  unitsPerCarton: number
  deliverOn: Day
  /** Of its life, when it is delivered. */
  leastDaysLeft: number
  field: string
}

/**
 * Reserves pieces for order lines: all of them, or none. Of lots that will have too little life left on the day of
 * delivery, and of those that have expired, nothing is there to reserve.
 *
 * @throws Refusal `conflict`, at the line's field, for a variant of which too little is left, or too little that keeps long
 * enough; says how many pieces and cartons there are.
 */
export async function reserveStock(
  tx: Db,
  by: { membershipId: string },
  requests: StockRequest[],
  at: Date,
): Promise<void> {
  const variantIds = [...new Set(requests.map((request) => request.variantId))]
  const levels = await lockStock(tx, variantIds)
  const today = dayOf(at)
  // Read under the lock: who waited for it sees what the first one took.
  const stockOf = await readStock(tx, variantIds, today)
  const held: { variantId: string; from: Day; pieces: number }[] = []
  for (const request of requests) {
    const { variantId, pieces, deliverOn, leastDaysLeft } = request
    const earlier = held.filter((one) => one.variantId === variantId)
    const { lots, held: ordered } = stockOf(variantId)
    const stock = { lots, held: [...ordered, ...earlier] }
    const from = keepsFrom(deliverOn, leastDaysLeft)
    if (pieces > freePieces(stock, today, from))
      throw refusalOf(request, stock, levels.get(variantId)?.name ?? '', today)
    held.push({ variantId, from, pieces })
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

function refusalOf(request: StockRequest, stock: Stock, name: string, today: Day): Refusal {
  const { unitsPerCarton, deliverOn, leastDaysLeft, field } = request
  const pieces = freePieces(stock, today, keepsFrom(deliverOn, leastDaysLeft))
  const there = { name, pieces, left: Math.floor(pieces / unitsPerCarton) }
  // Others may be there that do not keep: then it is the day that can be changed, not the quantity alone.
  const message =
    freePieces(stock, today) > pieces
      ? ({
          key: 'stock.too_old',
          ...there,
          day: formatDay(deliverOn),
          days: Math.max(1, leastDaysLeft),
        } as const)
      : ({ key: 'stock.short', ...there } as const)
  return new Refusal('conflict', message, { [field]: message })
}
