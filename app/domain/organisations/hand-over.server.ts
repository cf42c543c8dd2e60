import { allow } from '#app/domain/access/actors.ts'
import { keepsPeople, roleAfter } from '#app/domain/access/kinds.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepMove } from './keep-move.server.ts'
import { findOwn, lockPeople, type PeopleKeeper, requireStillKeeper } from './scope.server.ts'

/**
 * Hands the manager's role over to somebody else of the organisation: they get it, the one who gave it has the plain
 * role from then on, and both are written down.
 *
 * @throws Refusal `not_found` also for another organisation's; `conflict` for oneself, for who is a manager already, and
 * where there is no plain role.
 */
export async function handOver(
  db: Db,
  keeper: PeopleKeeper,
  { memberId }: { memberId: string },
  at: Date,
): Promise<void> {
  allow(keeper, 'people.keep')
  await inTransaction(db, async (tx) => {
    const { organisationId, membershipId, role } = keeper
    await lockPeople(tx, organisationId)
    await requireStillKeeper(tx, keeper)
    const found = await findOwn(tx, keeper, memberId)
    const after = keepsPeople(role) ? roleAfter(role) : null
    if (!after || keepsPeople(found.role)) throw new Refusal('conflict', { key: 'people.is_manager' })
    // The new one first: there is no moment without one.
    await tx.membership.update({ where: { id: found.id }, data: { role } })
    await tx.membership.update({ where: { id: membershipId }, data: { role: after } })
    const move = { organisationId, kind: 'handed_over', by: membershipId, at } as const
    await keepMove(tx, { ...move, membershipId: found.id, from: found.role, to: role })
    await keepMove(tx, { ...move, membershipId, from: role, to: after })
  })
}
