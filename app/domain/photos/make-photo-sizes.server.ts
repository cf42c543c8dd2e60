import { makeSizes } from '#app/platform/images.server.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'

/** Makes every width and format of a stored photo, then lets the pages that show it use them. May run again without harm. */
export async function makePhotoSizes(db: Db, { photoId }: { photoId: string }, at: Date): Promise<void> {
  const select = { hash: true, madeAt: true, cutLeft: true, cutTop: true, cutSize: true } as const
  const photo = await db.photo.findUnique({
    where: { id: photoId },
    select: { ...select, whole: { select: { hash: true } } },
  })
  if (!photo || photo.madeAt) return
  const { cutLeft: left, cutTop: top, cutSize: size, whole } = photo
  const isCut = whole && left !== null && top !== null && size !== null
  await makeSizes(
    photo.hash,
    isCut ? { hash: whole.hash, square: { left, top, size } } : { hash: photo.hash, square: null },
  )

  await inTransaction(db, async (tx) => {
    const { count } = await tx.photo.updateMany({
      where: { id: photoId, madeAt: null },
      data: { madeAt: at },
    })
    // It was forgotten meanwhile: what was just made goes too.
    if (count === 0) await record(tx, 'photo.forgotten', { hashes: [photo.hash] }, { mergeBy: photo.hash })
    const shown = await tx.product.findMany({
      where: {
        OR: [
          { photoId },
          { photos: { some: { photoId } } },
          { variants: { some: { frontPhotoId: photoId } } },
        ],
      },
      select: { id: true },
    })
    if (shown.length) await record(tx, 'product.changed', { productIds: shown.map(({ id }) => id) })
    if (shown.length || (await tx.producerPhoto.count({ where: { photoId } }))) await announceChange(tx)
  })
}
