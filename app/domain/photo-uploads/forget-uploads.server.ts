import { storage } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { waitsHours } from './rules.ts'

/** Forgets photos that never arrived whole, and every piece in the store that belongs to none. Again changes nothing. */
export async function forgetUploads(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - waitsHours * 3_600_000)
  await db.photoUpload.deleteMany({ where: { createdAt: { lt: before } } })
  const keys = await storage().list('private/uploads/')
  const idOf = (key: string) => key.split('/')[2] ?? ''
  const ids = [...new Set(keys.map(idOf))]
  const waiting = await db.photoUpload.findMany({
    where: { id: { in: ids }, photoId: null },
    select: { id: true },
  })
  const kept = new Set(waiting.map(({ id }) => id))
  for (const key of keys) if (!kept.has(idOf(key))) await storage().remove(key)
}
