import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { keepProductMoves } from '#app/domain/catalogue/keep-product-moves.server.ts'
import { t } from '#app/messages/say.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'

/**
 * Takes a member back that had left: the goods that were paused then are published again. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's; `conflict` for one whose data were erased.
 */
export async function takeBack(
  db: Db,
  officer: CooperativeMember,
  { producerId }: { producerId: string },
  at: Date,
): Promise<void> {
  allow(officer, 'member.keep')
  const { cooperativeId } = officer
  await inTransaction(db, async (tx) => {
    // Whoever erases it at this moment is done, or waits.
    await tx.$queryRaw`select id from producers where id = ${producerId} and cooperative_id = ${cooperativeId} for update`
    const found = await tx.producer.findFirst({
      where: { id: producerId, cooperativeId },
      select: { record: { select: { erasedAt: true } } },
    })
    if (!found) throw notFound()
    if (found.record?.erasedAt) throw new Refusal('conflict', { key: 'leave.erased' })
    const left = { id: producerId, cooperativeId, leftAt: { not: null } }
    const { count } = await tx.producer.updateMany({ where: left, data: { leftAt: null } })
    if (count === 0) return
    const leaving = await tx.producerAct.findFirst({
      where: { producerId, kind: 'left' },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { fields: true },
    })
    const published = await tx.product.updateManyAndReturn({
      where: { id: { in: leaving?.fields ?? [] }, producerId, status: 'paused' },
      data: { status: 'published', changedAt: at },
      select: { id: true },
    })
    await keepAct(tx, { producer: { producerId, cooperativeId }, kind: 'taken_back', by: officer, at })
    const move = { fromStatus: 'paused', toStatus: 'published', byMembershipId: officer.membershipId, at }
    const moves = published.map(({ id }) => ({ ...move, productId: id, reason: t('selling.producer_back') }))
    await keepProductMoves(tx, moves)
    await announceChange(tx)
  })
}
