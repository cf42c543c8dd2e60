import { announceChange } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { allowKeeper, type Keeper, lockProducer, scopeOf } from './scope.server.ts'

/** Takes a photo off the producer's page. One that is not there stays away. Refuses like `addPhoto`. */
export async function removePhoto(
  db: Db,
  keeper: Keeper,
  { producerId, photoId }: { producerId: string; photoId: string },
  at: Date,
): Promise<void> {
  allowKeeper(keeper)
  await inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, scopeOf(keeper), producerId)
    const { count } = await tx.producerPhoto.deleteMany({ where: { producerId, photoId } })
    if (count === 0) return
    await keepAct(tx, { producer, kind: 'photo_removed', by: keeper, at })
    await announceChange(tx)
  })
}
