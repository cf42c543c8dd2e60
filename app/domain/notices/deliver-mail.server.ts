import type { Mailer } from '#app/platform/mail.server.ts'
import { MailError } from '#app/platform/mail.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { claimDeliveries, keepFailure, keepSent } from './claim-deliveries.server.ts'
import { composeMail } from './compose-mail.ts'
import { recordDelivery } from './plan-deliveries.server.ts'
import { unsubscribeToken } from './unsubscribe.server.ts'

/**
 * Sends one mail with everything that waits for a membership. What the post office does not take now is tried again
 * later, each time after twice as long; what it refuses is not.
 *
 * A worker that dies between sending and writing it down leaves the mail unsent in the books, and it is not sent again:
 * two of the same mail were judged worse than one that is only in the inbox.
 */
export async function deliverMail(
  db: Db,
  { send }: Pick<Mailer, 'send'>,
  { membershipId, origin }: { membershipId: string; origin: string },
  at: Date,
): Promise<void> {
  const outbox = { membershipId, channel: 'mail' } as const
  const claimed = await claimDeliveries(db, outbox, at)
  if (claimed.length === 0) return
  const { endedAt, person, organisation } = await db.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: {
      endedAt: true,
      person: { select: { name: true, email: true } },
      organisation: { select: { shortName: true } },
    },
  })
  const mail =
    endedAt || !person.email
      ? null
      : composeMail(claimed, {
          name: person.name,
          email: person.email,
          organisation: organisation.shortName,
          origin,
          token: unsubscribeToken(membershipId),
        })
  if (!mail) {
    await keepFailure(db, 'mail', claimed, { reason: 'nothing to send, or nobody', isForNow: false }, at)
    return
  }
  try {
    await send(mail)
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    const { message: reason, isForNow } = error
    const again = await keepFailure(db, 'mail', claimed, { reason, isForNow }, at)
    if (again) await recordDelivery(db, outbox, again)
    return
  }
  await keepSent(db, 'mail', claimed, at)
}
