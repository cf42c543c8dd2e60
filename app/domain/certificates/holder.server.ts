import type { Scope } from '#app/domain/producers/scope.server.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What a paper is of: one product, or a producer. */
export type Holder = { productId: string } | { producerId: string }

/** A holder as rows point at it. */
export type HolderRow = { productId: string | null; producerId: string | null; cooperativeId: string }

/**
 * The producer behind a holder in scope: an officer's cooperative, or a producer that asks for itself. Refuses with
 * `not_found` also another's, and who has left.
 */
export async function requireHolder(
  db: Db,
  { cooperativeId, producerId: own }: Scope,
  holder: Holder,
): Promise<{ name: string; producerId: string; producerName: string }> {
  const select = { name: true, id: true } as const
  if ('producerId' in holder) {
    const found = await db.producer.findFirst({
      where: {
        cooperativeId,
        leftAt: null,
        AND: [{ id: holder.producerId }, { id: own ?? holder.producerId }],
      },
      select,
    })
    if (!found) throw notFound()
    return { name: found.name, producerId: found.id, producerName: found.name }
  }
  const found = await db.product.findFirst({
    where: {
      ...{ id: holder.productId, cooperativeId, status: { not: 'archived' } },
      ...(own && { producerId: own }),
    },
    select: { name: true, producer: { select } },
  })
  if (!found) throw notFound()
  return { name: found.name, producerId: found.producer.id, producerName: found.producer.name }
}

/** Keeps two from renewing or deciding papers of the same holder at the same moment. */
export async function lockHolder(tx: Db, { productId, producerId }: HolderRow): Promise<void> {
  if (productId) await tx.$queryRaw`select id from products where id = ${productId} for no key update`
  else await tx.$queryRaw`select id from producers where id = ${producerId} for no key update`
}

/** Lets search and pages see what changed of a holder's papers: of a producer's, at all its goods. */
export async function announceHolder(tx: Db, { productId, producerId }: HolderRow): Promise<void> {
  const rows = productId
    ? [{ id: productId }]
    : await tx.product.findMany({
        where: { producerId: producerId ?? '', status: 'published' },
        select: { id: true },
      })
  if (rows.length) await record(tx, 'product.changed', { productIds: rows.map(({ id }) => id) })
  await announceChange(tx)
}
