import type { Actor } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * Marks everything as read that was told in this membership up to the notice `upTo`, the newest on the page: what came
 * after the page was drawn has not been seen.
 *
 * @throws Refusal `not_found` when `upTo` is somebody else's.
 */
export async function markAllRead(
  db: Db,
  { membershipId }: Pick<Actor, 'membershipId'>,
  { upTo }: { upTo: string },
  at: Date,
): Promise<void> {
  const newest = await db.notice.findFirst({ where: { id: upTo, membershipId }, select: { toldAt: true } })
  if (!newest) throw notFound()
  await db.notice.updateMany({
    where: { membershipId, readAt: null, toldAt: { lte: newest.toldAt } },
    data: { readAt: at },
  })
}
