import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Actor } from './actors.ts'

/**
 * Ends one of one's own sessions, at once.
 *
 * @throws Refusal `not_found` for a session of somebody else, and for one that has ended.
 */
export async function revokeSession(
  db: Db,
  actor: Actor,
  { sessionId }: { sessionId: string },
  at: Date,
): Promise<void> {
  const { count } = await db.session.updateMany({
    where: { tokenHash: sessionId, personId: actor.personId, revokedAt: null },
    data: { revokedAt: at },
  })
  if (count === 0) throw notFound()
}
