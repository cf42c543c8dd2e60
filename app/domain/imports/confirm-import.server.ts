import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { permissionOf } from './permissions.ts'

/**
 * Lets the worker save the rows that are right. What is wrong stays out, and can be fetched with its reasons.
 *
 * Sent again, also by somebody else at the same moment, it changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's; `conflict` for one that is not read yet or was refused.
 */
export async function confirmImport(
  db: Db,
  officer: CooperativeMember,
  { importId: id }: { importId: string },
  at: Date,
): Promise<void> {
  const scope = { id, cooperativeId: officer.cooperativeId }
  const found = await db.import.findFirst({ where: scope, select: { kind: true } })
  if (!found) {
    allow(officer, 'product.read')
    throw notFound()
  }
  allow(officer, permissionOf[found.kind])
  await inTransaction(db, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { ...scope, status: 'previewed' },
      data: { status: 'saving', confirmedBy: officer.membershipId, confirmedAt: at, done: 0 },
    })
    if (count) return record(tx, 'import.confirmed', { importId: id }, { mergeBy: id })
    const now = await tx.import.findFirst({ where: scope, select: { status: true } })
    if (now?.status !== 'saving' && now?.status !== 'done')
      throw new Refusal('conflict', { key: 'import.not_ready' })
  })
}
