import { allow } from '#app/domain/access/actors.ts'
import { rolesOf } from '#app/domain/access/kinds.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type InvitePerson, mostInvitations } from './rules.ts'
import { lockPeople, type PeopleKeeper, requireKept, requireStillKeeper, type Whose } from './scope.server.ts'
import { type SentInvitation, writeInvitation } from './write-invitation.server.ts'

/**
 * Invites somebody to the own organisation, or for the operator to one that cannot help itself, say of one officer.
 * Nothing is theirs before they accept; asked again there is a new link, and the old one no longer opens.
 *
 * @throws Refusal `invalid` for a role that is not of this kind of organisation; `conflict` for who is there already.
 */
export async function invitePerson(
  db: Db,
  keeper: PeopleKeeper,
  { personName, identifier, role, ...whose }: InvitePerson & Whose,
  at: Date,
): Promise<SentInvitation> {
  allow(keeper, 'people.keep')
  return inTransaction(db, async (tx) => {
    const organisation = await requireKept(tx, keeper, whose)
    const { id: organisationId, kind } = organisation
    if (!rolesOf[kind].some((one) => one === role)) {
      const message = { key: 'person.role_missing' } as const
      throw new Refusal('invalid', message, { role: message })
    }
    await lockPeople(tx, organisationId)
    await requireStillKeeper(tx, keeper)
    const here = { organisationId, endedAt: null, role: { not: 'producer' as const } }
    if (await tx.membership.count({ where: { ...here, person: identifier } })) {
      const message = { key: 'people.is_here' } as const
      throw new Refusal('conflict', message, { identifier: message })
    }
    const open = {
      organisationId,
      acceptedAt: null,
      revokedAt: null,
      producerId: null,
    }
    if ((await tx.invitation.count({ where: { ...open, expiresAt: { gt: at } } })) >= mostInvitations)
      throw new Refusal('conflict', { key: 'people.too_many_invitations', most: mostInvitations })
    return writeInvitation(
      tx,
      { organisation, role, personName, identifier, sentBy: keeper.membershipId },
      at,
    )
  })
}
