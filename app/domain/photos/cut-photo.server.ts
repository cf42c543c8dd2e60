import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import { cutImage, isImageThere } from '#app/platform/images.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { StorageError } from '#app/platform/storage.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { isInside, type Square } from './cut.ts'
import { holdPhotos, scopeOfPhotos } from './hold-photos.server.ts'
import { keepPhoto } from './keep-photo.server.ts'

/**
 * Cuts a square out of a photo that the officer may show. The square is a photo of its own; the whole one stays, so
 * that it can be cut otherwise later. A cut of a cut is one of the whole; the same square again is the same photo.
 *
 * @throws Refusal `not_found` also for another's photo; `invalid` for a square that is not inside it;
 * `unavailable` while the store is away.
 */
export async function cutPhoto(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { photoId, ...square }: { photoId: string } & Square,
): Promise<{ id: string; hash: string }> {
  allow(officer, 'product.propose')
  const select = { id: true, hash: true, width: true, height: true } as const
  const found = await db.photo.findFirst({
    where: { id: photoId, ...scopeOfPhotos(officer) },
    select: { ...select, whole: { select } },
  })
  if (!found) throw notFound()
  const { id: cutFrom, hash, ...measure } = found.whole ?? found
  if (!isInside(square, measure)) throw new Refusal('invalid', { key: 'photo.cut_outside' })
  // Before the transaction, like a photo that is stored.
  const image = await cutImage(hash, square).catch((error) => {
    if (!(error instanceof StorageError)) throw error
    console.warn(`photo: ${error.message}`)
    throw new Refusal('unavailable', { key: 'photo.store_away' })
  })
  const cut = await inTransaction(db, async (tx) => {
    // The one that was named, which keeps the whole one there: a producer may be shown no more than a square of it.
    if (!(await holdPhotos(tx, officer, [photoId]))) throw notFound()
    return keepPhoto(tx, officer, image, { from: cutFrom, square })
  })
  // As where a photo is stored.
  if (cut.isNew && !(await isImageThere(cut.hash))) await cutImage(hash, square)
  return { id: cut.id, hash: cut.hash }
}
