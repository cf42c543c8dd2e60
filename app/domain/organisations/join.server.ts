import type { Actor } from '#app/domain/access/actors.ts'
import { kindOf } from '#app/domain/access/kinds.ts'
import type { Visitor } from '#app/domain/access/rules.ts'
import { openSession } from '#app/domain/access/sessions.server.ts'
import { newId } from '#app/platform/ids.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { identifierOf, isFree } from './invited-person.server.ts'
import type { Join } from './rules.ts'
import { byLink, keepMembership, lockInvitation } from './take-invitation.server.ts'

/**
 * Accepts an invitation for somebody without an account: they get one, with the name and password they chose, and a
 * session. Sent twice at once it happens once.
 *
 * @throws Refusal `not_found`; `too_many` for who guesses; `conflict` when the invitation is over, and for a number that
 * has an account: no link opens that.
 */
export async function join(
  db: Db,
  visitor: Visitor,
  { token, personName, newPassword, known }: Join & { token: string },
  at: Date,
): Promise<{ token: string; expiresAt: Date; kind: Actor['kind'] }> {
  await byLink(visitor, () => inTransaction(db, (tx) => lockInvitation(tx, token, at)))
  // Twenty milliseconds of work, before the row is held.
  const passwordHash = await hashPassword(newPassword)
  return inTransaction(db, async (tx) => {
    const invitation = await lockInvitation(tx, token, at)
    const identifier = identifierOf(invitation)
    const row = { id: newId('person'), name: personName, email: null, phone: null, ...identifier }
    await tx.person.createMany({
      data: { ...row, passwordHash: 'none', createdAt: at },
      skipDuplicates: true,
    })
    const [person] = await tx.$queryRaw<{ id: string }[]>`
      select id from people where email = ${invitation.email} or phone = ${invitation.phone} for update`
    if (!person || !(await isFree(tx, person.id)))
      throw new Refusal('conflict', { key: 'invitation.has_account' })
    await tx.person.update({ where: { id: person.id }, data: { name: personName, passwordHash } })
    const membershipId = await keepMembership(tx, invitation, { personId: person.id, hadAccount: false }, at)
    const session = await openSession(
      tx,
      { personId: person.id, membershipId, device: visitor.device, isKnownDevice: known ?? false },
      at,
    )
    return { ...session, kind: kindOf(invitation.organisationKind, invitation.role) }
  })
}
