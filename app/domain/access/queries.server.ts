import { literally } from '#app/platform/like.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Actor, allow } from './actors.ts'
import { openedBy } from './issue-one-time-code.server.ts'
import { hashOf } from './sessions.server.ts'

const most = 20

/** What a person sees of themselves: how they sign in, where they belong, and on which devices they are signed in. */
export async function getAccount(db: Db, actor: Actor, token: string, at: Date) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      email: true,
      phone: true,
      memberships: {
        where: { endedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          role: true,
          organisation: { select: { shortName: true } },
          producer: { select: { name: true } },
        },
      },
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: at }, membership: { endedAt: null } },
        orderBy: [{ createdAt: 'desc' }, { tokenHash: 'asc' }],
        select: { tokenHash: true, device: true, isKnownDevice: true, createdAt: true },
      },
    },
  })
  const { sessions, memberships, ...contact } = person
  return {
    ...contact,
    memberships: memberships.map(({ organisation, producer, ...membership }) => ({
      ...membership,
      // A member of a cooperative acts for its own business.
      organisationName: producer?.name ?? organisation.shortName,
      isThis: membership.id === actor.membershipId,
    })),
    // The hash opens nothing: it only names the session.
    sessions: sessions.map(({ tokenHash, ...session }) => ({
      ...session,
      id: tokenHash,
      isThis: tokenHash === hashOf(token),
    })),
  }
}

/**
 * Who may be given a one-time code: a manager's own people, or for the operator whoever is found by a part of name,
 * e-mail or phone number.
 */
export async function listPeopleToHelp(db: Db, helper: Actor, search: string) {
  allow(helper, 'person.help_sign_in')
  const isOperator = helper.kind === 'operator'
  const words = search.trim()
  if (isOperator && !words) return []
  const contains = { contains: literally(words), mode: 'insensitive' as const }
  // A number is kept as +62…, and typed as 0812….
  const phone = { contains: words.replace(/[^\d]/g, '').replace(/^(?:62|0)/, '') || '-' }
  // A manager learns nothing about where else somebody belongs.
  const inScope = { endedAt: null, ...(!isOperator && { organisationId: helper.organisationId }) }
  const people = await db.person.findMany({
    where: {
      id: { not: helper.personId },
      memberships: { some: inScope },
      ...(!isOperator && openedBy(helper)),
      ...(isOperator && { OR: [{ name: contains }, { email: contains }, { phone }] }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      id: true,
      name: true,
      memberships: {
        where: inScope,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { role: true, organisation: { select: { shortName: true } } },
      },
    },
  })
  return people.map(({ memberships, ...person }) => ({
    ...person,
    memberships: memberships.map(({ role, organisation }) => ({
      role,
      organisationName: organisation.shortName,
    })),
  }))
}
