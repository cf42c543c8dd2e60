import { publishPhotos } from '#app/domain/photos/keep-photos.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { keepCertificates } from './keep-certificates.server.ts'
import type { CompleteProposal } from './lock-proposal.server.ts'
import { writeVariants } from './write-variants.server.ts'

/** Brings a published product to what was approved. Its address stays, and so do orders, which keep the old prices. */
export async function applyChange(
  tx: Db,
  proposal: CompleteProposal,
  productId: string,
  at: Date,
): Promise<string> {
  const { cooperativeId, content } = proposal
  await tx.product.update({
    where: { id: productId, cooperativeId },
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
  await writeVariants(tx, proposal, productId, at)
  await keepCertificates(tx, { id: productId, cooperativeId }, content, at)
  await publishPhotos(tx, { id: productId, cooperativeId }, proposal.id)
  return productId
}
