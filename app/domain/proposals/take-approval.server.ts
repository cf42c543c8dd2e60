import { actAs } from '#app/domain/access/act-as.server.ts'
import { allow } from '#app/domain/access/actors.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { applyChange } from './apply-change.server.ts'
import { type Approver, requireApprover, scopeOf } from './approvers.server.ts'
import { type CompleteProposal, changedMeanwhile, lockProposal } from './lock-proposal.server.ts'
import { keepMove } from './move-proposal.server.ts'
import { publishProduct } from './publish-product.server.ts'
import { type Decision, mayMove } from './rules.ts'

/**
 * Approves a proposal inside the caller's transaction and tells nobody: whoever approves many says it once, and records
 * `product.changed`. `isAgain`: it was so already.
 *
 * @throws Refusal as `approveProposal` does.
 */
export async function takeApproval(
  tx: Db,
  approver: Approver,
  { proposalId, version }: Decision,
  at: Date,
): Promise<{ productId: string; isAgain: boolean }> {
  allow(approver, 'product.approve')
  const proposal = await lockProposal(tx, { id: proposalId, ...scopeOf(approver) })
  await requireApprover(tx, approver, proposal)
  if (proposal.status === 'approved' && proposal.productId) {
    const isAgain = proposal.decidedBy === approver.personId && proposal.version === version
    if (isAgain) return { productId: proposal.productId, isAgain }
    throw new Refusal('conflict', { key: 'proposal.decided' })
  }
  if (await tx.product.count({ where: { id: proposal.productId ?? '', status: 'archived' } }))
    throw new Refusal('conflict', { key: 'selling.archived_stays' })
  if (proposal.version !== version || !mayMove(proposal.status, 'approved')) throw changedMeanwhile()

  await requireMember(tx, proposal.producerId)
  await actAs(tx, approver)

  const approved = proposal as CompleteProposal
  const productId = approved.productId
    ? await applyChange(tx, approved, approved.productId, { by: approver.membershipId, at })
    : await publishProduct(tx, approved, at)
  await tx.productProposal.update({
    where: { id: proposalId },
    data: { status: 'approved', productId, decidedBy: approver.personId, decidedAt: at },
  })
  const move = { from: proposal.status, to: 'approved', version, by: approver.membershipId, at } as const
  await keepMove(tx, proposalId, move)
  return { productId, isAgain: false }
}

// Whoever lets the producer leave at this moment waits, and then pauses what is published here.
async function requireMember(tx: Db, producerId: string): Promise<void> {
  const [member] = await tx.$queryRaw<unknown[]>`
    select id from producers where id = ${producerId} and left_at is null for share`
  if (!member) throw new Refusal('conflict', { key: 'producer.has_left' })
}
