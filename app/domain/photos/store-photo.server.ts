import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import { hashOf, isImageThere, storeImage } from '#app/platform/images.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { StorageError } from '#app/platform/storage.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepPhoto } from './keep-photo.server.ts'
import { type PhotoRefusal, photoProblem, refusalAtSight } from './rules.ts'

/**
 * Keeps a photo for the officer's cooperative, and asks the worker for its sizes. The same bytes are kept once.
 *
 * @throws Refusal `invalid` for what is no photo, broken, or too large, with what to do; `unavailable` while the
 * store is away. Nothing is stored then.
 */
export async function storePhoto(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  bytes: Buffer,
): Promise<{ id: string; hash: string }> {
  allow(officer, 'product.propose')
  const seen = refusalAtSight(bytes, bytes.length)
  if (seen) throw refused(seen, bytes.length)
  // Before the transaction: a picture takes half a second, and a connection is for others meanwhile.
  const image = await storeImage(bytes).catch((error) => giveUp(db, hashOf(bytes), error))
  if ('refused' in image) throw refused(image.refused, bytes.length)

  const { id, hash, isNew } = await inTransaction(db, (tx) => keepPhoto(tx, officer, image))
  // The worker may have been removing the files of an older one with the same bytes; from now on the row holds them.
  if (isNew && !(await isImageThere(hash))) await storeImage(bytes)
  return { id, hash }
}

function refused(refusal: PhotoRefusal, size: number): Refusal {
  const message = photoProblem(refusal, size)
  return new Refusal('invalid', message, { photoId: message })
}

// The store failed half way. What did arrive is removed by the worker, once it can, unless somebody keeps the same photo.
async function giveUp(db: Db, hash: string, error: unknown): Promise<never> {
  if (!(error instanceof StorageError)) throw error
  console.warn(`photo: ${error.message}`)
  await record(db, 'photo.forgotten', { hashes: [hash] }, { mergeBy: hash })
  const message = { key: 'photo.store_away' } as const
  throw new Refusal('unavailable', message, { photoId: message })
}
