import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Actor } from './actors.ts'
import { kindOf } from './kinds.ts'
import { hashOf } from './sessions.server.ts'

/**
 * Lets the session of `token` go on for another organisation of the same person.
 *
 * Forms that were drawn for the former one carry its membership and are refused from here on.
 *
 * @throws Refusal `not_found` for a membership of somebody else, one that ended, and a session that did.
 */
export async function switchMembership(
  db: Db,
  actor: Actor,
  { toMembershipId, token }: { toMembershipId: string; token: string },
  at: Date,
): Promise<{ kind: Actor['kind'] }> {
  const membership = await db.membership.findFirst({
    where: { id: toMembershipId, personId: actor.personId, endedAt: null },
    select: { id: true, organisationKind: true, role: true },
  })
  if (!membership) throw notFound()
  const { count } = await db.session.updateMany({
    where: { tokenHash: hashOf(token), personId: actor.personId, revokedAt: null, expiresAt: { gt: at } },
    data: { membershipId: membership.id },
  })
  if (count === 0) throw notFound()
  return { kind: kindOf(membership.organisationKind, membership.role) }
}
