import type { Db } from '#app/platform/transaction.server.ts'
import { askForFeeding } from './feed-marks.server.ts'
import { indexProducts } from './index-products.server.ts'
import { wordsOf } from './normalise.ts'

/**
 * Forgets the words of a name that stands no longer, where goods of nobody else are known by them: nobody is led to a
 * name by a word that is nearly one of its own.
 *
 * The producer's goods are indexed as they are now, in the same transaction. An index of Meilisearch keeps the words that it
 * was told; so each is out of date from here on, and the feed makes another in its place while it goes on answering.
 */
export async function forgetWords(
  tx: Db,
  { name, producerId }: { name: string; producerId: string },
  at: Date,
): Promise<void> {
  const goods = await tx.product.findMany({ where: { producerId }, select: { id: true } })
  await indexProducts(
    tx,
    goods.map(({ id }) => id),
    at,
  )
  const words = wordsOf(name).filter((word) => /^[a-z]{3,}$/.test(word))
  const forgotten = await tx.$executeRaw`
    delete from search_vocabulary known
    where known.word = any(${words}::text[]) and not exists (
      select from search_rows r join products p on p.id = r.product_id
      where r.words @@ to_tsquery('simple', known.word) and p.producer_id <> ${producerId}
    )`
  if (forgotten === 0) return
  const { count } = await tx.searchIndex.updateMany({
    where: { state: { in: ['filling', 'live'] } },
    data: { settingsVersion: 'words forgotten' },
  })
  if (count > 0) await askForFeeding(tx)
}
