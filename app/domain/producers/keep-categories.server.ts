import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Whether a producer's kinds of goods are those already. */
export async function isSameCategories(tx: Db, producerId: string, slugs: string[]): Promise<boolean> {
  const rows = await tx.producerCategory.findMany({ where: { producerId }, select: { categorySlug: true } })
  const kept = rows.map(({ categorySlug }) => categorySlug).sort()
  return JSON.stringify(kept) === JSON.stringify([...new Set(slugs)].sort())
}

/**
 * Writes which kinds of goods a producer makes.
 *
 * @throws Refusal `invalid` at the field for a kind that does not exist.
 */
export async function keepCategories(tx: Db, producerId: string, slugs: string[]): Promise<void> {
  const wanted = [...new Set(slugs)]
  if ((await tx.category.count({ where: { slug: { in: wanted } } })) !== wanted.length)
    throw new Refusal('invalid', { key: 'form.check' }, { categories: { key: 'category.missing' } })
  await tx.producerCategory.deleteMany({ where: { producerId } })
  await tx.producerCategory.createMany({
    data: wanted.map((categorySlug) => ({ producerId, categorySlug })),
  })
}
