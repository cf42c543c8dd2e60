import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { lockForCheck } from './lock-for-check.server.ts'

/**
 * Says that a paper was looked at and proves what was written. Again changes nothing.
 *
 * @throws Refusal `conflict` where the paper is missing, was not opened by who says so, or the application has changed
 * since; `forbidden` for who filed it; `not_found`.
 */
export async function verifyPaper(
  db: Db,
  operator: Operator,
  {
    applicationId,
    version,
    paper,
  }: { applicationId: string; version: number; paper: ApplicationDocumentKind },
  at: Date,
): Promise<void> {
  allow(operator, 'application.check')
  await inTransaction(db, async (tx) => {
    await lockForCheck(tx, operator, { applicationId, version })
    const document = await tx.applicationDocument.findFirst({
      where: { applicationId, kind: paper, removedAt: null },
      select: { id: true, openings: { where: { byMembershipId: operator.membershipId }, take: 1 } },
    })
    if (!document) throw new Refusal('conflict', { key: 'applications.no_paper' })
    if (document.openings.length === 0) throw new Refusal('conflict', { key: 'applications.open_first' })
    const current = { applicationId, item: paper, endedAt: null }
    if (await tx.applicationVerification.count({ where: current })) return
    await tx.applicationVerification.create({
      data: {
        id: newId('act'),
        applicationId,
        item: paper,
        documentId: document.id,
        byMembershipId: operator.membershipId,
        at,
      },
    })
  })
}
