import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'
import { readDocument } from '#app/platform/documents.server.ts'
import { newId } from '#app/platform/ids.ts'
import { rateLimit } from '#app/platform/rate-limit.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { sealBytes } from '#app/platform/sealed.server.ts'
import { storage } from '#app/platform/storage.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Applicant, fileKey, lockOwn } from './applicant.server.ts'
import { papersOf } from './checklist.ts'
import { endVerifications } from './end-verifications.server.ts'

const uploads = rateLimit({ tries: 40, minutes: 60 })

/**
 * Keeps a paper of an application, sealed: an identity card and an account are in it. One that is sent again takes the
 * place of the former, whose file goes, and is to be looked at again.
 *
 * @throws Refusal `invalid` at `file` for what is no document, with what to do; `conflict` once it is being looked at;
 * `too_many` from one address.
 */
export async function sendPaper(
  db: Db,
  applicant: Applicant,
  { paper, bytes }: { paper: ApplicationDocumentKind; bytes: Buffer },
  at: Date,
): Promise<void> {
  const { applicationId, kind, filerName, address } = applicant
  if (!papersOf[kind].some((one) => one === paper)) throw new Refusal('invalid', { key: 'form.invalid' })
  await uploads.count(address)
  // Before the transaction: a picture takes a while, and a connection is for others meanwhile.
  await inTransaction(db, (tx) => lockOwn(tx, applicant))
  const document = await readDocument(bytes)
  const id = newId('document')
  const key = fileKey(applicationId, id)
  await storage().put(key, sealBytes(document.bytes, key), 'application/octet-stream')
  const replaced = await inTransaction(db, async (tx) => {
    await lockOwn(tx, applicant)
    const former = await tx.applicationDocument.updateManyAndReturn({
      where: { applicationId, kind: paper, removedAt: null },
      data: { removedAt: at },
      select: { id: true },
    })
    await endVerifications(tx, applicationId, [paper], at)
    const row = { id, applicationId, kind: paper, type: document.type, size: document.bytes.length }
    await tx.applicationDocument.create({ data: { ...row, uploadedBy: filerName, uploadedAt: at } })
    await tx.application.update({
      where: { id: applicationId },
      data: { changedAt: at, version: { increment: 1 } },
    })
    return former
  }).catch(async (error) => {
    await storage().remove(key)
    throw error
  })
  // After the commit: a row never points at a file that is gone. One that is left over is sealed, and opens nothing.
  await Promise.all(replaced.map((one) => storage().remove(fileKey(applicationId, one.id))))
}
