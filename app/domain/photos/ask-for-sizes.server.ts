import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Asks the worker again for a photo's sizes, if they are not there yet. */
export async function askForSizes(tx: Db, photoId: string): Promise<void> {
  const photo = await tx.photo.findUnique({ where: { id: photoId }, select: { madeAt: true } })
  if (photo && !photo.madeAt)
    await record(tx, 'photo.stored', { photoId }, { mergeBy: photoId, canWait: true })
}
