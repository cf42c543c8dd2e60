import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import { hashOf } from '#app/platform/images.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { StorageError, storage } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { requireUpload } from './queries.server.ts'
import { pieceBytes } from './rules.ts'

type Piece = { uploadId: string; offset: number; bytes: Buffer }

/**
 * Takes the next piece of a photo on its way, and says how much of it is there now.
 *
 * A piece that does not begin where the last one ended is not taken, and the answer says where that is; so the same one
 * sent twice, also at once, is taken once.
 *
 * @throws Refusal `not_found` for what somebody else began; `invalid` for a piece that is empty or too large;
 * `unavailable` while the store is away.
 */
export async function addPiece(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { uploadId, offset, bytes }: Piece,
): Promise<{ received: number; isTaken: boolean }> {
  const upload = await requireUpload(db, officer, uploadId)
  if (offset !== upload.received) return { received: upload.received, isTaken: false }
  if (bytes.length === 0 || bytes.length > pieceBytes || offset + bytes.length > upload.size)
    throw new Refusal('invalid', { key: 'form.invalid' })

  // Under a name made of what it holds: who comes second with the same piece writes the same file.
  const key = `private/uploads/${uploadId}/${offset}-${hashOf(bytes)}`
  await storage()
    .put(key, bytes, 'application/octet-stream')
    .catch((error) => {
      if (!(error instanceof StorageError)) throw error
      console.warn(`photo: ${error.message}`)
      throw new Refusal('unavailable', { key: 'photo.store_away' })
    })
  const { count } = await db.photoUpload.updateMany({
    where: { id: uploadId, membershipId: officer.membershipId, received: offset },
    data: { received: offset + bytes.length, pieces: { push: key } },
  })
  if (count === 1) return { received: offset + bytes.length, isTaken: true }
  const { received } = await requireUpload(db, officer, uploadId)
  return { received, isTaken: false }
}
