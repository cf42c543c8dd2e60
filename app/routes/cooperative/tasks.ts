import type { listOpenProposals } from '#app/domain/proposals/waiting-queries.server.ts'
import type { listPurchaseOrders } from '#app/domain/shelf-orders/cooperative-queries.server.ts'

export type OpenProposal = Awaited<ReturnType<typeof listOpenProposals>>[number]
export type WaitingOrder = Awaited<ReturnType<typeof listPurchaseOrders>>['waiting'][number]

/** Something that waits for this person, and since when. */
export type Task =
  | { is: 'order'; since: Date; order: WaitingOrder }
  | { is: 'approve' | 'mend' | 'finish'; since: Date; proposal: OpenProposal }

/** What waits for the person, the oldest first, and what the person waits for. */
export function tasksOf(proposals: OpenProposal[], orders: WaitingOrder[]) {
  const mine: Task[] = orders.map((order) => ({ is: 'order', since: order.placedAt, order }))
  const others: OpenProposal[] = []
  for (const proposal of proposals) {
    const { status, isOwn, submittedAt, decidedAt, changedAt } = proposal
    if (status === 'submitted' && isOwn) others.push(proposal)
    else if (status === 'submitted') mine.push({ is: 'approve', since: submittedAt ?? changedAt, proposal })
    else if (status === 'changes_asked') mine.push({ is: 'mend', since: decidedAt ?? changedAt, proposal })
    // A draft of somebody else is theirs to finish.
    else if (isOwn) mine.push({ is: 'finish', since: changedAt, proposal })
  }
  return { mine: mine.sort((a, b) => a.since.getTime() - b.since.getTime()), others }
}
