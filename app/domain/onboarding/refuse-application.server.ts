import { allow, type Operator } from '#app/domain/access/actors.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepApplicationMove } from './keep-application-move.server.ts'
import { lockForCheck } from './lock-for-check.server.ts'

/**
 * Refuses an application for good, with why; the applicant reads it. Its AHU number and village are free again.
 *
 * @throws Refusal `not_found`; `conflict` when it changed or is not waiting; `forbidden` for who filed it.
 */
export async function refuseApplication(
  db: Db,
  operator: Operator,
  { applicationId, version, reason }: { applicationId: string; version: number; reason: string },
  at: Date,
): Promise<void> {
  allow(operator, 'application.check')
  await inTransaction(db, async (tx) => {
    await lockForCheck(tx, operator, { applicationId, version })
    const decided = { decidedAt: at, decidedBy: operator.membershipId }
    await tx.application.update({
      where: { id: applicationId },
      data: { status: 'refused', changedAt: at, version: { increment: 1 }, ...decided },
    })
    const move = { from: 'submitted', to: 'refused', by: operator.membershipId, at, reason } as const
    await keepApplicationMove(tx, applicationId, move)
  })
}
