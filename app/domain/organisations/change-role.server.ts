import { allow } from '#app/domain/access/actors.ts'
import { keepsPeople, rolesOf } from '#app/domain/access/kinds.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepMove } from './keep-move.server.ts'
import type { ChangeRole } from './rules.ts'
import { findOwn, lockPeople, type PeopleKeeper, requireAnother, requireStillKeeper } from './scope.server.ts'

/**
 * Gives one of the organisation's people another role, from the next page on. The same role again changes nothing.
 *
 * @throws Refusal `not_found` also for another organisation's; `invalid` for a role that is not of this kind;
 * `conflict` for the last manager.
 */
export async function changeRole(
  db: Db,
  keeper: PeopleKeeper,
  { memberId, role }: ChangeRole,
  at: Date,
): Promise<void> {
  allow(keeper, 'people.keep')
  if (!rolesOf[keeper.kind].some((one) => one === role))
    throw new Refusal('invalid', { key: 'person.role_missing' })
  await inTransaction(db, async (tx) => {
    await lockPeople(tx, keeper.organisationId)
    const found = await findOwn(tx, keeper, memberId)
    if (found.role === role) return
    await requireStillKeeper(tx, keeper)
    if (keepsPeople(found.role) && !keepsPeople(role))
      await requireAnother(tx, keeper.organisationId, memberId)
    await tx.membership.update({ where: { id: memberId }, data: { role } })
    await keepMove(tx, {
      membershipId: memberId,
      organisationId: keeper.organisationId,
      kind: 'role_changed',
      from: found.role,
      to: role,
      by: keeper.membershipId,
      at,
    })
  })
}
