import { allow, type Operator } from '#app/domain/access/actors.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'

/**
 * Says that the verifier held a member's NIK against the identity card, in the version that was looked at. Again changes
 * nothing. What was opened before the NIK was changed does not count: that was another number.
 *
 * @throws Refusal `not_found` where there is none; `conflict` when it was changed meanwhile, or not opened before.
 */
export async function verifyNik(
  db: Db,
  operator: Operator,
  { producerId, version }: { producerId: string; version: number },
  at: Date,
): Promise<void> {
  allow(operator, 'member.verify')
  await inTransaction(db, async (tx) => {
    const record = await tx.producerRecord.findFirst({
      where: { producerId, nikSealed: { not: null } },
      select: { cooperativeId: true, nikVerifiedAt: true },
    })
    if (!record) throw notFound()
    if (record.nikVerifiedAt) return
    const ofNik = { producerId, fields: { has: 'nik' } }
    const written = await tx.producerAct.findFirst({
      where: { ...ofNik, kind: { in: ['registered', 'changed'] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { at: true },
    })
    const opened = {
      ...ofNik,
      kind: 'revealed',
      byMembershipId: operator.membershipId,
      ...(written && { at: { gt: written.at } }),
    }
    if (!(await tx.producerAct.count({ where: opened })))
      throw new Refusal('conflict', { key: 'verify.see_first' })
    const { count } = await tx.producerRecord.updateMany({
      where: { producerId, version, nikVerifiedAt: null },
      data: { nikVerifiedAt: at, nikVerifiedBy: operator.membershipId },
    })
    if (count === 0) throw new Refusal('conflict', { key: 'member.changed' })
    const producer = { producerId, cooperativeId: record.cooperativeId }
    await keepAct(tx, { producer, kind: 'verified', by: operator, at, fields: ['nik'] })
  })
}
