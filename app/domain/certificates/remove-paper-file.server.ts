import { storage } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Removes the file of a paper that nobody keeps any more. Again changes nothing. */
export async function removePaperFile(db: Db, { key }: { key: string }): Promise<void> {
  if (await db.certificate.count({ where: { fileKey: key } })) return
  await storage().remove(key)
}
