import { announceChange } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { allowKeeper, type Keeper, lockProducer, scopeOf } from './scope.server.ts'

/** Takes back days off. Those that are not there stay away. Refuses with `not_found` what is not the keeper's. */
export async function removeClosure(
  db: Db,
  keeper: Keeper,
  { producerId, closureId }: { producerId: string; closureId: string },
  at: Date,
): Promise<void> {
  allowKeeper(keeper)
  await inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, scopeOf(keeper), producerId)
    const { count } = await tx.producerClosure.deleteMany({ where: { id: closureId, producerId } })
    if (count === 0) return
    await keepAct(tx, { producer, kind: 'closure_removed', by: keeper, at })
    await announceChange(tx)
  })
}
