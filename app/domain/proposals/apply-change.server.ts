import { keepProductMoves } from '#app/domain/catalogue/keep-product-moves.server.ts'
import { publishPhotos } from '#app/domain/photos/keep-photos.server.ts'
import { t } from '#app/messages/say.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { keepCertificates } from './keep-certificates.server.ts'
import type { CompleteProposal } from './lock-proposal.server.ts'
import { writeVariants } from './write-variants.server.ts'

/**
 * Brings a published product to what was approved. Its address stays, and so do orders, which keep the old prices.
 *
 * @throws Refusal `conflict` when it is archived, or when none of its packs would be sold any more.
 */
export async function applyChange(
  tx: Db,
  proposal: CompleteProposal,
  productId: string,
  { by, at }: { by: string; at: Date },
): Promise<string> {
  const { cooperativeId, content } = proposal
  const { count } = await tx.product.updateMany({
    where: { id: productId, cooperativeId, status: { not: 'archived' } },
    data: {
      producerId: content.producerId,
      categorySlug: content.categorySlug,
      processing: content.processing,
      name: content.name,
      brand: content.brand,
      story: content.story,
      photoId: content.photoId,
      changedAt: at,
    },
  })
  // Whoever archives it or ends a pack of it at this moment was quicker, or waits for this row.
  if (count === 0) throw new Refusal('conflict', { key: 'selling.archived_stays' })
  const sold = await tx.variant.findMany({ where: { productId, endedAt: null }, select: { id: true } })
  await writeVariants(tx, proposal, productId, at)
  await keepEnded(tx, sold, { productId, by, at })
  await keepCertificates(tx, { id: productId, cooperativeId }, content, at)
  await publishPhotos(tx, { id: productId, cooperativeId }, proposal.id)
  return productId
}

// Writes down which packs the change ended.
async function keepEnded(
  tx: Db,
  soldBefore: { id: string }[],
  { productId, by, at }: { productId: string; by: string; at: Date },
): Promise<void> {
  const sold = await tx.variant.findMany({ where: { productId, endedAt: null }, select: { id: true } })
  // One of them was ended since it was proposed to end the others.
  if (sold.length === 0) throw new Refusal('conflict', { key: 'variant.all_ended' })
  const ended = soldBefore.filter(({ id }) => !sold.some((one) => one.id === id))
  const move = { productId, fromStatus: 'sold', toStatus: 'ended', byMembershipId: by, at }
  const reason = t('selling.ended_by_change')
  await keepProductMoves(
    tx,
    ended.map(({ id }) => ({ ...move, variantId: id, reason })),
  )
}
