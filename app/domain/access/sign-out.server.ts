import type { Db } from '#app/platform/transaction.server.ts'
import { hashOf } from './sessions.server.ts'

/** Ends the session of `token`, whoever holds it. One that has ended stays as it was. */
export async function signOut(db: Db, token: string, at: Date): Promise<void> {
  await db.session.updateMany({
    where: { tokenHash: hashOf(token), revokedAt: null },
    data: { revokedAt: at },
  })
}
