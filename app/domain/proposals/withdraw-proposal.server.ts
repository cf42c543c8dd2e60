import { allow } from '#app/domain/access/actors.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Proposer, scopeOfProposer } from './approvers.server.ts'
import { changedMeanwhile, lockProposal } from './lock-proposal.server.ts'
import { keepMove } from './move-proposal.server.ts'
import { type Decision, mayMove } from './rules.ts'

/**
 * Takes back a proposal of the officer's cooperative for good; a product it would have changed stays as it is.
 *
 * Sending it again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's, `conflict` when it was saved or decided meanwhile.
 */
export async function withdrawProposal(
  db: Db,
  officer: Proposer,
  { proposalId, version }: Decision,
  at: Date,
): Promise<void> {
  allow(officer, 'product.propose')
  await inTransaction(db, async (tx) => {
    const proposal = await lockProposal(tx, { id: proposalId, ...scopeOfProposer(officer) })
    if (proposal.status === 'withdrawn') return
    if (!mayMove(proposal.status, 'withdrawn')) throw new Refusal('conflict', { key: 'proposal.closed' })
    if (proposal.version !== version) throw changedMeanwhile()
    await tx.productProposal.update({ where: { id: proposalId }, data: { status: 'withdrawn' } })
    const move = { from: proposal.status, to: 'withdrawn', version, by: officer.membershipId, at } as const
    await keepMove(tx, proposalId, move)
  })
}
