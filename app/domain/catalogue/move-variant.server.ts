import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { lockStock } from '#app/domain/stock/lock-stock.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepProductMoves } from './keep-product-moves.server.ts'
import type { MoveVariant } from './selling.ts'

/**
 * Ends the sale of one pack of a product, or begins it again; says who, when and why.
 *
 * What was ordered of it stays valid, and its stock stays where it is. Doing it twice does it once.
 *
 * @throws Refusal `not_found` also for another cooperative's; `conflict` for the last pack that is sold, which is for the
 * product to be paused, and for a pack of an archived product.
 */
export async function moveVariant(
  db: Db,
  officer: CooperativeMember,
  { productId, variantId, to, reason }: MoveVariant,
  at: Date,
): Promise<void> {
  allow(officer, 'product.pause')
  await inTransaction(db, async (tx) => {
    const { cooperativeId } = officer
    const variants = await tx.variant.findMany({ where: { productId, cooperativeId }, select: { id: true } })
    if (!variants.some(({ id }) => id === variantId)) throw notFound()
    // All packs of the product: of two that are ended at once, one is the last.
    await lockStock(
      tx,
      variants.map(({ id }) => id),
    )
    // A change of the product that is approved at this moment is written already, or waits.
    await tx.$queryRaw`select id from products where id = ${productId} for no key update`
    const product = await tx.product.findUniqueOrThrow({
      where: { id: productId },
      select: { status: true, variants: { select: { id: true, endedAt: true } } },
    })
    const isEnded = product.variants.some(({ id, endedAt }) => id === variantId && endedAt !== null)
    if (isEnded === (to === 'ended')) return
    if (product.status === 'archived') throw new Refusal('conflict', { key: 'selling.archived_stays' })
    const others = product.variants.filter(({ id, endedAt }) => id !== variantId && endedAt === null)
    if (to === 'ended' && others.length === 0) throw new Refusal('conflict', { key: 'selling.last_pack' })
    await tx.variant.update({ where: { id: variantId }, data: { endedAt: to === 'ended' ? at : null } })
    const by = { byMembershipId: officer.membershipId, at, reason }
    const fromStatus = isEnded ? 'ended' : 'sold'
    await keepProductMoves(tx, [{ productId, variantId, fromStatus, toStatus: to, ...by }])
  })
}
