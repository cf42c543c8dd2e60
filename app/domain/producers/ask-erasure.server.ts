import { getPersonalDataHours } from '#app/domain/settings/queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { requireSame } from './ask-correction.server.ts'
import { keepAct } from './keep-act.server.ts'
import type { AskErasure } from './rules.ts'
import { allowKeeper, type Keeper, scopeOf } from './scope.server.ts'
import { tellOfRequest } from './tell-of-request.server.ts'

/**
 * Asks that a member's data be erased: the member itself, or an officer on its behalf, also for one that has left.
 * Somebody else answers within the hours that the law gives.
 *
 * The same request sent again is one.
 *
 * @throws Refusal `not_found` also for what is not the keeper's; `conflict` while one waits, or when it was done.
 */
export async function askErasure(
  db: Db,
  keeper: Keeper,
  { requestId, producerId, note }: AskErasure,
  at: Date,
): Promise<void> {
  allowKeeper(keeper)
  const hours = await getPersonalDataHours(db, dayOf(at))
  const { cooperativeId, producerId: own = producerId } = scopeOf(keeper)
  await inTransaction(db, async (tx) => {
    // Whoever erases it at this moment is done, or waits.
    await tx.$queryRaw`select id from producers where id = ${producerId} and cooperative_id = ${cooperativeId} for update`
    const found = await tx.producer.findFirst({
      where: { AND: [{ id: producerId, cooperativeId }, { id: own }] },
      select: { record: { select: { erasedAt: true } } },
    })
    if (!found) throw notFound()
    if (found.record?.erasedAt) throw new Refusal('conflict', { key: 'erase.done_already' })
    const { count } = await tx.producerRequest.createMany({
      data: {
        id: requestId,
        producerId,
        cooperativeId,
        kind: 'erasure',
        note,
        askedBy: keeper.personId,
        askedAt: at,
        answerBy: new Date(at.getTime() + hours * 3_600_000),
      },
      skipDuplicates: true,
    })
    if (count === 0) return requireSame(tx, requestId, producerId)
    await keepAct(tx, { producer: { producerId, cooperativeId }, kind: 'erasure_asked', by: keeper, at })
    await tellOfRequest(tx, requestId, at)
  })
}
