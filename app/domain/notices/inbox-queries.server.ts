import type { Actor } from '#app/domain/access/actors.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { stillWaits } from './awaited.server.ts'

const size = 30
const mostAwaited = 100

type Row = {
  id: string
  kind: string
  aboutId: string
  step: number
  said: Record<string, string | number>
  toldAt: Date
  readAt: Date | null
  waits: boolean
}

const columns = Prisma.sql`n.id, n.kind, n.about_id as "aboutId", n.step, n.said, n.told_at as "toldAt", n.read_at as "readAt",
  n.waits`

/**
 * What somebody was told in this membership: first what waits for an answer, until it is answered; then a page of the
 * rest, what is unread first, the newest first. `after` is the last id seen. What was answered, by whomever, is read.
 */
export async function readInbox(db: Db, actor: Actor, after?: string) {
  const [waiting, page] = await Promise.all([
    after ? Promise.resolve([]) : listAwaited(db, actor),
    listRest(db, actor, after),
  ])
  const shown = page.slice(0, size)
  return { waiting, page: shown, next: page.length > size ? shown.at(-1)?.id : undefined }
}

/** A thing told of twice is there once, as it was told last. */
export function listAwaited(db: Db, actor: Actor): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select * from (
      select distinct on (n.kind, n.about_id) ${columns} from notices n
      where n.membership_id = ${actor.membershipId} and n.waits and n.settled_at is null and ${stillWaits}
      order by n.kind, n.about_id, n.told_at desc, n.id desc
    ) waiting order by "toldAt", id limit ${mostAwaited}`
}

/** Of what waits no more: it was read, or answered. */
const isRead = (notice: 'n' | 'last') => {
  const of = Prisma.raw(notice)
  return Prisma.sql`(${of}.waits or ${of}.read_at is not null)`
}

function listRest(db: Db, actor: Actor, after = ''): Promise<Row[]> {
  const mine = Prisma.sql`n.membership_id = ${actor.membershipId} and n.in_inbox`
  return db.$queryRaw<Row[]>`
    select ${columns} from notices n
    left join notices last on last.id = ${after} and last.membership_id = ${actor.membershipId}
    where ${mine} and not (n.waits and n.settled_at is null and ${stillWaits})
      and (last.id is null
        or (${isRead('n')}, last.told_at, last.id) > (${isRead('last')}, n.told_at, n.id))
    order by ${isRead('n')}, n.told_at desc, n.id desc
    limit ${size + 1}`
}

/** How many there are that somebody has not read, or that wait for an answer. */
export async function countNews(db: Db, { membershipId }: { membershipId: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select n.id from notices n where n.membership_id = ${membershipId} and n.read_at is null and n.in_inbox
        and not n.waits
      union all
      select distinct n.about_id || n.kind from notices n
      where n.membership_id = ${membershipId} and n.waits and n.settled_at is null and ${stillWaits}
    ) news`
  return row?.count ?? 0
}

/** One notice of a person, in whatever membership; null for what is not theirs. */
export async function getNotice(db: Db, { personId }: { personId: string }, noticeId: string) {
  return db.notice.findFirst({
    where: { id: noticeId, membership: { personId, endedAt: null } },
    select: {
      id: true,
      kind: true,
      aboutId: true,
      said: true,
      readAt: true,
      membershipId: true,
      membership: { select: { role: true, organisation: { select: { shortName: true, kind: true } } } },
    },
  })
}
