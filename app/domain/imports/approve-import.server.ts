import { allow } from '#app/domain/access/actors.ts'
import type { Approver } from '#app/domain/proposals/approvers.server.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { requireReview } from './review-queries.server.ts'

type Chosen = { importId: string; proposalIds: string[] | 'all' }

/**
 * Asks the worker to approve what an import proposed: all that still waits, or what was chosen, each in the version of
 * this moment.
 *
 * Sent again it changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's, and to the operator where the cooperative has somebody
 * else; `forbidden` to who proposed it; `invalid` when nothing was chosen that waits.
 */
export async function approveImport(
  db: Db,
  approver: Approver,
  { importId, proposalIds }: Chosen,
  at: Date,
): Promise<void> {
  allow(approver, 'product.approve')
  await inTransaction(db, async (tx) => {
    const { isOwn } = await requireReview(tx, approver, importId)
    if (isOwn) throw new Refusal('forbidden', { key: 'proposal.own' })
    const waiting = await tx.productProposal.findMany({
      where: {
        status: 'submitted',
        importRows: { some: { importId } },
        ...(proposalIds !== 'all' && { id: { in: proposalIds } }),
      },
      select: { id: true, version: true },
    })
    if (waiting.length === 0) throw new Refusal('invalid', { key: 'import.none_chosen' })
    // What failed before is tried again.
    await tx.importApproval.deleteMany({
      where: { importId, proposalId: { in: waiting.map(({ id }) => id) }, decidedAt: { not: null } },
    })
    const rows = waiting.map(({ id, version }) => ({
      import_id: importId,
      proposal_id: id,
      version,
      approved_by: approver.membershipId,
      asked_at: at,
    }))
    await insertRows(tx, 'import_approvals', rows, { skipTaken: true })
    await record(tx, 'import.approved', { importId }, { mergeBy: importId })
  })
}
