import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { withdrawOpen } from '#app/domain/proposals/withdraw-open.server.ts'
import { lockStock } from '#app/domain/stock/lock-stock.server.ts'
import { t } from '#app/messages/say.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepProductMoves } from './keep-product-moves.server.ts'
import { type MoveProduct, productMoves } from './selling.ts'

/**
 * Pauses a product, sells it again, or archives it for good; says who, when and why.
 *
 * When it commits, nothing of the product can be ordered any more: an order that was placed before stays valid, one that
 * comes after is refused. Archiving takes back a change that waits. Moving it where it is already changes nothing.
 *
 * @throws Refusal `forbidden` for who may not archive; `not_found` also for another cooperative's; `conflict` when it is
 * archived, or would be sold again for a producer who has left.
 */
export async function moveProduct(
  db: Db,
  officer: CooperativeMember,
  { productId, to, reason }: MoveProduct,
  at: Date,
): Promise<void> {
  // Stopping needs nobody's approval, and neither does going on; what cannot be undone is for who answers for the cooperative.
  allow(officer, to === 'archived' ? 'product.archive' : 'product.pause')
  const own = { id: productId, cooperativeId: officer.cooperativeId }
  await inTransaction(db, async (tx) => {
    if (to === 'archived')
      await withdrawOpen(
        tx,
        { productId, cooperativeId: officer.cooperativeId },
        { by: officer.membershipId, at, reason: t('selling.archived_reason') },
      )
    const variants = await tx.variant.findMany({
      where: { productId, cooperativeId: officer.cooperativeId },
      select: { id: true },
    })
    // Who orders holds this lock too, and reads the status under it: one of the two waits for the other.
    await lockStock(
      tx,
      variants.map(({ id }) => id),
    )
    const product = await tx.product.findFirst({ where: own, select: { status: true } })
    if (!product) throw notFound()
    const { status: from } = product
    if (from === to) return
    if (!(productMoves[from] as readonly string[]).includes(to))
      throw new Refusal('conflict', { key: 'selling.archived_stays' })
    if (to === 'published') await requireProducer(tx, productId)
    const { count } = await tx.product.updateMany({
      where: { ...own, status: from },
      data: { status: to, changedAt: at },
    })
    if (count === 0) throw new Refusal('conflict', { key: 'selling.changed' })
    const by = { byMembershipId: officer.membershipId, at, reason }
    await keepProductMoves(tx, [{ productId, fromStatus: from, toStatus: to, ...by }])
  })
}

// Whoever lets the producer leave at this moment waits, and then pauses what is on sale again.
async function requireProducer(tx: Db, productId: string): Promise<void> {
  const [member] = await tx.$queryRaw<unknown[]>`
    select r.id from producers r join products p on p.producer_id = r.id
    where p.id = ${productId} and r.left_at is null for share of r`
  if (!member) throw new Refusal('conflict', { key: 'producer.has_left' })
}
