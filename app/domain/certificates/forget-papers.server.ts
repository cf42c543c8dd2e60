import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * Takes away all papers of a producer and of its goods, with their history, inside the caller's transaction; the worker
 * removes their files. They carry a name and an address, and no book needs them.
 */
export async function forgetPapers(tx: Db, producerId: string): Promise<void> {
  const gone = await tx.$queryRaw<{ key: string | null }[]>`
    delete from certificates where producer_id = ${producerId}
      or product_id in (select id from products where producer_id = ${producerId})
    returning file_key as key`
  for (const { key } of gone) if (key) await record(tx, 'paper.forgotten', { key }, { mergeBy: key })
}
