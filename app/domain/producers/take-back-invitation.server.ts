import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'

/**
 * Takes back an invitation to sign in for a producer. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's, and for one that was accepted.
 */
export async function takeBackInvitation(
  db: Db,
  officer: CooperativeMember,
  { producerId, invitationId }: { producerId: string; invitationId: string },
  at: Date,
): Promise<void> {
  allow(officer, 'member.invite')
  const { cooperativeId } = officer
  await inTransaction(db, async (tx) => {
    const one = { id: invitationId, producerId, organisationId: cooperativeId, acceptedAt: null }
    if (!(await tx.invitation.count({ where: one }))) throw notFound()
    const { count } = await tx.invitation.updateMany({
      where: { ...one, revokedAt: null },
      data: { revokedAt: at, revokedBy: officer.membershipId },
    })
    if (count === 0) return
    await keepAct(tx, { producer: { producerId, cooperativeId }, kind: 'sign_in_ended', by: officer, at })
  })
}
