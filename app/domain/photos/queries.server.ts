import type { CooperativeMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** A photo of the officer's cooperative as pages show it, or null. */
export async function getPhoto(db: Db, officer: CooperativeMember, id: string) {
  const photo = await db.photo.findFirst({
    where: { id, organisationId: officer.cooperativeId },
    select: { hash: true, madeAt: true },
  })
  return photo && { hash: photo.hash, isReady: photo.madeAt !== null }
}
