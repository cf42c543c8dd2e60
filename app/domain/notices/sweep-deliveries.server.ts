import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Channel } from './kinds.ts'
import { recordDelivery } from './plan-deliveries.server.ts'

const stuckMs = 15 * 60_000

/** Gives up what a worker began and never finished, and records jobs for what is due and has lost its own. */
export async function sweepDeliveries(db: Db, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.delivery.updateMany({
      where: { status: 'sending', begunAt: { lt: new Date(at.getTime() - stuckMs) } },
      data: { status: 'failed', reason: 'begun and never finished; it may have gone' },
    })
    const due = await tx.$queryRaw<{ channel: Channel; membershipId: string }[]>`
      select distinct d.channel, n.membership_id as "membershipId" from deliveries d join notices n on n.id = d.notice_id
      where d.status = 'waiting' and d.due_at <= ${at} limit 1000`
    for (const one of due) await recordDelivery(tx, one, at)
  })
}
