import type { ProposalStatus } from '#app/generated/prisma/enums.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type CompleteContent, type Content, contentOf, contentSelect } from './content.ts'

export type LockedProposal = {
  id: string
  cooperativeId: string
  productId: string | null
  status: ProposalStatus
  version: number
  proposedBy: string
  decidedBy: string | null
  submittedAt: Date | null
  producerId: string
  content: Content
}

/** A submitted proposal in full. The database holds that nothing is missing (submitted_proposals_are_complete). */
export type CompleteProposal = Omit<LockedProposal, 'content'> & {
  content: CompleteContent
  submittedAt: Date
}

/** A proposal in scope, locked until the transaction ends. Refuses with `not_found` also what is another cooperative's. */
export async function lockProposal(
  tx: Db,
  scope: { id: string; cooperativeId?: string; producerId?: string },
): Promise<LockedProposal> {
  const found = await tx.productProposal.findFirst({ where: scope, select: { id: true } })
  if (!found) throw notFound()
  // Read again under the lock: who waited for it sees what the first one did.
  await tx.$queryRaw`select id from product_proposals where id = ${scope.id} for update`
  const row = await tx.productProposal.findUniqueOrThrow({
    where: { id: scope.id },
    select: {
      ...contentSelect,
      id: true,
      cooperativeId: true,
      productId: true,
      status: true,
      version: true,
      proposedBy: true,
      decidedBy: true,
      submittedAt: true,
    },
  })
  return { ...row, content: contentOf(row) }
}

/** The refusal to somebody whose page is older than the proposal. */
export const changedMeanwhile = (): Refusal => new Refusal('conflict', { key: 'proposal.changed' })
