import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Square } from './cut.ts'
import { scopeOfPhotos } from './hold-photos.server.ts'

/** A photo that the officer may show, as pages show it, or null. */
export async function getPhoto(db: Db, officer: CooperativeMember | ProducerMember, id: string) {
  const photo = await db.photo.findFirst({
    where: { id, ...scopeOfPhotos(officer) },
    select: { hash: true, madeAt: true },
  })
  return photo && { hash: photo.hash, isReady: photo.madeAt !== null }
}

/** What cutting a photo begins with: the whole one, and the square that is cut out of it now. Null for another's. */
export async function getCut(db: Db, officer: CooperativeMember | ProducerMember, id: string) {
  const select = { hash: true, width: true, height: true } as const
  const photo = await db.photo.findFirst({
    where: { id, ...scopeOfPhotos(officer) },
    select: { ...select, cutLeft: true, cutTop: true, cutSize: true, whole: { select } },
  })
  if (!photo) return null
  const { cutLeft: left, cutTop: top, cutSize: size, whole, ...own } = photo
  const square: Square | null = left !== null && top !== null && size !== null ? { left, top, size } : null
  return { whole: whole ?? own, square }
}
