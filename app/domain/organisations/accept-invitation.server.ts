import type { Actor } from '#app/domain/access/actors.ts'
import { kindOf } from '#app/domain/access/kinds.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { identifierOf } from './invited-person.server.ts'
import { byLink, keepMembership, lockInvitation } from './take-invitation.server.ts'

/**
 * Accepts an invitation for who is signed in; their session goes on for the new organisation. Sent twice at once it
 * happens once.
 *
 * @throws Refusal `not_found`; `too_many` for who guesses; `conflict` when the invitation is over, is somebody else's,
 * or when they are there already.
 */
export async function acceptInvitation(
  db: Db,
  actor: Actor,
  { token, sessionToken, address }: { token: string; sessionToken: string; address: string },
  at: Date,
): Promise<{ kind: Actor['kind'] }> {
  await byLink({ address }, () => inTransaction(db, (tx) => lockInvitation(tx, token, at)))
  return inTransaction(db, async (tx) => {
    const invitation = await lockInvitation(tx, token, at)
    const isTheirs = { id: actor.personId, ...identifierOf(invitation) }
    if (!(await tx.person.count({ where: isTheirs })))
      throw new Refusal('conflict', { key: 'invitation.somebody_elses' })
    const membershipId = await keepMembership(
      tx,
      invitation,
      { personId: actor.personId, hadAccount: true },
      at,
    )
    await tx.session.updateMany({
      where: { tokenHash: hashOf(sessionToken), personId: actor.personId, revokedAt: null },
      data: { membershipId },
    })
    return { kind: kindOf(invitation.organisationKind, invitation.role) }
  })
}
