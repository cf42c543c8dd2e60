import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { LineAnswer } from './answers.ts'
import { type LockedLine, lockPurchaseOrder, moveOrder } from './move-order.server.ts'
import { releaseLines } from './release-lines.server.ts'
import { statusOf } from './rules.ts'
import { tellOfAnswer } from './tell-of-orders.server.ts'

export type AnswerPurchaseOrder = { purchaseOrderId: string; answers: LineAnswer[]; reason: string }

/**
 * Answers every line of a purchase order: accepted, fewer cartons or a later date offered, or declined.
 *
 * What is declined is free again at once, stock and shelf space alike. What is offered holds both until the buyer
 * decides. The same answer sent again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's; `invalid` at a line's field; `conflict` when somebody
 * answered differently before.
 */
export async function answerPurchaseOrder(
  db: Db,
  officer: CooperativeMember,
  { purchaseOrderId, answers, reason }: AnswerPurchaseOrder,
  at: Date,
): Promise<void> {
  allow(officer, 'purchase_order.answer')
  await inTransaction(db, async (tx) => {
    const order = await lockPurchaseOrder(tx, { id: purchaseOrderId, cooperativeId: officer.cooperativeId })
    const answered = pair(order.lines, answers)
    if (order.status !== 'sent') {
      if (answered.every(({ line, answer }) => isSame(line, answer))) return
      throw new Refusal('conflict', { key: 'purchase_order.answered' })
    }
    for (const [i, { line, answer }] of answered.entries())
      keepToOffer(line, answer, fromDate(order.endsOn), `answers[${i}]`)
    if (!reason && answers.some(({ answer }) => answer !== 'accept'))
      throw new Refusal(
        'invalid',
        { key: 'answer.reason_missing' },
        { reason: { key: 'answer.reason_missing' } },
      )

    const declined = answered.filter(({ answer }) => answer.answer === 'decline').map(({ line }) => line)
    await releaseLines(tx, officer, declined, reason, at)
    const lines = answered.map(({ line, answer }) => ({
      ...line,
      to: becomes[answer.answer],
      ...offerOf(answer),
    }))
    const status = statusOf(
      lines.map(({ to }) => to),
      order.status,
    )
    await moveOrder(tx, order, { status, answeredAt: at }, lines, { by: officer.membershipId, at, reason })
    await tellOfAnswer(tx, order.id, status, at)
    await record(tx, 'product.changed', { productIds: [...new Set(lines.map(({ productId }) => productId))] })
    await announceChange(tx)
  })
}

const becomes = { accept: 'accepted', counter: 'countered', decline: 'declined' } as const

const offerOf = (answer: LineAnswer) =>
  answer.answer === 'counter'
    ? { counterCartons: answer.cartons, counterDeliverOn: toDate(answer.deliverOn) }
    : {}

// By id, and each line once: what is not answered is not guessed.
function pair(lines: LockedLine[], answers: LineAnswer[]): { line: LockedLine; answer: LineAnswer }[] {
  const paired = answers.map((answer) => {
    const line = lines.find(({ id }) => id === answer.lineId)
    if (!line) throw notFound()
    return { line, answer }
  })
  if (new Set(answers.map(({ lineId }) => lineId)).size !== lines.length)
    throw new Refusal('invalid', { key: 'answer.incomplete' })
  return paired
}

function isSame(line: LockedLine, answer: LineAnswer): boolean {
  if (line.status !== becomes[answer.answer]) return false
  if (answer.answer !== 'counter') return true
  return (
    line.counterCartons === answer.cartons &&
    line.counterDeliverOn?.getTime() === toDate(answer.deliverOn).getTime()
  )
}

function keepToOffer(line: LockedLine, answer: LineAnswer, endsOn: Day, field: string): void {
  if (answer.answer !== 'counter') return
  const asked = { cartons: line.askedCartons, deliverOn: fromDate(line.deliverOn) }
  const refuse = (
    name: 'cartons' | 'deliverOn',
    key: 'counter.more' | 'counter.earlier' | 'counter.after_period' | 'counter.same',
  ) => new Refusal('invalid', { key }, { [`${field}.${name}`]: { key } })
  if (answer.cartons > asked.cartons) throw refuse('cartons', 'counter.more')
  if (answer.deliverOn < asked.deliverOn) throw refuse('deliverOn', 'counter.earlier')
  if (answer.deliverOn >= endsOn) throw refuse('deliverOn', 'counter.after_period')
  if (answer.cartons === asked.cartons && answer.deliverOn === asked.deliverOn)
    throw refuse('cartons', 'counter.same')
}
