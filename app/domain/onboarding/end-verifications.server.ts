import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Says that what was looked at has changed: it is to be looked at again. */
export async function endVerifications(
  tx: Db,
  applicationId: string,
  items: ApplicationDocumentKind[],
  at: Date,
): Promise<void> {
  await tx.applicationVerification.updateMany({
    where: { applicationId, item: { in: items }, endedAt: null },
    data: { endedAt: at },
  })
}
