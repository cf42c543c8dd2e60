import { hashPassword, verifyPassword } from '#app/platform/passwords.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Actor } from './actors.ts'
import type { RedeemCode, Visitor } from './rules.ts'
import { endSessions, openSession } from './sessions.server.ts'
import { chooseMembership } from './sign-in.server.ts'
import { countTry } from './tries.server.ts'

/**
 * Gives a new password to who was read a one-time code, ends every session they had, and opens one.
 *
 * Only the newest code counts, for a day, for five tries, once: also when it is sent twice at the same moment.
 *
 * @throws Refusal `invalid`, the same for an unknown person, a wrong, a used and an expired code; `too_many`;
 * `forbidden` for who belongs to no organisation any more.
 */
export async function redeemOneTimeCode(
  db: Db,
  visitor: Visitor,
  input: RedeemCode,
  at: Date,
): Promise<{ token: string; expiresAt: Date; kind: Actor['kind'] }> {
  const attempt = await countTry(visitor, input.identifier)
  const person = await db.person.findUnique({ where: input.identifier, select: { id: true } })
  const code = await spendTry(db, person?.id ?? '', at)
  const isRight = await verifyPassword(code?.code_hash, input.code)
  if (!person || !code || !isRight) throw wrong()
  await attempt.wasRight()
  const passwordHash = await hashPassword(input.newPassword)

  return inTransaction(db, async (tx) => {
    const unused = { id: code.id, usedAt: null }
    const { count } = await tx.oneTimeCode.updateMany({ where: unused, data: { usedAt: at } })
    if (count === 0) throw wrong()
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } })
    await endSessions(tx, person.id, at)
    const membership = await chooseMembership(tx, person.id)
    if (!membership) throw new Refusal('forbidden', { key: 'sign_in.no_membership' })
    const session = await openSession(
      tx,
      {
        personId: person.id,
        membershipId: membership.id,
        device: visitor.device,
        isKnownDevice: input.known ?? false,
      },
      at,
    )
    return { ...session, kind: membership.kind }
  })
}

const wrong = () => new Refusal('invalid', { key: 'code.wrong' })

// A statement of its own, before the code is compared: a refusal must not give the try back. Whoever made the code must
// still be one who may, as in issueOneTimeCode: the person can have joined another organisation since.
async function spendTry(db: Db, personId: string, at: Date) {
  const [code] = await db.$queryRaw<{ id: string; code_hash: string }[]>`
    update one_time_codes c set attempts = attempts + 1
    from memberships helper
    where c.id = (select id from one_time_codes where person_id = ${personId} order by created_at desc, id desc limit 1)
      and c.used_at is null and c.expires_at > ${at} and c.attempts < 5
      and helper.id = c.issued_by and helper.ended_at is null
      and (helper.role = 'operator' or not exists (
        select from memberships m
        where m.person_id = c.person_id and m.ended_at is null and m.organisation_id <> helper.organisation_id
      ))
    returning c.id, c.code_hash`
  return code
}
