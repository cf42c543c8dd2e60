import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** A photo on its way that this membership began. Refuses with `not_found` also what somebody else did. */
export async function requireUpload(db: Db, officer: CooperativeMember | ProducerMember, id: string) {
  allow(officer, 'product.propose')
  const found = await db.photoUpload.findFirst({
    where: { id, membershipId: officer.membershipId },
    select: { id: true, size: true, digest: true, received: true, pieces: true, photoId: true },
  })
  if (!found) throw notFound()
  return found
}
