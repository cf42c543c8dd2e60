import type { Actor } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * Marks a notice as unread again, to come back to it.
 *
 * @throws Refusal `not_found` also for somebody else's.
 */
export async function markUnread(
  db: Db,
  { personId }: Pick<Actor, 'personId'>,
  { noticeId }: { noticeId: string },
): Promise<void> {
  const { count } = await db.notice.updateMany({
    where: { id: noticeId, membership: { personId, endedAt: null } },
    data: { readAt: null },
  })
  if (count === 0) throw notFound()
}
