import type { Actor } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Tells this browser nothing more. One of somebody else stays as it is; one that is not there is fine. */
export async function endSubscription(
  db: Db,
  { personId }: Pick<Actor, 'personId'>,
  { endpoint }: { endpoint: string },
): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { endpoint, session: { personId } } })
}
