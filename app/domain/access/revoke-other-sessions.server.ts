import type { Db } from '#app/platform/transaction.server.ts'
import type { Actor } from './actors.ts'
import { endSessions } from './sessions.server.ts'

/** Ends all of one's own sessions but the one of `token`. Doing it again changes nothing. */
export async function revokeOtherSessions(
  db: Db,
  actor: Actor,
  { token }: { token: string },
  at: Date,
): Promise<void> {
  await endSessions(db, actor.personId, at, { except: token })
}
