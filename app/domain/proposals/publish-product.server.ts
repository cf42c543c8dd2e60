import { publishPhotos } from '#app/domain/photos/keep-photos.server.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { newId } from '#app/platform/ids.ts'
import { slugOf } from '#app/platform/slug.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { keepCertificates } from './keep-certificates.server.ts'
import type { CompleteProposal } from './lock-proposal.server.ts'
import { writeVariants } from './write-variants.server.ts'

/** Publishes a new product as it was approved, with its variants, certificates and first lots. Gives the product's id. */
export async function publishProduct(tx: Db, proposal: CompleteProposal, at: Date): Promise<string> {
  const { cooperativeId, content } = proposal
  const product = { id: newId('product'), cooperativeId }
  await createUnderFreeSlug(tx, content.name, {
    ...product,
    producerId: content.producerId,
    categorySlug: content.categorySlug,
    processing: content.processing,
    name: content.name,
    brand: content.brand,
    story: content.story,
    photoId: content.photoId,
    publishedAt: at,
    changedAt: at,
  })
  await writeVariants(tx, proposal, product.id, at)
  await keepCertificates(tx, product, content, at)
  await publishPhotos(tx, product, proposal.id)
  return product.id
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
