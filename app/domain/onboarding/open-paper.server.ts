import { allow, type Operator } from '#app/domain/access/actors.ts'
import { newId } from '#app/platform/ids.ts'
import { notFound } from '#app/platform/refusal.ts'
import { openSealedBytes } from '#app/platform/sealed.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { fileKey } from './applicant.server.ts'

/**
 * Opens a paper of an application for somebody of the operator, and writes down that it was, by whom and when. The only
 * way such a file leaves the server.
 *
 * @throws Refusal `not_found` also for one that was replaced, and while the applicant has not sent the application.
 */
export async function openPaper(
  db: Db,
  operator: Operator,
  { applicationId, documentId }: { applicationId: string; documentId: string },
  at: Date,
): Promise<{ type: string; bytes: Buffer }> {
  allow(operator, 'application.check')
  const found = await db.applicationDocument.findFirst({
    where: { id: documentId, applicationId, removedAt: null, application: { status: { not: 'draft' } } },
    select: { type: true },
  })
  if (!found) throw notFound()
  const key = fileKey(applicationId, documentId)
  const sealed = await readStored(key)
  if (!sealed) throw new Error(`Document ${documentId} has no file`)
  const bytes = openSealedBytes(sealed, key)
  await db.applicationOpening.create({
    data: { id: newId('act'), documentId, byMembershipId: operator.membershipId, at },
  })
  return { type: found.type, bytes }
}
