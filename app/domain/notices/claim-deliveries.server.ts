import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { stillWaits } from './awaited.server.ts'
import type { Channel } from './kinds.ts'
import { mostAttempts, retryAt } from './rules.ts'

export type Claimed = {
  id: string
  kind: string
  aboutId: string
  said: unknown
  step: number
  attempts: number
}
export type Outbox = { membershipId: string; channel: Channel }

/**
 * Takes what waits for a membership by one way, once any of it is due; nobody else has the same. What was read or answered
 * meanwhile is let go.
 */
export async function claimDeliveries(
  db: Db,
  { membershipId, channel }: Outbox,
  at: Date,
): Promise<Claimed[]> {
  const mine = Prisma.sql`d.notice_id = n.id and n.membership_id = ${membershipId}
    and d.channel = ${channel}::delivery_channel and d.status = 'waiting'`
  await db.$executeRaw`
    update deliveries d set status = 'skipped', reason = 'read or answered' from notices n
    where ${mine} and (n.waits and not ${stillWaits} or not n.waits and n.read_at is not null)`
  return db.$queryRaw<Claimed[]>`
    update deliveries d set status = 'sending', begun_at = ${at}, attempts = d.attempts + 1 from notices n
    where ${mine} and exists (
      select from deliveries due join notices o on o.id = due.notice_id
      where o.membership_id = ${membershipId} and due.channel = d.channel and due.status = 'waiting' and due.due_at <= ${at}
    )
    returning n.id, n.kind, n.about_id as "aboutId", n.said, n.step, d.attempts`
}

const those = (channel: Channel, claimed: Claimed[]): Prisma.DeliveryWhereInput => ({
  channel,
  status: 'sending',
  noticeId: { in: claimed.map(({ id }) => id) },
})

export async function keepSent(db: Db, channel: Channel, claimed: Claimed[], at: Date): Promise<void> {
  await db.delivery.updateMany({ where: those(channel, claimed), data: { status: 'sent', sentAt: at } })
}

/** Gives up, or sets a time for another try; says when that is. */
export async function keepFailure(
  db: Db,
  channel: Channel,
  claimed: Claimed[],
  { reason, isForNow }: { reason: string; isForNow: boolean },
  at: Date,
): Promise<Date | null> {
  const attempts = Math.max(0, ...claimed.map((one) => one.attempts))
  const again = isForNow && attempts < mostAttempts ? retryAt(attempts, at) : null
  await db.delivery.updateMany({
    where: those(channel, claimed),
    data: again ? { status: 'waiting', dueAt: again, reason } : { status: 'failed', reason },
  })
  return again
}
