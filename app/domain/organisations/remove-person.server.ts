import { allow } from '#app/domain/access/actors.ts'
import { keepsPeople } from '#app/domain/access/kinds.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepMove } from './keep-move.server.ts'
import { findOwn, lockPeople, type PeopleKeeper, requireAnother, requireStillKeeper } from './scope.server.ts'

/**
 * Ends somebody's membership: their sessions for it are over at once, and invitations that they sent and nobody accepted
 * open no door any more. What they did stays, with their name. A manager leaves the same way.
 *
 * @throws Refusal `not_found` also for another organisation's; `conflict` for the last manager.
 */
export async function removePerson(
  db: Db,
  keeper: PeopleKeeper,
  { memberId }: { memberId: string },
  at: Date,
): Promise<void> {
  allow(keeper, 'people.keep')
  await inTransaction(db, async (tx) => {
    const { organisationId, membershipId } = keeper
    await lockPeople(tx, organisationId)
    const found = await findOwn(tx, keeper, memberId)
    await requireStillKeeper(tx, keeper)
    if (keepsPeople(found.role)) await requireAnother(tx, organisationId, memberId)
    await tx.membership.update({ where: { id: memberId }, data: { endedAt: at } })
    await tx.session.updateMany({
      where: { membershipId: memberId, revokedAt: null },
      data: { revokedAt: at },
    })
    await tx.invitation.updateMany({
      where: { sentBy: memberId, organisationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, revokedBy: membershipId },
    })
    await keepMove(tx, {
      membershipId: memberId,
      organisationId,
      kind: memberId === membershipId ? 'left' : 'removed',
      from: found.role,
      to: null,
      by: membershipId,
      at,
    })
  })
}
