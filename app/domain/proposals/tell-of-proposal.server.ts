import { tell } from '#app/domain/notices/tell.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const select = {
  name: true,
  version: true,
  cooperativeId: true,
  proposedBy: true,
  proposer: { select: { name: true } },
  decider: { select: { name: true } },
} as const

/** Tells whoever may approve a proposal; nobody approves their own, so where there is nobody else, the operator. */
export async function tellOfSubmission(
  tx: Db,
  { id, version }: { id: string; version: number },
  at: Date,
): Promise<void> {
  const { name, cooperativeId, proposedBy, proposer } = await tx.productProposal.findUniqueOrThrow({
    where: { id },
    select,
  })
  const to = { organisationId: cooperativeId, except: proposedBy }
  const values = { proposer: proposer.name, name }
  await tell(tx, { kind: 'proposal.submitted', to, about: id, values, occasion: String(version) }, at)
}

/** Tells the proposer that it was approved, or with a reason that something has to be changed. */
export async function tellOfDecision(
  tx: Db,
  { proposalId, reason }: { proposalId: string; reason?: string },
  at: Date,
): Promise<void> {
  const { name, version, cooperativeId, proposedBy, decider } = await tx.productProposal.findUniqueOrThrow({
    where: { id: proposalId },
    select,
  })
  const common = {
    to: { organisationId: cooperativeId, personId: proposedBy },
    about: proposalId,
    occasion: String(version),
  }
  if (reason === undefined) return tell(tx, { kind: 'proposal.approved', ...common, values: { name } }, at)
  const values = { decider: decider?.name ?? '', name, reason }
  await tell(tx, { kind: 'proposal.changes_asked', ...common, values }, at)
}
