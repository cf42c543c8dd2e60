import { t } from '#app/messages/say.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lockProposal } from './lock-proposal.server.ts'
import { keepMove } from './move-proposal.server.ts'
import { isOpen } from './rules.ts'

/**
 * Takes back the open change of a product that is being archived, inside the caller's transaction: nobody is to wait for
 * it. Call it before anything of the product is locked: an approval, too, locks the proposal first.
 */
export async function withdrawChange(
  tx: Db,
  product: { productId: string; cooperativeId: string },
  by: { membershipId: string },
  at: Date,
): Promise<void> {
  const open = await tx.productProposal.findFirst({
    where: { ...product, status: { in: ['draft', 'submitted', 'changes_asked'] } }, // one_open_proposal_per_product
    select: { id: true },
  })
  if (!open) return
  const { id, status, version } = await lockProposal(tx, {
    id: open.id,
    cooperativeId: product.cooperativeId,
  })
  if (!isOpen(status)) return
  await tx.productProposal.update({ where: { id }, data: { status: 'withdrawn' } })
  const reason = t('selling.archived_reason')
  await keepMove(tx, id, { from: status, to: 'withdrawn', version, by: by.membershipId, at, reason })
}
