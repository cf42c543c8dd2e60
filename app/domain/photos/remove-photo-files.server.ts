import { removeImage } from '#app/platform/images.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { lockFiles } from './keep-photo.server.ts'

/** Removes the files of a photo that no organisation keeps any more. Again changes nothing. */
export async function removePhotoFiles(db: Db, { hash }: { hash: string }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockFiles(tx, hash)
    if (await tx.photo.count({ where: { hash } })) return
    await removeImage(hash)
  })
}
