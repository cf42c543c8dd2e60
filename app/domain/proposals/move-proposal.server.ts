import type { ProposalStatus } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { mayMove } from './rules.ts'

type Move = {
  from: ProposalStatus
  to: ProposalStatus
  version: number
  by: string
  at: Date
  reason?: string
}

/**
 * Writes down that a locked proposal moved, by whom, when and why. The caller updates the row.
 *
 * Throws on a move that the table does not have: the caller has checked, so it would be a bug.
 */
export async function keepMove(
  tx: Db,
  proposalId: string,
  { from, to, version, by, at, reason = '' }: Move,
): Promise<void> {
  if (!mayMove(from, to)) throw new Error(`Proposal ${proposalId} cannot go from ${from} to ${to}`)
  await tx.proposalMove.create({
    data: {
      id: newId('move'),
      proposalId,
      fromStatus: from,
      toStatus: to,
      version,
      byMembershipId: by,
      at,
      reason,
    },
  })
}
