import { askForSizes } from '#app/domain/photos/ask-for-sizes.server.ts'
import { holdPhotos } from '#app/domain/photos/hold-photos.server.ts'
import { isSameOrder, photosOf, type ShownPhoto } from '#app/domain/photos/rules.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import type { ShowPhotos } from './rules.ts'
import { allowKeeper, type Keeper, lockProducer, scopeOf } from './scope.server.ts'

/**
 * Shows these photos on the producer's page, in this order, and no others. The same again changes nothing.
 *
 * @throws Refusal `not_found` also for what is not the keeper's; `invalid` for a photo that the keeper may not show;
 * `conflict` when somebody else changed the photos since the form was drawn.
 */
export async function showPhotos(
  db: Db,
  keeper: Keeper,
  { producerId, was, ...typed }: ShowPhotos,
  at: Date,
): Promise<void> {
  allowKeeper(keeper)
  const photos = photosOf(typed)
  const ids = photos.map(({ id }) => id)
  await inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, scopeOf(keeper), producerId)
    const before = await listShown(tx, producerId)
    if (isSameOrder(before, photos)) return
    const known = before.map(({ id }) => id)
    if (known.join() !== was) throw refused('conflict', 'member.photos_changed')
    if (!(await holdPhotos(tx, keeper, ids))) throw refused('invalid', 'member.photo_missing')
    await tx.producerPhoto.deleteMany({ where: { producerId } })
    const { cooperativeId } = producer
    await tx.producerPhoto.createMany({
      data: photos.map(({ id: photoId, alt }, i) => ({
        ...{ producerId, cooperativeId, photoId, position: i + 1, alt },
      })),
    })
    const act = { producer, by: keeper, at }
    const fresh = ids.filter((id) => !known.includes(id))
    for (const id of fresh) await askForSizes(tx, id)
    const isLess = known.some((id) => !ids.includes(id))
    if (fresh.length) await keepAct(tx, { ...act, kind: 'photo_added' })
    if (isLess) await keepAct(tx, { ...act, kind: 'photo_removed' })
    if (!fresh.length && !isLess) await keepAct(tx, { ...act, kind: 'described', fields: ['photos'] })
    await announceChange(tx)
  })
}

async function listShown(tx: Db, producerId: string): Promise<ShownPhoto[]> {
  const rows = await tx.producerPhoto.findMany({ where: { producerId }, orderBy: { position: 'asc' } })
  return rows.map(({ photoId, alt }) => ({ id: photoId, alt }))
}

function refused(kind: 'conflict' | 'invalid', key: 'member.photos_changed' | 'member.photo_missing') {
  const message = { key } as const
  return new Refusal(kind, message, { photoId: message })
}
