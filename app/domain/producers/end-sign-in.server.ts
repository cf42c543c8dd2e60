import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'

/**
 * Ends one person's way in for a producer, at once. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's, and for a membership that is no producer's.
 */
export async function endSignIn(
  db: Db,
  officer: CooperativeMember,
  { producerId, signInId }: { producerId: string; signInId: string },
  at: Date,
): Promise<void> {
  allow(officer, 'member.invite')
  const { cooperativeId } = officer
  await inTransaction(db, async (tx) => {
    const one = { id: signInId, producerId, organisationId: cooperativeId }
    if (!(await tx.membership.count({ where: one }))) throw notFound()
    const { count } = await tx.membership.updateMany({
      where: { ...one, endedAt: null },
      data: { endedAt: at },
    })
    if (count === 0) return
    await keepAct(tx, { producer: { producerId, cooperativeId }, kind: 'sign_in_ended', by: officer, at })
  })
}
