import { allow } from '#app/domain/access/actors.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Approver, requireApprover, scopeOf } from './approvers.server.ts'
import { changedMeanwhile, lockProposal } from './lock-proposal.server.ts'
import { keepMove } from './move-proposal.server.ts'
import { type AskForChanges, mayMove } from './rules.ts'
import { tellOfDecision } from './tell-of-proposal.server.ts'

/**
 * Gives a submitted proposal back to be changed, with the reason.
 *
 * Sending it again changes nothing. Refuses like `approveProposal`.
 */
export async function askForChanges(
  db: Db,
  approver: Approver,
  { proposalId, version, reason }: AskForChanges,
  at: Date,
): Promise<void> {
  allow(approver, 'product.approve')
  await inTransaction(db, async (tx) => {
    const proposal = await lockProposal(tx, { id: proposalId, ...scopeOf(approver) })
    await requireApprover(tx, approver, proposal)
    const isRead = proposal.version === version
    if (isRead && proposal.status === 'changes_asked' && proposal.decidedBy === approver.personId) return
    if (!isRead || !mayMove(proposal.status, 'changes_asked')) throw changedMeanwhile()
    await tx.productProposal.update({
      where: { id: proposalId },
      data: { status: 'changes_asked', decidedBy: approver.personId, decidedAt: at },
    })
    const move = {
      from: proposal.status,
      to: 'changes_asked',
      version,
      by: approver.membershipId,
      at,
      reason,
    } as const
    await keepMove(tx, proposalId, move)
    await tellOfDecision(tx, { proposalId, reason }, at)
  })
}
