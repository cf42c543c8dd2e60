import { type Actor, allow } from '#app/domain/access/actors.ts'
import type { Visitor } from '#app/domain/access/rules.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { identifierOf, isFree } from './invited-person.server.ts'
import { type PeopleKeeper, requireKept, type Whose } from './scope.server.ts'
import { byLink, stateOf } from './take-invitation.server.ts'

const newestMoves = 20

/** An organisation's own people with their role and when they were last here, who is invited, and who changed what. */
export async function listPeople(db: Db, keeper: PeopleKeeper, at: Date, whose: Whose = {}) {
  allow(keeper, 'people.keep')
  const organisation = await requireKept(db, keeper, whose)
  const organisationId = organisation.id
  const [members, invitations, moves] = await Promise.all([
    db.$queryRaw<Member[]>`
      select m.id, p.name, m.role, m.created_at as "since", max(coalesce(s.seen_at, s.created_at)) as "seenAt"
      from memberships m join people p on p.id = m.person_id left join sessions s on s.membership_id = m.id
      where m.organisation_id = ${organisationId} and m.ended_at is null and m.role <> 'producer'
      group by m.id, p.id order by m.role, p.name, m.id limit 200`,
    db.invitation.findMany({
      where: { organisationId, producerId: null, acceptedAt: null, revokedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { id: true, personName: true, email: true, phone: true, role: true, expiresAt: true },
    }),
    db.membershipMove.findMany({
      where: { organisationId, membership: { role: { not: 'producer' } } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: newestMoves,
      select: {
        id: true,
        kind: true,
        fromRole: true,
        toRole: true,
        at: true,
        membership: { select: { person: { select: { name: true } } } },
        by: { select: { person: { select: { name: true } } } },
      },
    }),
  ])
  return {
    organisation,
    members: members.map((one) => ({ ...one, isMe: one.id === keeper.membershipId })),
    invitations: invitations.map(({ email, phone, ...one }) => ({
      ...one,
      contact: email ?? phone ?? '',
      isOver: one.expiresAt <= at,
    })),
    moves: moves.map(({ membership, by, ...move }) => ({
      ...move,
      name: membership.person.name,
      byName: by.person.name,
    })),
  }
}
type Member = { id: string; name: string; role: Actor['role']; since: Date; seenAt: Date | null }

/**
 * What a link invites to, for whoever opens it.
 *
 * @throws Refusal `not_found`; `too_many` for who guesses.
 */
export async function readInvitation(
  db: Db,
  visitor: Visitor,
  { token, actor }: { token: string; actor: Actor | null },
  at: Date,
) {
  const found = await byLink(visitor, () =>
    db.invitation.findUnique({
      where: { tokenHash: hashOf(token) },
      select: {
        role: true,
        personName: true,
        email: true,
        phone: true,
        expiresAt: true,
        acceptedAt: true,
        revokedAt: true,
        organisation: { select: { shortName: true, kind: true } },
        producer: { select: { name: true, leftAt: true } },
        sender: {
          select: { person: { select: { name: true } }, organisation: { select: { shortName: true } } },
        },
      },
    }),
  )
  const identifier = identifierOf(found)
  const person = await db.person.findUnique({ where: identifier, select: { id: true } })
  return {
    state: stateOf(found, at),
    role: found.role,
    personName: found.personName,
    contact: masked(found.email ?? found.phone ?? ''),
    expiresAt: found.expiresAt,
    organisationName: found.organisation.shortName,
    producerName: found.producer?.name ?? null,
    senderName: found.sender.person.name,
    senderOrganisation: found.sender.organisation.shortName,
    hasAccount: person !== null && !(await isFree(db, person.id)),
    isTheirs: actor !== null && actor.personId === person?.id,
  }
}

/** Enough to know one's own number, too little to learn somebody else's: `+62812•••••567`, `ni•••@contoh.id`. */
function masked(contact: string): string {
  const [name = '', domain] = contact.split('@')
  if (domain) return `${name.slice(0, 2)}•••@${domain}`
  return `${contact.slice(0, 6)}•••••${contact.slice(-3)}`
}
