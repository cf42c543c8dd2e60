import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Applicant, lockOwn } from './applicant.server.ts'
import { endVerifications } from './end-verifications.server.ts'

/**
 * Takes somebody off an application.
 *
 * @throws Refusal `not_found` also for another application's; `conflict` once it is being looked at.
 */
export async function removeApplicant(
  db: Db,
  applicant: Applicant,
  { applicantId }: { applicantId: string },
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id: applicationId } = await lockOwn(tx, applicant)
    const { count } = await tx.applicationPerson.deleteMany({ where: { id: applicantId, applicationId } })
    if (count === 0) throw notFound()
    await endVerifications(tx, applicationId, ['ktp'], at)
    await tx.application.update({
      where: { id: applicationId },
      data: { changedAt: at, version: { increment: 1 } },
    })
  })
}
