import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * Whether the most popular few that match are found sooner along the index of popularity: one or two letters begin so
 * much. Letters that begin no known word would be looked for along all of it, and so would rarer ones.
 */
export async function beginMuch(db: Db, words: readonly string[]): Promise<boolean> {
  const [word = '', ...others] = words
  if (others.length > 0 || !/^[a-z]{1,2}$/.test(word)) return false
  const [known] = await db.$queryRaw<{ is: boolean }[]>(Prisma.sql`
    select exists (select from search_vocabulary where starts_with(word, ${word}::text)) as is`)
  return known?.is ?? false
}
