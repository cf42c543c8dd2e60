import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { keepProductMoves } from '#app/domain/catalogue/keep-product-moves.server.ts'
import { withdrawOpen } from '#app/domain/proposals/withdraw-open.server.ts'
import { t } from '#app/messages/say.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import type { leaveReasons } from './rules.ts'

/**
 * Writes down that a member has left: its goods are paused, what waits for approval is taken back, its sign-ins end, and
 * nothing new is listed on its behalf. Orders that were placed go on. Again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's.
 */
export async function letLeave(
  db: Db,
  officer: CooperativeMember,
  { producerId, reason }: { producerId: string; reason: (typeof leaveReasons)[number] },
  at: Date,
): Promise<void> {
  allow(officer, 'member.keep')
  const { cooperativeId } = officer
  await inTransaction(db, async (tx) => {
    if (!(await tx.producer.count({ where: { id: producerId, cooperativeId } }))) throw notFound()
    const reasonOf = { by: officer.membershipId, at, reason: t('selling.producer_left') }
    await withdrawOpen(tx, { cooperativeId, producerId, status: 'submitted' }, reasonOf)
    // From here on no approval publishes for it; one that was quicker is paused below.
    const member = { id: producerId, cooperativeId, leftAt: null }
    const { count } = await tx.producer.updateMany({ where: member, data: { leftAt: at } })
    if (count === 0) return
    const paused = await tx.product.updateManyAndReturn({
      where: { producerId, status: 'published' },
      data: { status: 'paused', changedAt: at },
      select: { id: true },
    })
    await tx.membership.updateMany({ where: { producerId, endedAt: null }, data: { endedAt: at } })
    await tx.invitation.updateMany({
      where: { producerId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, revokedBy: officer.membershipId },
    })
    const producer = { producerId, cooperativeId }
    // Which goods were paused is read when the member comes back.
    await keepAct(tx, { producer, kind: 'left', by: officer, at, fields: paused.map(({ id }) => id), reason })
    const move = { fromStatus: 'published', toStatus: 'paused', byMembershipId: officer.membershipId, at }
    const moves = paused.map(({ id }) => ({ ...move, productId: id, reason: t('selling.producer_left') }))
    await keepProductMoves(tx, moves)
    await announceChange(tx)
  })
}
