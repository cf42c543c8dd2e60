import { toDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { StockWrite } from './plan-stock.server.ts'

/** Writes batches and movements, inside the transaction in which the stock was locked and the rows were planned. */
export async function writeStock(
  tx: Db,
  { membershipId }: { membershipId: string },
  writes: StockWrite[],
  { reason, at }: { reason: string; at: Date },
): Promise<void> {
  if (writes.length === 0) return
  const fresh = writes.filter(({ isNewLot }) => isNewLot)
  await insertRows(
    tx,
    'lots',
    fresh.map(({ lotId, variantId, bestBefore, receivedOn }) => ({
      id: lotId,
      variant_id: variantId,
      best_before: toDate(bestBefore),
      received_on: toDate(receivedOn),
      created_at: at,
    })),
  )
  await insertRows(
    tx,
    'stock_movements',
    writes.map(({ lotId, variantId, pieces, isNewLot, number }) => ({
      id: newId('movement'),
      variant_id: variantId,
      lot_id: lotId,
      kind: isNewLot ? 'received' : 'counted',
      on_hand: pieces,
      reserved: 0,
      by_membership_id: membershipId,
      at,
      reason: `${reason} ${number}`.slice(0, 200),
    })),
  )
  await announceChange(tx)
}
