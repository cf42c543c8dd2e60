import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { deleteUnused, isUnused } from './forget-photos.server.ts'
import { unsentDays } from './rules.ts'

/** So few at once that nobody waits long for one of them. */
const atOnce = 200

/**
 * Deletes photos that nothing shows and that nobody has sent for `unsentDays`; the worker removes their files. What is
 * being attached at this moment stays. Gives how many went. Again changes nothing.
 */
export async function sweepPhotos(db: Db, at: Date): Promise<number> {
  const before = new Date(at.getTime() - unsentDays * 86_400_000)
  let count = 0
  for (;;) {
    const gone = await inTransaction(db, async (tx) => {
      // A whole photo goes in a later turn than the squares that were cut out of it.
      const old = await tx.$queryRaw<{ id: string }[]>`
        select ph.id from photos ph where ph.sent_at < ${before} and ${isUnused}
        order by ph.id limit ${atOnce} for update skip locked`
      return deleteUnused(
        tx,
        old.map(({ id }) => id),
      )
    })
    count += gone
    if (gone === 0) return count
  }
}
