import { holdPhotos } from '#app/domain/photos/hold-photos.server.ts'
import type { ShownPhoto } from '#app/domain/photos/rules.ts'
import type { Message } from '#app/messages/say.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Proposer, scopeOfProposer } from './approvers.server.ts'
import { isTaken } from './barcodes.server.ts'
import type { Content } from './content.ts'
import { isOwnCodeTaken } from './own-codes.server.ts'
import { prefixOf } from './rules.ts'

type Parents = { content: Content; photos: ShownPhoto[]; productId: string | null }

/**
 * Refuses a proposal that points at what is not the proposer's: what a proposal belongs to is read in their scope, so
 * another cooperative's is not there, and to a producer not another member's; codes that somebody else has; and changes of what is archived.
 */
export async function requireParents(
  tx: Db,
  officer: Proposer,
  { content, photos, productId }: Parents,
): Promise<void> {
  const cooperativeId = officer.cooperativeId
  const missing: Record<string, Message> = {}
  const own = scopeOfProposer(officer).producerId ?? content.producerId
  const producer = { id: content.producerId, cooperativeId, leftAt: null }
  if (own !== content.producerId || !(await tx.producer.count({ where: producer })))
    missing.producerId = { key: 'producer.missing' }
  const ids = photos.map(({ id }) => id)
  if (!(await holdPhotos(tx, officer, ids))) missing.photoId = { key: 'photo.missing' }
  if (content.categorySlug && !(await tx.category.count({ where: { slug: content.categorySlug } })))
    missing.categorySlug = { key: 'category.missing' }
  const together = content.variants.map(({ variantId }) => variantId)
  for (const [at, { gtin, ownCode, variantId }] of content.variants.entries()) {
    if (gtin && (await isTaken(tx, gtin, variantId))) missing[`${prefixOf(at)}gtin`] = { key: 'gtin.taken' }
    if (ownCode && (await isOwnCodeTaken(tx, cooperativeId, ownCode, together)))
      missing[`${prefixOf(at)}ownCode`] = { key: 'own_code.taken' }
  }
  if (Object.keys(missing).length) throw new Refusal('invalid', { key: 'form.check' }, missing)
  const where = { id: productId ?? '', ...scopeOfProposer(officer) }
  const product = await tx.product.findFirst({ where, select: { status: true } })
  if (productId && !product) throw notFound()
  if (product?.status === 'archived') throw new Refusal('conflict', { key: 'selling.archived_stays' })
  const named = content.variants.flatMap(({ variantId }) => variantId ?? [])
  const isTheirs = { id: { in: named }, productId: productId ?? '' }
  if (new Set(named).size !== named.length || (await tx.variant.count({ where: isTheirs })) !== named.length)
    throw notFound()
}
