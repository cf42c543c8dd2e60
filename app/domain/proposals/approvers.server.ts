import type { CooperativeMember, CooperativeRole, Operator } from '#app/domain/access/actors.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { LockedProposal } from './lock-proposal.server.ts'

export type Approver = CooperativeMember | Operator
export type Colleague = { personId: string; name: string; role: CooperativeRole }

/** Who is awaited: people of the cooperative, managers first, or the operator where there is nobody else. */
export type Awaited = { by: 'colleagues'; people: Colleague[] } | { by: 'operator' }

/** Everybody who acts for a cooperative today, managers first. */
export async function listColleagues(db: Db, cooperativeId: string): Promise<Colleague[]> {
  const rows = await db.membership.findMany({
    where: { organisationId: cooperativeId, endedAt: null },
    select: { role: true, personId: true, person: { select: { name: true } } },
    orderBy: [{ role: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  // The database holds that a cooperative has officers and managers only (memberships_give_a_role_of_their_kind).
  return rows.map(({ person, ...row }) => ({ ...row, role: row.role as CooperativeRole, name: person.name }))
}

/** Whom a proposal waits for. Nobody approves their own: where a cooperative has one officer, the operator does. */
export function awaitedOf(colleagues: Colleague[], proposedBy: string): Awaited {
  const people = colleagues.filter(({ personId }) => personId !== proposedBy)
  return people.length ? { by: 'colleagues', people } : { by: 'operator' }
}

/**
 * Refuses whoever may not decide a proposal: its proposer, and the operator where the cooperative has somebody else,
 * to whom it is then not there at all.
 */
export async function requireApprover(tx: Db, approver: Approver, proposal: LockedProposal): Promise<void> {
  if (proposal.proposedBy === approver.personId) throw new Refusal('forbidden', { key: 'proposal.own' })
  if (approver.kind !== 'operator') return
  const colleagues = await listColleagues(tx, proposal.cooperativeId)
  if (awaitedOf(colleagues, proposal.proposedBy).by !== 'operator') throw notFound()
}

/** The rows an approver may look for: their own cooperative's, or for the operator any. */
export const scopeOf = (approver: Approver): { cooperativeId?: string } =>
  approver.kind === 'operator' ? {} : { cooperativeId: approver.cooperativeId }
