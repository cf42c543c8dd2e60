import type { Db } from '#app/platform/transaction.server.ts'
import { wordsOf } from './normalise.ts'

/**
 * Forgets the words of a name that stands no longer, where goods of nobody else are known by them: nobody is led to a
 * name by a word that is nearly one of its own. An index of Meilisearch keeps them until it is made anew.
 */
export async function forgetWords(
  tx: Db,
  { name, producerId }: { name: string; producerId: string },
): Promise<void> {
  const words = wordsOf(name).filter((word) => /^[a-z]{3,}$/.test(word))
  await tx.$executeRaw`
    delete from search_vocabulary known
    where known.word = any(${words}::text[]) and not exists (
      select from search_rows r join products p on p.id = r.product_id
      where r.words @@ to_tsquery('simple', known.word) and p.producer_id <> ${producerId}
    )`
}
