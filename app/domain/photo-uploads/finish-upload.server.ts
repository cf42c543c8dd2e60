import { createHash } from 'node:crypto'
import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import { getPhoto } from '#app/domain/photos/queries.server.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { readStored, StorageError } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { cancelUpload } from './cancel-upload.server.ts'
import { requireUpload } from './queries.server.ts'
import { removePieces } from './remove-pieces.server.ts'

/**
 * Keeps a photo whose last piece has come. Finished again, it is the same photo.
 *
 * @throws Refusal like `storePhoto`; what is no photo is taken away with its pieces. `conflict` when it is not whole, or
 * not what was begun: it has to be sent from its beginning. `not_found` for what somebody else began.
 */
export async function finishUpload(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { uploadId }: { uploadId: string },
): Promise<{ id: string; hash: string }> {
  const upload = await requireUpload(db, officer, uploadId)
  const kept = await photoOf(db, officer, upload)
  if (kept) return kept
  const bytes = await joined(upload.pieces)
  if (upload.received < upload.size || createHash('sha256').update(bytes).digest('hex') !== upload.digest) {
    // Whoever finished it at this moment has taken the pieces away.
    const finished = await photoOf(db, officer, await requireUpload(db, officer, uploadId))
    if (finished) return finished
    await cancelUpload(db, officer, { uploadId })
    throw new Refusal('conflict', { key: 'photo.arrived_broken' })
  }
  const photo = await storePhoto(db, officer, bytes).catch(async (error) => {
    if (error instanceof Refusal && error.kind === 'invalid') await cancelUpload(db, officer, { uploadId })
    throw error
  })
  await db.photoUpload.updateMany({ where: { id: uploadId }, data: { photoId: photo.id, pieces: [] } })
  await removePieces(uploadId)
  return photo
}

async function joined(keys: string[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (const key of keys) {
    const piece = await readStored(key).catch((error) => {
      if (!(error instanceof StorageError)) throw error
      console.warn(`photo: ${error.message}`)
      throw new Refusal('unavailable', { key: 'photo.store_away' })
    })
    if (piece) pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function photoOf(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { photoId: id }: { photoId: string | null },
) {
  const photo = id && (await getPhoto(db, officer, id))
  return photo ? { id, hash: photo.hash } : null
}
