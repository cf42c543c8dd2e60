import { timingSafeEqual } from 'node:crypto'
import { notFound } from '#app/platform/refusal.ts'
import { digestsOf } from '#app/platform/sealed.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const scope = 'notices/unsubscribe'

/** What a mail carries to end all mail to one membership: it needs no sign-in, and can do nothing else. */
export const unsubscribeToken = (membershipId: string): string =>
  `${membershipId}.${digestsOf(membershipId, scope)[0]}`

/** Whom a token is for; null for one that was not made here. Older keys still open, as long as they are kept. */
export function membershipOf(token: string): string | null {
  const [membershipId = '', digest = ''] = token.split('.')
  const given = Buffer.from(digest)
  const isRight = digestsOf(membershipId, scope).some((known) => {
    const right = Buffer.from(known)
    return right.length === given.length && timingSafeEqual(right, given)
  })
  return isRight ? membershipId : null
}

/**
 * Ends all mail to the membership that the token names (RFC 8058). Twice is once.
 *
 * @throws Refusal `not_found` for a token that was not made here.
 */
export async function unsubscribe(db: Db, { token }: { token: string }, at: Date): Promise<void> {
  const membershipId = membershipOf(token)
  if (!membershipId || !(await db.membership.count({ where: { id: membershipId } }))) throw notFound()
  const where = { membershipId, kind: 'all', channel: 'mail' }
  await db.noticePreference.createMany({
    data: { ...where, isOn: false, changedAt: at },
    skipDuplicates: true,
  })
  await db.noticePreference.updateMany({ where, data: { isOn: false, changedAt: at } })
}
