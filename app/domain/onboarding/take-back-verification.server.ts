import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { endVerifications } from './end-verifications.server.ts'
import { lockForCheck } from './lock-for-check.server.ts'

/**
 * Takes back that a paper proves something. Again changes nothing.
 *
 * @throws Refusal `not_found`; `conflict` for an application that is not waiting; `forbidden` for who filed it.
 */
export async function takeBackVerification(
  db: Db,
  operator: Operator,
  { applicationId, paper }: { applicationId: string; paper: ApplicationDocumentKind },
  at: Date,
): Promise<void> {
  allow(operator, 'application.check')
  await inTransaction(db, async (tx) => {
    await lockForCheck(tx, operator, { applicationId })
    await endVerifications(tx, applicationId, [paper], at)
  })
}
