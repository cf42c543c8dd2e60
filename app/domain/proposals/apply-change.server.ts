import { askForSizes } from '#app/domain/photos/ask-for-sizes.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { barcodeFor } from './barcodes.server.ts'
import { packOf } from './content.ts'
import { keepCertificates } from './keep-certificates.server.ts'
import type { CompleteProposal } from './lock-proposal.server.ts'

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
      name: content.name,
      brand: content.brand,
      story: content.story,
      photoId: content.photoId,
      changedAt: at,
    },
  })
  const variant = await tx.variant.findFirstOrThrow({
    where: { productId },
    orderBy: { id: 'asc' },
    select: { id: true, gtin: true, gtinKind: true },
  })
  // An in-store code that is printed already stays, unless a real barcode takes its place.
  const isKept = !content.gtin && variant.gtinKind === 'in_store'
  const barcode = isKept ? {} : await barcodeFor(tx, content.gtin, productId)
  await tx.variant.update({ where: { id: variant.id }, data: { ...packOf(content), ...barcode } })
  await keepCertificates(tx, { id: productId, cooperativeId }, content, at)
  await askForSizes(tx, content.photoId)
  return productId
}
