import type { Actor } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * Marks a notice as read by the one who was told. One that was read stays as it was.
 *
 * @throws Refusal `not_found` also for somebody else's.
 */
export async function markRead(
  db: Db,
  { personId }: Pick<Actor, 'personId'>,
  { noticeId }: { noticeId: string },
  at: Date,
): Promise<void> {
  const own = { id: noticeId, membership: { personId, endedAt: null } }
  const { count } = await db.notice.updateMany({ where: { ...own, readAt: null }, data: { readAt: at } })
  if (count === 0 && !(await db.notice.count({ where: own }))) throw notFound()
}
