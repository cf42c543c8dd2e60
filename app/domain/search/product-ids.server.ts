import type { Db } from '#app/platform/transaction.server.ts'

/** How many products are looked at together. */
export const batch = 500

/** The ids of the next products after this one, published or not. */
export async function listProductIds(db: Db, after: string): Promise<string[]> {
  const products = await db.product.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: batch,
    select: { id: true },
  })
  return products.map(({ id }) => id)
}
