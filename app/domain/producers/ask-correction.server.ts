import { allow, type ProducerMember } from '#app/domain/access/actors.ts'
import { getPersonalDataHours } from '#app/domain/settings/queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { seal } from '#app/platform/sealed.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import type { AskCorrection } from './rules.ts'
import { lockProducer, scopeOf } from './scope.server.ts'
import { requestPlace } from './secrets.server.ts'
import { tellOfRequest } from './tell-of-request.server.ts'

/**
 * Asks the cooperative to correct what it keeps of the producer. What is proposed is sealed, and gone once answered.
 * A bank account or a name changes only when an officer agrees: whoever finds the phone must not turn a payout.
 *
 * The same request sent again is one.
 *
 * @throws Refusal `conflict` while one for the same field waits.
 */
export async function askCorrection(
  db: Db,
  producer: ProducerMember,
  { requestId, field, newValue, note }: AskCorrection,
  at: Date,
): Promise<void> {
  allow(producer, 'own.keep')
  const hours = await getPersonalDataHours(db, dayOf(at))
  await inTransaction(db, async (tx) => {
    const { producerId, cooperativeId } = await lockProducer(tx, scopeOf(producer), producer.producerId)
    const { count } = await tx.producerRequest.createMany({
      data: {
        id: requestId,
        producerId,
        cooperativeId,
        kind: 'correction',
        field,
        valueSealed: seal(newValue, requestPlace(requestId)),
        note,
        askedBy: producer.personId,
        askedAt: at,
        answerBy: new Date(at.getTime() + hours * 3_600_000),
      },
      skipDuplicates: true,
    })
    if (count === 0) return requireSame(tx, requestId, producerId)
    await keepAct(tx, {
      producer: { producerId, cooperativeId },
      kind: 'correction_asked',
      by: producer,
      at,
      fields: [field],
    })
    await tellOfRequest(tx, requestId, at)
  })
}

/** Nothing was written: the request is there already, or another of its kind waits. */
export async function requireSame(tx: Db, requestId: string, producerId: string): Promise<void> {
  if (await tx.producerRequest.count({ where: { id: requestId, producerId } })) return
  throw new Refusal('conflict', { key: 'request.waits' })
}
