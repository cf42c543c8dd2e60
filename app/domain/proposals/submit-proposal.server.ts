import { allow } from '#app/domain/access/actors.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Proposer } from './approvers.server.ts'
import type { SubmitProposal } from './rules.ts'
import { tellOfSubmission } from './tell-of-proposal.server.ts'
import { type Saved, writeProposal } from './write-proposal.server.ts'

/**
 * Saves a complete proposal and hands it to whoever approves. From now on it waits.
 *
 * Sending the same again changes nothing and gives the same answer. Refuses like `saveProposal`; nothing is stored then.
 */
export async function submitProposal(
  db: Db,
  officer: Proposer,
  typed: SubmitProposal,
  at: Date,
): Promise<Saved> {
  allow(officer, 'product.propose')
  return inTransaction(db, async (tx) => {
    const saved = await writeProposal(tx, officer, typed, 'submitted', at)
    await tellOfSubmission(tx, saved, at)
    return saved
  })
}
