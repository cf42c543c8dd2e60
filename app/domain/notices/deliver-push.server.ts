import { say, t } from '#app/messages/say.ts'
import type { Browser, Pushed, PushKeys } from '#app/platform/push.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Claimed, claimDeliveries, keepFailure, keepSent } from './claim-deliveries.server.ts'
import { recordDelivery } from './plan-deliveries.server.ts'
import { textOf } from './text.ts'

export type SendPush = (browser: Browser, text: string, keys: PushKeys, topic: string) => Promise<Pushed>

/**
 * Shows what waits for a membership on its person's phones and browsers: one message, however much there is. A browser
 * that is gone is forgotten; one that cannot be reached now is tried again later.
 */
export async function deliverPush(
  db: Db,
  send: SendPush,
  { membershipId, keys }: { membershipId: string; keys: PushKeys },
  at: Date,
): Promise<void> {
  const outbox = { membershipId, channel: 'push' } as const
  const claimed = await claimDeliveries(db, outbox, at)
  if (claimed.length === 0) return
  const browsers = await db.pushSubscription.findMany({
    where: {
      session: {
        person: { memberships: { some: { id: membershipId, endedAt: null } } },
        revokedAt: null,
        expiresAt: { gt: at },
      },
    },
    select: { endpoint: true, p256dh: true, auth: true },
  })
  const message = await messageOf(db, membershipId, claimed)
  const sent = await Promise.all(
    browsers.map((browser) => send(browser, message, keys, topicOf(membershipId))),
  )
  const gone = browsers.filter((_, i) => sent[i]?.is === 'gone').map(({ endpoint }) => endpoint)
  if (gone.length) await db.pushSubscription.deleteMany({ where: { endpoint: { in: gone } } })
  // One phone that rang is enough: trying the others again would ring this one twice.
  if (sent.some(({ is }) => is === 'sent')) return keepSent(db, 'push', claimed, at)
  const failed = sent.find((one) => 'reason' in one)
  const failure = { reason: failed?.reason ?? 'no browser is left', isForNow: failed?.is === 'later' }
  const again = await keepFailure(db, 'push', claimed, failure, at)
  if (again) await recordDelivery(db, outbox, again)
}

// What replaces what on a push service while a phone is away; at most 32 letters.
const topicOf = (membershipId: string): string => membershipId.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 32)

async function messageOf(db: Db, membershipId: string, claimed: Claimed[]): Promise<string> {
  const { organisation } = await db.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { organisation: { select: { shortName: true } } },
  })
  const [first] = claimed
  const isOne = first && claimed.length === 1
  const body = isOne
    ? (textOf(first) ?? t('push.something'))
    : say({ key: 'push.several', count: claimed.length })
  const url = isOne ? `/kabar/${first.id}` : '/kabar'
  return JSON.stringify({ title: organisation.shortName, body, url, tag: isOne ? first.id : membershipId })
}
