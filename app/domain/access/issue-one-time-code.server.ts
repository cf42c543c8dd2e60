import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Actor, allow } from './actors.ts'
import { makeCode } from './make-code.server.ts'

/**
 * Makes the code with which somebody who forgot the password gets a new one; it is given once and kept nowhere.
 *
 * An older code of the same person no longer counts. A manager helps people of the own cooperative only, and only
 * those who belong to no other organisation: the code would open that one too. Nor whoever had an account before the
 * cooperative invited them for a member: it is theirs. The operator helps everybody else.
 *
 * @throws Refusal `not_found` for somebody who is not theirs to help; `conflict` for who belongs elsewhere too;
 * `forbidden` for the wrong role and for oneself.
 */
export async function issueOneTimeCode(
  db: Db,
  helper: Actor,
  { personId }: { personId: string },
  at: Date,
): Promise<{ code: string; personName: string; expiresAt: Date }> {
  allow(helper, 'person.help_sign_in')
  if (personId === helper.personId) throw new Refusal('forbidden', { key: 'code.own' })
  const current = { endedAt: null }
  const scope = helper.kind === 'operator' ? current : { ...current, organisationId: helper.organisationId }
  const person = await db.person.findFirst({
    where: {
      id: personId,
      memberships: { some: scope },
      ...(helper.kind !== 'operator' && openedBy(helper)),
    },
    select: { name: true, memberships: { where: current, select: { organisationId: true } } },
  })
  if (!person) throw notFound()
  const isElsewhereToo = person.memberships.some((one) => one.organisationId !== helper.organisationId)
  if (helper.kind !== 'operator' && isElsewhereToo)
    throw new Refusal('conflict', { key: 'code.belongs_elsewhere', name: person.name })

  const { code, expiresAt } = await makeCode(db, { personId, issuedBy: helper.membershipId }, at)
  return { code, personName: person.name, expiresAt }
}

/** People whose account began with an organisation, or who were taken in by it otherwise than by an invitation. */
export const openedBy = ({ organisationId }: Actor) => ({
  AND: { memberships: { some: { organisationId, hadAccount: false } } },
})
