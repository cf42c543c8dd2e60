import { tell } from '#app/domain/notices/tell.server.ts'
import type { Approver } from '#app/domain/proposals/approvers.server.ts'
import { takeApproval } from '#app/domain/proposals/take-approval.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import type { Message } from '#app/messages/say.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepMessage } from './keep-message.ts'
import { approversOf } from './open-import.server.ts'

type Asked = { proposalId: string; version: number; approvedBy: string }

const batchSize = 25

/**
 * Approves what was asked of an import, each proposal by its own law; keeps why one could not be, and tells whoever sent
 * the file once what became of it. A worker that dies in between leaves whole batches, and the next one goes on.
 */
export async function approveImported(db: Db, { importId }: { importId: string }, at: Date): Promise<void> {
  while (await approveBatch(db, importId, at));
  await inTransaction(db, (tx) => tellApproved(tx, importId, at))
}

async function approveBatch(db: Db, importId: string, at: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // Another worker at it waits here, and then finds what is left.
    const asked = await tx.$queryRaw<Asked[]>`
      select proposal_id as "proposalId", version, approved_by as "approvedBy" from import_approvals
      where import_id = ${importId} and decided_at is null
      order by asked_at, proposal_id limit ${batchSize} for update`
    if (asked.length === 0) return false
    const approvers = await approversOf(tx, [...new Set(asked.map(({ approvedBy }) => approvedBy))])
    const productIds: string[] = []
    const decided: { proposal_id: string; problem: object | null }[] = []
    for (const one of asked) {
      const outcome = await approveOne(tx, approvers.get(one.approvedBy), one, at)
      if ('productId' in outcome) productIds.push(outcome.productId)
      decided.push({
        proposal_id: one.proposalId,
        problem: 'problem' in outcome ? keepMessage(outcome.problem) : null,
      })
    }
    await tx.$executeRaw`
      update import_approvals a set decided_at = ${at}, problem = d.problem
      from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) d(proposal_id text, problem jsonb)
      where a.import_id = ${importId} and a.proposal_id = d.proposal_id`
    if (productIds.length) await record(tx, 'product.changed', { productIds })
    await announceChange(tx)
    return true
  })
}

// What one proposal is refused takes back only that one.
async function approveOne(
  tx: Db,
  approver: Approver | undefined,
  decision: Asked,
  at: Date,
): Promise<{ productId: string } | { problem: Message }> {
  if (!approver) return { problem: { key: 'error.forbidden' } }
  await tx.$executeRaw`savepoint one_proposal`
  try {
    const { productId } = await takeApproval(tx, approver, decision, at)
    await tx.$executeRaw`release savepoint one_proposal`
    return { productId }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await tx.$executeRaw`rollback to savepoint one_proposal`
    return { problem: error.said }
  }
}

async function tellApproved(tx: Db, importId: string, at: Date): Promise<void> {
  const found = await tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: { fileName: true, confirmedBy: true },
  })
  const decided = { importId, decidedAt: at }
  const count = await tx.importApproval.count({ where: { ...decided, problem: { equals: Prisma.DbNull } } })
  const all = await tx.importApproval.count({ where: decided })
  if (all === 0 || !found.confirmedBy) return
  const to = { membershipId: found.confirmedBy }
  const values = { file: found.fileName, count, all }
  const occasion = at.toISOString()
  await tell(tx, { kind: 'import.approved', to, about: importId, values, occasion }, at)
}
