import { allow } from '#app/domain/access/actors.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { openSealed } from '#app/platform/sealed.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { applyCorrection } from './apply-correction.server.ts'
import { eraseProducer } from './erase-producer.server.ts'
import { keepAct } from './keep-act.server.ts'
import { type Answerer, lockRequest } from './lock-request.server.ts'
import type { AnswerRequest, Correctable } from './rules.ts'
import { requestPlace } from './secrets.server.ts'
import { tellOfAnswer } from './tell-of-request.server.ts'

/**
 * Does what a member asked about its data, or refuses it with a reason that the member reads. The same answer again
 * changes nothing.
 *
 * @throws Refusal `forbidden` for one's own; `not_found` also for another cooperative's, and for the operator while the
 * cooperative can still answer; `invalid` for a refusal without a reason; `conflict` when it was answered otherwise, when
 * a correction does not fit what is kept, and for an erasure while orders are under way.
 */
export async function answerRequest(
  db: Db,
  answerer: Answerer,
  { requestId, answer, reason }: AnswerRequest,
  at: Date,
): Promise<void> {
  allow(answerer, 'member.answer')
  await inTransaction(db, async (tx) => {
    const request = await lockRequest(tx, answerer, requestId, at)
    if (request.askedBy === answerer.personId) throw new Refusal('forbidden', { key: 'request.own' })
    if (request.status === answer) return
    if (request.status !== 'open') throw new Refusal('conflict', { key: 'request.answered' })
    const message = { key: 'request.reason_missing' } as const
    if (answer === 'refused' && !reason) throw new Refusal('invalid', message, { reason: message })

    const { producerId, cooperativeId, kind, field, valueSealed } = request
    const producer = { producerId, cooperativeId }
    await tx.producerRequest.update({
      where: { id: requestId },
      data: { status: answer, reason, answeredBy: answerer.personId, answeredAt: at, valueSealed: null },
    })
    const writer = { cooperativeId, membershipId: answerer.membershipId }
    const act = { producer, kind: `${kind}_${answer}` as const, by: answerer, at }
    await keepAct(tx, { ...act, ...(field && { fields: [field] }) })
    await tellOfAnswer(tx, { requestId, producerId, kind, answer }, at)
    if (answer === 'refused') return
    if (kind === 'erasure') return eraseProducer(tx, producer, answerer, at)
    const value = openSealed(valueSealed ?? '', requestPlace(requestId))
    await applyCorrection(tx, writer, { producerId, field: field as Correctable, value }, at)
  })
}
