import { allow } from '#app/domain/access/actors.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Proposer } from './approvers.server.ts'
import { withPreset } from './presets.ts'
import type { SaveProposal } from './rules.ts'
import { type Saved, writeProposal } from './write-proposal.server.ts'

/**
 * Saves a draft of a new product, or of a change of one, on behalf of a producer. Every save raises the version.
 *
 * Saving the same content under the same `proposalId` and version again changes nothing and gives the same answer.
 *
 * @throws Refusal `invalid` at the field at fault; `not_found` for an id that is not theirs; `conflict` when somebody else
 * saved meanwhile, when it was decided, or when the product has another change open.
 */
export async function saveProposal(db: Db, officer: Proposer, typed: SaveProposal, at: Date): Promise<Saved> {
  allow(officer, 'product.propose')
  return inTransaction(db, (tx) => writeProposal(tx, officer, withPreset(typed), 'draft', at))
}
