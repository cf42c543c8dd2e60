import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { addLot } from './add-lot.server.ts'
import { bestBeforeProblem, type ReceiveLot } from './rules.ts'

/**
 * Takes in a batch of a published variant: a lot with its best-before day, and the pieces in it.
 *
 * The same `lotId` sent again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's variant; `invalid` for a day that has passed or that lies
 * beyond the variant's shelf life.
 */
export async function receiveLot(
  db: Db,
  officer: CooperativeMember,
  { lotId, variantId, quantity, bestBefore }: ReceiveLot,
  at: Date,
): Promise<void> {
  allow(officer, 'stock.record')
  const today = dayOf(at)
  await inTransaction(db, async (tx) => {
    const variant = await tx.variant.findFirst({
      where: { id: variantId, cooperativeId: officer.cooperativeId },
      select: { shelfLifeDays: true },
    })
    if (!variant) throw notFound()
    const problem = bestBeforeProblem(today, bestBefore, variant.shelfLifeDays)
    if (problem) throw new Refusal('invalid', { key: 'form.check' }, { bestBefore: problem })
    const lot = { id: lotId, variantId, pieces: quantity, bestBefore, receivedOn: today }
    const { isNew } = await addLot(tx, lot, { by: officer.membershipId, at })
    if (isNew) await announceChange(tx)
  })
}
