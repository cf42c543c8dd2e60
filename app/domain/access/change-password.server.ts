import { hashPassword, verifyPassword } from '#app/platform/passwords.server.ts'
import { rateLimit } from '#app/platform/rate-limit.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Actor } from './actors.ts'
import type { ChangePassword } from './rules.ts'
import { endSessions } from './sessions.server.ts'

const byPerson = rateLimit({ tries: 10, minutes: 15 })

/**
 * Replaces one's own password, and ends every other session and the codes that wait; the session of `token` goes on.
 *
 * @throws Refusal `invalid` for a wrong present password; `too_many`; `conflict` when it was changed at the same moment.
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  input: ChangePassword & { token: string },
  at: Date,
): Promise<void> {
  await byPerson.count(actor.personId)
  const { passwordHash: present } = await db.person.findUniqueOrThrow({ where: { id: actor.personId } })
  if (!(await verifyPassword(present, input.password)))
    throw new Refusal('invalid', { key: 'form.check' }, { password: { key: 'password.wrong' } })
  await byPerson.forget(actor.personId)
  const passwordHash = await hashPassword(input.newPassword)
  await inTransaction(db, async (tx) => {
    const unchanged = { id: actor.personId, passwordHash: present }
    const { count } = await tx.person.updateMany({ where: unchanged, data: { passwordHash } })
    if (count === 0) throw new Refusal('conflict', { key: 'password.changed' })
    await endSessions(tx, actor.personId, at, { except: input.token })
    const waiting = { personId: actor.personId, usedAt: null }
    await tx.oneTimeCode.updateMany({ where: waiting, data: { usedAt: at } })
  })
}
