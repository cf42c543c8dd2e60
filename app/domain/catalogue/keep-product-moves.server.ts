import type { Prisma } from '#app/generated/prisma/client.ts'
import { newId } from '#app/platform/ids.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

type Move = Omit<Prisma.ProductMoveCreateManyInput, 'id'>

/** Writes down that products or packs of them went on or off sale, and lets search and the kept pages know. */
export async function keepProductMoves(tx: Db, moves: Move[]): Promise<void> {
  if (moves.length === 0) return
  await tx.productMove.createMany({ data: moves.map((move) => ({ id: newId('move'), ...move })) })
  await record(tx, 'product.changed', { productIds: [...new Set(moves.map((move) => move.productId))] })
  await announceChange(tx)
}
