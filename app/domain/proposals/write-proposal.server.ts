import type { Message } from '#app/messages/say.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Proposer, scopeOfProposer } from './approvers.server.ts'
import { isTaken } from './barcodes.server.ts'
import { problemsOn } from './checks.ts'
import { isSame, rowOf } from './content.ts'
import { changedMeanwhile, lockProposal } from './lock-proposal.server.ts'
import { keepMove } from './move-proposal.server.ts'
import { isOpen, type SaveProposal } from './rules.ts'

export type Saved = { id: string; version: number }

/**
 * Writes what was typed into the officer's proposal, as a draft or submitted, inside the caller's transaction.
 *
 * Whoever saved last is the one who proposes. What was submitted and is saved as a draft no longer waits. The same
 * content sent again changes nothing and gets the same answer.
 */
export async function writeProposal(
  tx: Db,
  officer: Proposer,
  typed: SaveProposal,
  to: 'draft' | 'submitted',
  at: Date,
): Promise<Saved> {
  const scope = { id: typed.proposalId, cooperativeId: officer.cooperativeId }
  await requireParents(tx, officer, typed)
  const problems = problemsOn(dayOf(at), typed)
  if (Object.keys(problems).length) throw new Refusal('invalid', { key: 'form.check' }, problems)

  const row = rowOf(typed)
  const common = { ...row, proposedBy: officer.personId, changedAt: at, decidedBy: null, decidedAt: null }
  if (typed.version === 0) {
    const submittedAt = to === 'submitted' ? at : null
    const productId = typed.productId ?? null
    const created = { ...scope, ...common, productId, status: to, submittedAt, createdAt: at }
    const { count: isNew } = await tx.productProposal.createMany({ data: created, skipDuplicates: true })
    if (isNew) {
      if (to === 'submitted')
        await keepMove(tx, scope.id, { ...moved(officer, at), from: 'draft', to, version: 1 })
      return { id: scope.id, version: 1 }
    }
    await refuseSecondChange(tx, scope, productId)
  }

  const found = await lockProposal(tx, { id: scope.id, ...scopeOfProposer(officer) })
  const { status, version } = found
  if (version !== typed.version) {
    // An answer that was lost on the way leaves its form behind: who saved last may go on from an older version.
    // Two tabs of one person can so overwrite each other; losing the signal happens every day.
    if (found.proposedBy !== officer.personId) throw changedMeanwhile()
    const isThere =
      to === 'submitted' ? status === 'submitted' : status === 'draft' || status === 'changes_asked'
    if (isThere && isSame(row, found)) return { id: scope.id, version }
  }
  if (!isOpen(status)) throw new Refusal('conflict', { key: 'proposal.closed' })
  const next = { version: version + 1, status: to === 'draft' && status === 'changes_asked' ? status : to }
  // Content that changed while it waited has not waited less long.
  const submittedAt = to === 'draft' ? null : status === 'submitted' ? found.submittedAt : at
  await tx.productProposal.update({ where: { id: scope.id }, data: { ...common, ...next, submittedAt } })
  if (next.status !== status || status === 'submitted')
    await keepMove(tx, scope.id, {
      ...moved(officer, at),
      from: status,
      to: next.status,
      version: next.version,
    })
  return { id: scope.id, version: next.version }
}

const moved = (officer: Proposer, at: Date) => ({ by: officer.membershipId, at })

// What a proposal belongs to is read in the proposer's scope: another cooperative's is not there, and to a producer not
// another member's.
async function requireParents(tx: Db, officer: Proposer, typed: SaveProposal): Promise<void> {
  const cooperativeId = officer.cooperativeId
  const missing: Record<string, Message> = {}
  const own = scopeOfProposer(officer).producerId ?? typed.producerId
  const producer = { id: typed.producerId, cooperativeId, leftAt: null }
  if (own !== typed.producerId || !(await tx.producer.count({ where: producer })))
    missing.producerId = { key: 'producer.missing' }
  if (!(await tx.photo.count({ where: { id: typed.photoId, organisationId: cooperativeId } })))
    missing.photoId = { key: 'photo.missing' }
  if (typed.categorySlug && !(await tx.category.count({ where: { slug: typed.categorySlug } })))
    missing.categorySlug = { key: 'category.missing' }
  if (typed.gtin && (await isTaken(tx, typed.gtin, typed.productId))) missing.gtin = { key: 'gtin.taken' }
  if (Object.keys(missing).length) throw new Refusal('invalid', { key: 'form.check' }, missing)
  const product = { id: typed.productId ?? '', ...scopeOfProposer(officer) }
  if (typed.productId && !(await tx.product.count({ where: product }))) throw notFound()
}

async function refuseSecondChange(
  tx: Db,
  scope: { id: string; cooperativeId: string },
  productId: string | null,
): Promise<void> {
  if (!productId || (await tx.productProposal.count({ where: { id: scope.id } }))) return
  throw new Refusal('conflict', { key: 'proposal.another_open' })
}
