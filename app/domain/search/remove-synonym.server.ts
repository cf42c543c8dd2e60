import { allow, type Operator } from '#app/domain/access/actors.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'

/**
 * Takes a synonym out of use; that it was there, and who took it out, stays written down. Again changes nothing.
 *
 * @throws Refusal `not_found` for an id that never was one.
 */
export async function removeSynonym(
  db: Db,
  operator: Operator,
  { id }: { id: string },
  at: Date,
): Promise<void> {
  allow(operator, 'synonym.change')
  await inTransaction(db, async (tx) => {
    const { count } = await tx.searchSynonym.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: at, removedById: operator.membershipId },
    })
    if (count === 0) {
      if (await tx.searchSynonym.findUnique({ where: { id }, select: { id: true } })) return
      throw notFound()
    }
    await record(tx, 'search.synonyms_changed', {}, { mergeBy: 'all' })
    await announceChange(tx)
  })
}
