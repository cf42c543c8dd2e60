import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { LineDecision } from './answers.ts'
import { type LockedLine, lockPurchaseOrder, moveOrder } from './move-order.server.ts'
import { releaseLines, shrinkLines } from './release-lines.server.ts'
import { statusOf } from './rules.ts'
import { tellOfDecision } from './tell-of-orders.server.ts'

export type DecideCounterOffers = { purchaseOrderId: string; decisions: LineDecision[]; reason: string }

/**
 * Takes or leaves every counter-offer of a purchase order.
 *
 * What is taken shrinks to the offered cartons and day, what is left goes; the stock and space of both are free again
 * at once. The same decision sent again changes nothing.
 *
 * @throws Refusal `not_found` also for another chain's; `conflict` when it was decided differently before, or has no offers.
 */
export async function decideCounterOffers(
  db: Db,
  buyer: RetailMember,
  { purchaseOrderId, decisions, reason }: DecideCounterOffers,
  at: Date,
): Promise<void> {
  allow(buyer, 'shelf_order.decide')
  await inTransaction(db, async (tx) => {
    const order = await lockPurchaseOrder(tx, { id: purchaseOrderId, chainId: buyer.chainId })
    const decided = pair(order.lines, decisions)
    if (order.status !== 'countered') {
      if (decided.length > 0 && decided.every(({ line, to }) => line.status === to)) return
      throw new Refusal('conflict', { key: 'purchase_order.decided' })
    }
    if (decided.length !== order.lines.filter(({ status }) => status === 'countered').length)
      throw new Refusal('invalid', { key: 'answer.incomplete' })

    const taken = decided.filter(({ to }) => to === 'accepted').map(({ line }) => agreed(line))
    const left = decided.filter(({ to }) => to === 'left').map(({ line }) => line)
    await shrinkLines(tx, buyer, taken, reason, at)
    await releaseLines(tx, buyer, left, reason, at)
    const lines = [
      ...taken.map(({ takenCartons, deliverOn, ...line }) => ({
        ...line,
        to: 'accepted' as const,
        cartons: takenCartons,
        deliverOn,
      })),
      ...left.map((line) => ({ ...line, to: 'left' as const })),
    ]
    const after = order.lines.map((line) => lines.find(({ id }) => id === line.id)?.to ?? line.status)
    await moveOrder(tx, order, { status: statusOf(after, order.status) }, lines, {
      by: buyer.membershipId,
      at,
      reason,
    })
    await tellOfDecision(tx, order.id, taken.length > 0 ? 'taken' : 'left', at)
    await record(tx, 'product.changed', { productIds: [...new Set(lines.map(({ productId }) => productId))] })
    await announceChange(tx)
  })
}

function pair(lines: LockedLine[], decisions: LineDecision[]) {
  const unique = [...new Map(decisions.map((one) => [one.lineId, one])).values()]
  return unique.map(({ lineId, decision }) => {
    const line = lines.find(({ id, counterCartons }) => id === lineId && counterCartons !== null)
    if (!line) throw notFound()
    return { line, to: decision === 'take' ? ('accepted' as const) : ('left' as const) }
  })
}

function agreed(line: LockedLine) {
  const { counterCartons, counterDeliverOn } = line
  // The database holds that an offer says both (counter_offers_say_how_much_and_when).
  if (counterCartons === null || counterDeliverOn === null)
    throw new Error(`Line ${line.id} has no counter-offer`)
  return { ...line, takenCartons: counterCartons, deliverOn: counterDeliverOn }
}
