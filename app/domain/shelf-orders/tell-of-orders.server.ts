import { tell, tellEach } from '#app/domain/notices/tell.server.ts'
import type { PurchaseOrderStatus } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'
import { type Day, formatDay } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const select = {
  id: true,
  number: true,
  total: true,
  chainId: true,
  cooperativeId: true,
  cooperative: { select: { shortName: true } },
  shelfOrder: { select: { chain: { select: { organisation: { select: { shortName: true } } } } } },
} as const

/** Tells every cooperative of its part of a shelf order. */
export async function tellOfPurchaseOrders(tx: Db, shelfOrderId: string, at: Date): Promise<void> {
  const orders = await tx.purchaseOrder.findMany({ where: { shelfOrderId }, select, orderBy: { id: 'asc' } })
  const news = orders.map(({ id, number, total, cooperativeId, shelfOrder }) => ({
    organisationId: cooperativeId,
    about: id,
    values: { number, chain: shelfOrder.chain.organisation.shortName, total: formatRupiah(total) },
  }))
  await tellEach(tx, 'order.placed', news, at)
}

/** Tells the chain what its cooperative answered; an offer waits for its decision. */
export async function tellOfAnswer(tx: Db, id: string, status: PurchaseOrderStatus, at: Date): Promise<void> {
  const { number, chainId, cooperative } = await tx.purchaseOrder.findUniqueOrThrow({ where: { id }, select })
  const common = { to: { organisationId: chainId }, about: id }
  const values = { number, cooperative: cooperative.shortName }
  if (status === 'countered') return tell(tx, { kind: 'order.countered', ...common, values }, at)
  const answer = t(status === 'declined' ? 'order_answer.declined' : 'order_answer.accepted')
  await tell(tx, { kind: 'order.answered', ...common, values: { ...values, answer } }, at)
}

/** Tells the cooperative whether the chain took anything of what it offered. */
export async function tellOfDecision(tx: Db, id: string, is: 'taken' | 'left', at: Date): Promise<void> {
  const { number, cooperativeId, shelfOrder } = await tx.purchaseOrder.findUniqueOrThrow({
    where: { id },
    select,
  })
  const values = { number, chain: shelfOrder.chain.organisation.shortName }
  await tell(tx, { kind: `offer.${is}`, to: { organisationId: cooperativeId }, about: id, values }, at)
}

/** Tells the chain that what was to be delivered on a day has left. */
export async function tellOfShipment(tx: Db, id: string, deliverOn: Day, at: Date): Promise<void> {
  const { number, chainId, cooperative } = await tx.purchaseOrder.findUniqueOrThrow({ where: { id }, select })
  const values = { number, cooperative: cooperative.shortName, day: formatDay(deliverOn) }
  const to = { organisationId: chainId }
  await tell(tx, { kind: 'order.shipped', to, about: id, values, occasion: deliverOn }, at)
}
