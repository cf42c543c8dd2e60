import type { Prisma } from '#app/generated/prisma/client.ts'
import { newId } from '#app/platform/ids.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Writes down that a product or a pack of it went on or off sale, and lets search and the kept pages know. */
export async function keepProductMove(
  tx: Db,
  move: Omit<Prisma.ProductMoveUncheckedCreateInput, 'id'>,
): Promise<void> {
  await tx.productMove.create({ data: { id: newId('move'), ...move } })
  await record(tx, 'product.changed', { productIds: [move.productId] })
  await announceChange(tx)
}
