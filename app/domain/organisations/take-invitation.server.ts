import { hashOf } from '#app/domain/access/sessions.server.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import { newId } from '#app/platform/ids.ts'
import { rateLimit } from '#app/platform/rate-limit.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { keepMove } from './keep-move.server.ts'

// Whoever guesses links is wrong each time; whoever opens their own again and again is not.
const wrongLinks = rateLimit({ tries: 30, minutes: 15 })

/** Looks for what a link opens: a wrong one counts against the address, a right one does not. */
export async function byLink<T>(visitor: { address: string }, find: () => Promise<T | null>): Promise<T> {
  await wrongLinks.count(visitor.address)
  const found = await find()
  if (!found) throw notFound()
  await wrongLinks.giveBack(visitor.address)
  return found
}

const select = {
  id: true,
  organisationId: true,
  organisationKind: true,
  role: true,
  producerId: true,
  personName: true,
  email: true,
  phone: true,
  sentBy: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  producer: { select: { leftAt: true } },
  organisation: { select: { shortName: true } },
} as const

/**
 * An invitation that can be accepted, locked until the transaction ends: of twenty who send it at once, one goes on.
 *
 * @throws Refusal `not_found`; `conflict` when it was accepted, taken back, or is over.
 */
export async function lockInvitation(tx: Db, token: string, at: Date) {
  const tokenHash = hashOf(token)
  await tx.$queryRaw`select id from invitations where token_hash = ${tokenHash} for update`
  const found = await tx.invitation.findUnique({ where: { tokenHash }, select })
  if (!found) throw notFound()
  const state = stateOf(found, at)
  if (state !== 'open') throw new Refusal('conflict', { key: `invitation.${state}` })
  return found
}

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

export function stateOf(
  one: {
    acceptedAt: Date | null
    revokedAt: Date | null
    expiresAt: Date
    producer?: { leftAt: Date | null } | null
  },
  at: Date,
): InvitationState {
  if (one.acceptedAt) return 'accepted'
  if (one.revokedAt || one.producer?.leftAt) return 'revoked'
  return one.expiresAt <= at ? 'expired' : 'open'
}

type Locked = Awaited<ReturnType<typeof lockInvitation>>

/**
 * Makes the membership that a locked invitation is for.
 *
 * @throws Refusal `conflict` for who is there already.
 */
export async function keepMembership(
  tx: Db,
  invitation: Locked,
  { personId, hadAccount }: { personId: string; hadAccount: boolean },
  at: Date,
): Promise<string> {
  const { organisationId, organisationKind, role, producerId } = invitation
  const id = newId('membership')
  const named = {
    invitedName: invitation.personName,
    invitedContact: invitation.email ?? invitation.phone,
  }
  const { count } = await tx.membership.createMany({
    data: {
      id,
      personId,
      organisationId,
      organisationKind,
      role,
      producerId,
      hadAccount,
      createdAt: at,
      ...(producerId && named),
    },
    skipDuplicates: true, // one_membership_at_a_time
  })
  if (count === 0) throw new Refusal('conflict', { key: 'invitation.is_here' })
  await tx.invitation.update({
    where: { id: invitation.id },
    data: { acceptedAt: at, membershipId: id },
  })
  if (role !== 'producer') {
    const to = { organisationId, except: personId }
    const values = { person: invitation.personName, organisation: invitation.organisation.shortName }
    await tell(tx, { kind: 'person.joined', to, about: id, values }, at)
  }
  await keepMove(tx, { membershipId: id, organisationId, kind: 'joined', from: null, to: role, by: id, at })
  return id
}
