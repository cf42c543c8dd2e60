import { createHash, randomBytes } from 'node:crypto'
import type { OrganisationKind } from '#app/generated/prisma/enums.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Actor, Role } from './actors.ts'
import { kindOf } from './kinds.ts'

const hourMs = 3_600_000
/** A phone that its owner marked as known stays signed in for 90 days, any other device for twelve hours. */
const lifeMs = { known: 90 * 24 * hourMs, other: 12 * hourMs }

/** A session's name in the database. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Opens a session of a person for one of their memberships; gives the token, which is kept nowhere else. */
export async function openSession(
  db: Db,
  {
    personId,
    membershipId,
    device,
    isKnownDevice,
  }: { personId: string; membershipId: string; device: string; isKnownDevice: boolean },
  at: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + (isKnownDevice ? lifeMs.known : lifeMs.other))
  await db.session.create({
    data: {
      tokenHash: hashOf(token),
      personId,
      membershipId,
      device: device.slice(0, 200),
      isKnownDevice,
      createdAt: at,
      expiresAt,
    },
  })
  return { token, expiresAt }
}

/** Ends the sessions of a person that have not ended, but the one of the token `except`. */
export async function endSessions(
  db: Db,
  personId: string,
  at: Date,
  { except }: { except?: string } = {},
): Promise<void> {
  await db.session.updateMany({
    where: { personId, revokedAt: null, ...(except && { tokenHash: { not: hashOf(except) } }) },
    data: { revokedAt: at },
  })
}

type Row = {
  person_id: string
  person_name: string
  membership_id: string
  organisation_id: string
  organisation_name: string
  kind: OrganisationKind
  role: Role
  producer_id: string | null
  producer_name: string | null
  seen_at: Date | null
}

/** Who holds the session, acting for which organisation. Null when it ended, was revoked, or the membership ended. */
export async function readActor(db: Db, token: string, at: Date): Promise<Actor | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select p.id person_id, p.name person_name, m.id membership_id, o.id organisation_id, o.short_name organisation_name, o.kind, m.role,
      m.producer_id, r.name producer_name, s.seen_at
    from sessions s
    join people p on p.id = s.person_id
    join memberships m on m.id = s.membership_id and m.ended_at is null
    join organisations o on o.id = m.organisation_id
    left join producers r on r.id = m.producer_id
    where s.token_hash = ${hashOf(token)} and s.revoked_at is null and s.expires_at > ${at}`
  if (!row) return null
  await keepSeen(db, token, row.seen_at, at)
  const member = {
    personId: row.person_id,
    personName: row.person_name,
    membershipId: row.membership_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
  }
  // The database holds that a role is of its organisation's kind (memberships_give_a_role_of_their_kind).
  return {
    ...member,
    kind: kindOf(row.kind, row.role),
    role: row.role,
    ...(row.kind === 'retail_chain' && { chainId: row.organisation_id }),
    ...(row.kind === 'cooperative' && { cooperativeId: row.organisation_id }),
    ...(row.producer_id && { producerId: row.producer_id, producerName: row.producer_name }),
  } as Actor
}

// For the list of an organisation's people; by the hour, so that reading a page does not write.
async function keepSeen(db: Db, token: string, seenAt: Date | null, at: Date): Promise<void> {
  const hourAgo = new Date(at.getTime() - hourMs)
  if (seenAt && seenAt > hourAgo) return
  await db.session.updateMany({
    where: { tokenHash: hashOf(token), OR: [{ seenAt: null }, { seenAt: { lte: hourAgo } }] },
    data: { seenAt: at },
  })
}
