import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepMessage } from './keep-message.ts'
import { actorOf } from './open-import.server.ts'

type Chosen = { importId: string; proposalIds: string[] | 'all' }

/**
 * Asks the worker to approve what an import proposed: all that still waits, or what was chosen, each in the version of
 * this moment.
 *
 * Sent again it changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's; `forbidden` to who proposed it; `invalid` when nothing was
 * chosen that waits.
 */
export async function approveImport(
  db: Db,
  approver: CooperativeMember,
  { importId, proposalIds }: Chosen,
  at: Date,
): Promise<void> {
  allow(approver, 'product.approve')
  await inTransaction(db, async (tx) => {
    const scope = { id: importId, cooperativeId: approver.cooperativeId }
    const found = await tx.import.findFirst({
      where: scope,
      select: { confirmer: { select: { personId: true } } },
    })
    if (!found) throw notFound()
    if (found.confirmer?.personId === approver.personId)
      throw new Refusal('forbidden', { key: 'proposal.own' })
    const waiting = await tx.productProposal.findMany({
      where: {
        cooperativeId: approver.cooperativeId,
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

/** Approves what was asked, one proposal after another by its own capability and law; keeps why one could not be. */
export async function approveImported(db: Db, { importId }: { importId: string }, at: Date): Promise<void> {
  for (;;) {
    const next = await db.importApproval.findFirst({
      where: { importId, decidedAt: null },
      orderBy: [{ askedAt: 'asc' }, { proposalId: 'asc' }],
      select: { proposalId: true, version: true, approvedBy: true },
    })
    if (!next) return
    const { proposalId, version } = next
    const where = { importId_proposalId: { importId, proposalId } }
    try {
      const approver = await actorOf(db, next.approvedBy)
      if (!approver) throw new Refusal('forbidden', { key: 'error.forbidden' })
      await inTransaction(db, async (tx) => {
        await approveProposal(tx, approver, { proposalId, version }, at)
        await tx.importApproval.update({ where, data: { decidedAt: at } })
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await db.importApproval.update({ where, data: { decidedAt: at, problem: keepMessage(error.said) } })
    }
  }
}
