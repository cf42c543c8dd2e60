import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { SubmitProposal } from './rules.ts'
import { type Saved, writeProposal } from './write-proposal.server.ts'

/**
 * Saves a complete proposal and hands it to whoever approves. From now on it waits.
 *
 * Sending the same again changes nothing and gives the same answer. Refuses like `saveProposal`; nothing is stored then.
 */
export async function submitProposal(
  db: Db,
  officer: CooperativeMember,
  typed: SubmitProposal,
  at: Date,
): Promise<Saved> {
  allow(officer, 'product.propose')
  return inTransaction(db, (tx) => writeProposal(tx, officer, typed, 'submitted', at))
}
