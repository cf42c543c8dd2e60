import { allow } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type PeopleKeeper, requireKept, type Whose } from './scope.server.ts'

/**
 * Takes an invitation back, at once. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another organisation's, and for one that was accepted.
 */
export async function revokeInvitation(
  db: Db,
  keeper: PeopleKeeper,
  { invitationId, ...whose }: { invitationId: string } & Whose,
  at: Date,
): Promise<void> {
  allow(keeper, 'people.keep')
  await inTransaction(db, async (tx) => {
    const { id: organisationId } = await requireKept(tx, keeper, whose)
    const own = { id: invitationId, organisationId }
    const { count } = await tx.invitation.updateMany({
      where: { ...own, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, revokedBy: keeper.membershipId },
    })
    if (count === 0 && !(await tx.invitation.count({ where: { ...own, revokedAt: { not: null } } })))
      throw notFound()
  })
}
