import type { Actor } from '#app/domain/access/actors.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import { isPushService } from '#app/platform/push.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Subscription } from './rules.ts'

/**
 * Lets this browser be told, for as long as its session lasts. A browser that somebody else used before is theirs no more.
 *
 * @throws Refusal `invalid` for an address that is no push service's; `not_found` for a session that is over.
 */
export async function subscribe(
  db: Db,
  actor: Pick<Actor, 'personId'>,
  { endpoint, p256dh, auth, token }: Subscription & { token: string },
  at: Date,
): Promise<void> {
  if (!isPushService(endpoint)) throw new Refusal('invalid', { key: 'push.unusable' })
  const sessionHash = hashOf(token)
  const session = { tokenHash: sessionHash, personId: actor.personId, revokedAt: null, expiresAt: { gt: at } }
  if (!(await db.session.count({ where: session }))) throw notFound()
  const row = { sessionHash, p256dh, auth, madeAt: at }
  await db.pushSubscription.upsert({ where: { endpoint }, create: { endpoint, ...row }, update: row })
}
