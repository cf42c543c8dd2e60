import { askForSizes } from '#app/domain/photos/ask-for-sizes.server.ts'
import { addLot } from '#app/domain/stock/add-lot.server.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Processing } from '#app/generated/prisma/enums.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { slugOf } from '#app/platform/slug.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { barcodeFor } from './barcodes.server.ts'
import { packOf } from './content.ts'
import { keepCertificates } from './keep-certificates.server.ts'
import type { CompleteProposal } from './lock-proposal.server.ts'

/** Publishes a new product as it was approved, with its variant, certificates and first lot. Gives the product's id. */
export async function publishProduct(tx: Db, proposal: CompleteProposal, at: Date): Promise<string> {
  const { cooperativeId, content } = proposal
  const product = { id: newId('product'), cooperativeId }
  await createUnderFreeSlug(tx, content.name, {
    ...product,
    producerId: content.producerId,
    categorySlug: content.categorySlug,
    name: content.name,
    processing: await usualProcessing(tx, content.categorySlug),
    brand: content.brand,
    story: content.story,
    photoId: content.photoId,
    publishedAt: at,
    changedAt: at,
  })
  const variantId = newId('variant')
  const barcode = await barcodeFor(tx, content.gtin, null)
  await tx.variant.create({
    data: { id: variantId, productId: product.id, cooperativeId, ...packOf(content), ...barcode },
  })
  await tx.stockLevel.create({ data: { variantId } })
  await keepCertificates(tx, product, content, at)
  await addFirstLot(tx, proposal, variantId, at)
  await askForSizes(tx, content.photoId)
  return product.id
}

// What its category, or the one above, usually does.
async function usualProcessing(tx: Db, slug: string): Promise<Processing> {
  const usualProcessing = true
  const select = { usualProcessing, parent: { select: { usualProcessing } } } as const
  const category = await tx.category.findUniqueOrThrow({ where: { slug }, select })
  return category.usualProcessing ?? category.parent?.usualProcessing ?? 'cooked'
}

async function createUnderFreeSlug(
  tx: Db,
  name: string,
  product: Omit<Prisma.ProductCreateManyInput, 'slug'>,
): Promise<void> {
  const words = slugOf(name) || 'produk'
  for (let number = 1; ; number++) {
    const slug = number === 1 ? words : `${words}-${number}`
    const { count } = await tx.product.createMany({ data: { ...product, slug }, skipDuplicates: true })
    if (count === 1) return
  }
}

// The pieces were there when it was submitted, counted by who did; if their day has passed since, they are not sold.
async function addFirstLot(tx: Db, proposal: CompleteProposal, variantId: string, at: Date): Promise<void> {
  const { lotQuantity: pieces, lotBestBefore: bestBefore } = proposal.content
  if (!pieces || !bestBefore || bestBefore < dayOf(at)) return
  const submitted = await tx.proposalMove.findFirstOrThrow({
    where: { proposalId: proposal.id, toStatus: 'submitted' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { byMembershipId: true },
  })
  const lot = { id: newId('lot'), variantId, pieces, bestBefore, receivedOn: dayOf(proposal.submittedAt) }
  await addLot(tx, lot, { by: submitted.byMembershipId, at })
}
