import type { QuietHours } from '#app/domain/settings/dated.ts'
import { getQuietHours } from '#app/domain/settings/queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Channel, channels, isKind } from './kinds.ts'
import { afterQuiet, gatherMs, isOn } from './rules.ts'

/**
 * Decides by which ways notices reach those who were told, as they chose, and records the jobs that send. Asked again it
 * changes nothing: a notice goes once by each way.
 */
export async function planDeliveries(db: Db, noticeIds: string[], at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const notices = await readNotices(tx, noticeIds, at)
    const quiet = await getQuietHours(tx, dayOf(at))
    const planned = notices.flatMap((notice) =>
      waysOf(notice).map((channel) => ({
        notice_id: notice.id,
        membershipId: notice.membershipId,
        channel,
        due_at: channel === 'mail' ? gathered(at) : ringsAt(notice.lastPush, at, quiet),
      })),
    )
    await insertRows(
      tx,
      'deliveries',
      planned.map(({ notice_id, channel, due_at }) => ({
        notice_id,
        channel,
        due_at,
        status: 'waiting',
        attempts: 0,
        reason: '',
      })),
      { skipTaken: true },
    )
    const jobs = new Map(planned.map((one) => [`${one.channel}:${one.membershipId}`, one]))
    for (const { channel, membershipId, due_at } of jobs.values())
      await recordDelivery(tx, { channel, membershipId }, due_at)
  })
}

/** Records the job that sends what waits for a membership by one way; what is recorded meanwhile goes with it. */
export const recordDelivery = (
  tx: Db,
  { channel, membershipId }: { channel: Channel; membershipId: string },
  dueAtTime: Date,
): Promise<void> =>
  record(
    tx,
    'delivery.due',
    { channel, membershipId },
    { mergeBy: `${channel}:${membershipId}`, notBefore: dueAtTime },
  )

type Told = Awaited<ReturnType<typeof readNotices>>[number]

async function readNotices(tx: Db, ids: string[], at: Date) {
  const rows = await tx.notice.findMany({
    where: { id: { in: ids }, membership: { endedAt: null } },
    select: {
      id: true,
      kind: true,
      membershipId: true,
      membership: {
        select: {
          person: { select: { id: true, email: true } },
          preferences: { select: { kind: true, channel: true, isOn: true } },
        },
      },
    },
  })
  const personIds = [...new Set(rows.map(({ membership }) => membership.person.id))]
  const live = { personId: { in: personIds }, revokedAt: null, expiresAt: { gt: at } }
  const [sessions, pushes] = await Promise.all([
    tx.session.findMany({ where: { ...live, subscriptions: { some: {} } }, select: { personId: true } }),
    tx.delivery.findMany({
      where: {
        channel: 'push',
        begunAt: { gt: new Date(at.getTime() - gatherMs) },
        notice: { membershipId: { in: rows.map(({ membershipId }) => membershipId) } },
      },
      select: { begunAt: true, notice: { select: { membershipId: true } } },
    }),
  ])
  return rows.map(({ membership, ...row }) => ({
    ...row,
    email: membership.person.email,
    preferences: membership.preferences,
    hasBrowser: sessions.some(({ personId }) => personId === membership.person.id),
    lastPush: Math.max(
      0,
      ...pushes
        .filter(({ notice }) => notice.membershipId === row.membershipId)
        .map(({ begunAt }) => begunAt?.getTime() ?? 0),
    ),
  }))
}

function waysOf({ kind, email, hasBrowser, preferences }: Told): Channel[] {
  if (!isKind(kind)) return []
  const can = { mail: email !== null, push: hasBrowser }
  return channels.filter((channel) => can[channel] && isOn(preferences, kind, channel))
}

// A mail gathers what else happens; a phone rings at once, then not again for as long, and never in quiet hours.
const gathered = (at: Date): Date => new Date(at.getTime() + gatherMs)
const ringsAt = (lastPush: number, at: Date, quiet: QuietHours): Date =>
  afterQuiet(new Date(Math.max(at.getTime(), lastPush ? lastPush + gatherMs : 0)), quiet)
