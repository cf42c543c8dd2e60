import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { removePieces } from './remove-pieces.server.ts'

/** Forgets a photo on its way, with its pieces. One that is not this membership's, or not there, is left as it is. */
export async function cancelUpload(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { uploadId }: { uploadId: string },
): Promise<void> {
  allow(officer, 'product.propose')
  const where = { id: uploadId, membershipId: officer.membershipId }
  const { count } = await db.photoUpload.deleteMany({ where })
  if (count) await removePieces(uploadId)
}
