import { randomInt } from 'node:crypto'
import { newId } from '#app/platform/ids.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Actor, allow } from './actors.ts'

const lifeMs = 24 * 3_600_000

/**
 * Makes the code with which somebody who forgot the password gets a new one; it is given once and kept nowhere.
 *
 * An older code of the same person no longer counts. A manager helps people of the own cooperative only, and only
 * those who belong to no other organisation: the code would open that one too. The operator helps everybody else.
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
    where: { id: personId, memberships: { some: scope } },
    select: { name: true, memberships: { where: current, select: { organisationId: true } } },
  })
  if (!person) throw notFound()
  const isElsewhereToo = person.memberships.some((one) => one.organisationId !== helper.organisationId)
  if (helper.kind !== 'operator' && isElsewhereToo)
    throw new Refusal('conflict', { key: 'code.belongs_elsewhere', name: person.name })

  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const expiresAt = new Date(at.getTime() + lifeMs)
  await db.oneTimeCode.create({
    data: {
      id: newId('code'),
      personId,
      codeHash: await hashPassword(code),
      issuedBy: helper.membershipId,
      createdAt: at,
      expiresAt,
    },
  })
  return { code, personName: person.name, expiresAt }
}
