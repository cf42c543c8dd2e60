import type {
  CooperativeMember,
  CooperativeRole,
  Operator,
  ProducerMember,
} from '#app/domain/access/actors.ts'
import { isWithOperator } from '#app/domain/notices/passed-on-queries.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { LockedProposal } from './lock-proposal.server.ts'

export type Approver = CooperativeMember | Operator
/** Who may propose: an officer for any producer of the cooperative, a producer for itself. */
export type Proposer = CooperativeMember | ProducerMember
export type Colleague = { personId: string; name: string; role: CooperativeRole }

/** Who is awaited: people of the cooperative, managers first, or the operator where there is nobody else. */
export type Awaited = { by: 'colleagues'; people: Colleague[] } | { by: 'operator' }

/** Everybody who acts for a cooperative today, managers first. Its producers do not. */
export async function listColleagues(db: Db, cooperativeId: string): Promise<Colleague[]> {
  const rows = await db.membership.findMany({
    where: { organisationId: cooperativeId, endedAt: null, role: { in: ['officer', 'manager'] } },
    select: { role: true, personId: true, person: { select: { name: true } } },
    orderBy: [{ role: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ person, ...row }) => ({ ...row, role: row.role as CooperativeRole, name: person.name }))
}

/** Whom a proposal waits for. Nobody approves their own: where a cooperative has one officer, the operator does. */
export function awaitedOf(colleagues: Colleague[], proposedBy: string): Awaited {
  const people = colleagues.filter(({ personId }) => personId !== proposedBy)
  return people.length ? { by: 'colleagues', people } : { by: 'operator' }
}

/**
 * Refuses whoever may not decide a proposal: its proposer, and the operator where the cooperative has somebody else
 * and it was not passed on; to the operator it is then not there at all.
 */
export async function requireApprover(tx: Db, approver: Approver, proposal: LockedProposal): Promise<void> {
  if (proposal.proposedBy === approver.personId) throw new Refusal('forbidden', { key: 'proposal.own' })
  if (approver.kind !== 'operator') return
  const hasDecided = proposal.status !== 'submitted' && proposal.decidedBy === approver.personId
  if (hasDecided) return // sent again
  const colleagues = await listColleagues(tx, proposal.cooperativeId)
  if (!(await isForOperator(tx, awaitedOf(colleagues, proposal.proposedBy), proposal.id))) throw notFound()
}

/** Whether the operator may decide: where nobody else may, and where nobody else did in time, of it or of its file. */
export async function isForOperator(db: Db, awaited: Awaited, proposalId: string): Promise<boolean> {
  if (awaited.by === 'operator' || (await isWithOperator(db, 'proposal.submitted', [proposalId]))) return true
  const files = await db.importRow.findMany({
    where: { proposalId },
    distinct: 'importId',
    select: { importId: true },
  })
  return isWithOperator(
    db,
    'import.proposed',
    files.map(({ importId }) => importId),
  )
}

/** The rows somebody may look for: their own cooperative's, of a producer its own, or for the operator any. */
export function scopeOf(reader: Approver | Proposer): { cooperativeId?: string; producerId?: string } {
  return reader.kind === 'operator' ? {} : scopeOfProposer(reader)
}

export function scopeOfProposer(proposer: Proposer): { cooperativeId: string; producerId?: string } {
  const { cooperativeId } = proposer
  return proposer.kind === 'producer' ? { cooperativeId, producerId: proposer.producerId } : { cooperativeId }
}
