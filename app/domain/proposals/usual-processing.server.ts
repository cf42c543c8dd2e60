import type { Processing } from '#app/generated/prisma/enums.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What is usually done to goods of a category, or of the one above it; where nobody says so, they count as cooked. */
export async function usualProcessing(tx: Db, slug: string): Promise<Processing> {
  const usualProcessing = true
  const select = { usualProcessing, parent: { select: { usualProcessing } } } as const
  const category = await tx.category.findUnique({ where: { slug }, select })
  return category?.usualProcessing ?? category?.parent?.usualProcessing ?? 'cooked'
}
