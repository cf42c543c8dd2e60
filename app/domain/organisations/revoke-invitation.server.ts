import { allow } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { PeopleKeeper } from './scope.server.ts'

/**
 * Takes an invitation back, at once. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another organisation's, and for one that was accepted.
 */
export async function revokeInvitation(
  db: Db,
  keeper: PeopleKeeper,
  { invitationId }: { invitationId: string },
  at: Date,
): Promise<void> {
  allow(keeper, 'people.keep')
  await inTransaction(db, async (tx) => {
    const own = { id: invitationId, organisationId: keeper.organisationId }
    const { count } = await tx.invitation.updateMany({
      where: { ...own, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, revokedBy: keeper.membershipId },
    })
    if (count === 0 && !(await tx.invitation.count({ where: { ...own, revokedAt: { not: null } } })))
      throw notFound()
  })
}
