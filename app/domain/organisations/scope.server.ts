import type { CooperativeMember, Operator, RetailMember } from '#app/domain/access/actors.ts'
import { keepers } from '#app/domain/access/kinds.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Who may keep the people of an organisation; their role decides whether they do. */
export type PeopleKeeper = CooperativeMember | RetailMember | Operator

/** Whose people: the operator names an organisation that needs help, everybody else keeps their own. */
export type Whose = { organisationId?: string }

/**
 * The organisation whose people somebody keeps: their own, and for the operator any that is named.
 *
 * @throws Refusal `not_found`.
 */
export async function requireKept(db: Db, keeper: PeopleKeeper, { organisationId }: Whose) {
  const id = organisationId ?? keeper.organisationId
  if (id !== keeper.organisationId && keeper.kind !== 'operator') throw notFound()
  const select = { id: true, kind: true, shortName: true } as const
  const found = await db.organisation.findUnique({ where: { id }, select })
  if (!found) throw notFound()
  return found
}

/**
 * Holds the people of an organisation still until the transaction ends: who is its last manager is decided by one at a
 * time, in the database too (organisations_keep_their_last_manager takes the same lock).
 */
export async function lockPeople(tx: Db, organisationId: string): Promise<void> {
  await tx.$queryRaw`select id from organisations where id = ${organisationId} for no key update`
}

/** One of the organisation's own people, read under the lock. A producer's sign-in is not: its member has it. */
export async function findOwn(tx: Db, keeper: PeopleKeeper, memberId: string) {
  const found = await tx.membership.findFirst({
    where: { id: memberId, organisationId: keeper.organisationId, endedAt: null, role: { not: 'producer' } },
    select: { id: true, personId: true, role: true },
  })
  if (!found) throw notFound()
  return found
}

/**
 * Whoever queued up for the lock may keep people no more: the one before them took their role.
 *
 * @throws Refusal `forbidden`.
 */
export async function requireStillKeeper(tx: Db, keeper: PeopleKeeper): Promise<void> {
  const still = { id: keeper.membershipId, endedAt: null, role: { in: [...keepers] } }
  if (!(await tx.membership.count({ where: still })))
    throw new Refusal('forbidden', { key: 'error.forbidden' })
}

/** @throws Refusal `conflict` where nobody but `memberId` keeps people. */
export async function requireAnother(tx: Db, organisationId: string, memberId: string): Promise<void> {
  const others = { organisationId, endedAt: null, role: { in: [...keepers] }, id: { not: memberId } }
  if (!(await tx.membership.count({ where: others })))
    throw new Refusal('conflict', { key: 'people.last_manager' })
}
