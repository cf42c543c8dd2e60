import { announceChange } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { askForSizes } from './ask-for-sizes.server.ts'
import { photosOf, type ShownPhoto } from './rules.ts'

type Owner = { id: string; cooperativeId: string }

const placed = (cooperativeId: string) => (photo: ShownPhoto, i: number) => ({
  cooperativeId,
  photoId: photo.id,
  position: i + 1,
  alt: photo.alt,
})

type Typed = {
  proposalId: string
  productId?: string | undefined
  photoId?: string | undefined
  photos?: ShownPhoto[] | undefined
}

/**
 * The photos that a proposal is to have. What names only the main one, as an import does, leaves the others as they
 * were, in the proposal or else on the product.
 */
export async function photosFor(tx: Db, typed: Typed): Promise<ShownPhoto[]> {
  const { proposalId, productId, photoId, photos } = typed
  if (photos || !photoId) return photosOf(typed)
  const before = await listProposalPhotos(tx, proposalId)
  if (before[0]?.id === photoId) return before
  const published = productId ? await listProductPhotos(tx, productId) : []
  return published[0]?.id === photoId ? published : photosOf(typed)
}

/** Gives a proposal these photos, in this order, inside the caller's transaction. The first must be its main photo. */
export async function keepProposalPhotos(tx: Db, proposal: Owner, photos: ShownPhoto[]): Promise<void> {
  const { id: proposalId, cooperativeId } = proposal
  await tx.proposalPhoto.deleteMany({ where: { proposalId } })
  const rows = photos.map(placed(cooperativeId))
  await tx.proposalPhoto.createMany({ data: rows.map((row) => ({ ...row, proposalId })) })
}

/** Shows on a product what was approved of its photos, inside the caller's transaction. */
export async function publishPhotos(tx: Db, product: Owner, proposalId: string): Promise<void> {
  const { id: productId, cooperativeId } = product
  const photos = await listProposalPhotos(tx, proposalId)
  await tx.productPhoto.deleteMany({ where: { productId } })
  const rows = photos.map(placed(cooperativeId))
  await tx.productPhoto.createMany({ data: rows.map((row) => ({ ...row, productId })) })
  for (const { id } of photos) await askForSizes(tx, id)
  await announceChange(tx)
}

const select = { photoId: true, alt: true, photo: { select: { hash: true, madeAt: true } } } as const

type Row = { photoId: string; alt: string; photo: { hash: string; madeAt: Date | null } }
const shown = ({ photoId, alt, photo }: Row) => ({
  id: photoId,
  alt,
  hash: photo.hash,
  isReady: photo.madeAt !== null,
})

/** The photos of a proposal, the main one first. Whose it is was asked before. */
export async function listProposalPhotos(db: Db, proposalId: string) {
  const rows = await db.proposalPhoto.findMany({
    where: { proposalId },
    orderBy: { position: 'asc' },
    select,
  })
  return rows.map(shown)
}

/** The photos of a product, the main one first. Whose it is was asked before. */
export async function listProductPhotos(db: Db, productId: string) {
  const rows = await db.productPhoto.findMany({ where: { productId }, orderBy: { position: 'asc' }, select })
  return rows.map(shown)
}
