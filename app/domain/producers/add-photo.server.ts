import { askForSizes } from '#app/domain/photos/ask-for-sizes.server.ts'
import { holdPhotos } from '#app/domain/photos/hold-photos.server.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { mostPhotos } from './rules.ts'
import { allowKeeper, type Keeper, lockProducer, scopeOf } from './scope.server.ts'

/**
 * Shows a stored photo of the cooperative on the producer's page, after those that are there. Again changes nothing.
 *
 * @throws Refusal `not_found` also for what is not the keeper's; `invalid` for a photo of another cooperative;
 * `conflict` when six are there.
 */
export async function addPhoto(
  db: Db,
  keeper: Keeper,
  { producerId, photoId }: { producerId: string; photoId: string },
  at: Date,
): Promise<void> {
  allowKeeper(keeper)
  await inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, scopeOf(keeper), producerId)
    const { cooperativeId } = producer
    const message = { key: 'member.photo_missing' } as const
    if (!(await holdPhotos(tx, keeper, [photoId])))
      throw new Refusal('invalid', message, { photoId: message })
    const rows = await tx.producerPhoto.findMany({ where: { producerId } })
    if (rows.some((row) => row.photoId === photoId)) return
    const places = Array.from({ length: mostPhotos }, (_, i) => i + 1)
    const position = places.find((place) => rows.every((row) => row.position !== place))
    if (!position) {
      const full = { key: 'member.photos_full', most: mostPhotos } as const
      throw new Refusal('conflict', full, { photoId: full })
    }
    await tx.producerPhoto.create({ data: { producerId, cooperativeId, photoId, position } })
    await askForSizes(tx, photoId)
    await keepAct(tx, { producer, kind: 'photo_added', by: keeper, at })
    await announceChange(tx)
  })
}
