import { removeImage } from '#app/platform/images.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Removes the files of a photo that no organisation keeps any more. Again changes nothing. */
export async function removePhotoFiles(db: Db, { hash }: { hash: string }): Promise<void> {
  if (await db.photo.count({ where: { hash } })) return
  await removeImage(hash)
}
