import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import { newId } from '#app/platform/ids.ts'
import { cutImage } from '#app/platform/images.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { StorageError } from '#app/platform/storage.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { isInside, type Square } from './cut.ts'

/**
 * Cuts a square out of a photo of the officer's cooperative. The square is a photo of its own; the whole one stays, so
 * that it can be cut otherwise later. A cut of a cut is one of the whole; the same square again is the same photo.
 *
 * @throws Refusal `not_found` also for another cooperative's photo; `invalid` for a square that is not inside it;
 * `unavailable` while the store is away.
 */
export async function cutPhoto(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { photoId, ...square }: { photoId: string } & Square,
): Promise<{ id: string; hash: string }> {
  allow(officer, 'product.propose')
  const organisationId = officer.cooperativeId
  const select = { id: true, hash: true, width: true, height: true } as const
  const found = await db.photo.findFirst({
    where: { id: photoId, organisationId },
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
  return inTransaction(db, async (tx) => {
    const { left: cutLeft, top: cutTop, size: cutSize } = square
    const row = { id: newId('photo'), organisationId, ...image, cutFrom, cutLeft, cutTop, cutSize }
    const { count: isNew } = await tx.photo.createMany({ data: row, skipDuplicates: true })
    if (isNew) await record(tx, 'photo.stored', { photoId: row.id }, { mergeBy: row.id, canWait: true })
    const where = { organisationId_hash: { organisationId, hash: image.hash } }
    return tx.photo.findUniqueOrThrow({ where, select: { id: true, hash: true } })
  })
}
