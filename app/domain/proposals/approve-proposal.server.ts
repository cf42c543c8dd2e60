import { allow } from '#app/domain/access/actors.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Approver } from './approvers.server.ts'
import type { Decision } from './rules.ts'
import { takeApproval } from './take-approval.server.ts'
import { tellOfDecision } from './tell-of-proposal.server.ts'

/**
 * Approves exactly the version that was read: publishes the product, or changes the published one, from this moment on.
 *
 * The same approval sent again changes nothing and gives the same answer.
 *
 * @throws Refusal `forbidden` for one's own; `not_found` also for another cooperative's, and for the operator where the
 * cooperative has somebody else and it was not passed on; `conflict` when it was changed or decided meanwhile, its barcode
 * was taken, its producer has left, or the product is archived.
 */
export async function approveProposal(
  db: Db,
  approver: Approver,
  decision: Decision,
  at: Date,
): Promise<{ productId: string }> {
  allow(approver, 'product.approve')
  return inTransaction(db, async (tx) => {
    const { productId, isAgain } = await takeApproval(tx, approver, decision, at)
    if (isAgain) return { productId }
    await tellOfDecision(tx, { proposalId: decision.proposalId }, at)
    await record(tx, 'product.changed', { productIds: [productId] })
    await announceChange(tx)
    return { productId }
  })
}
