import { personalKeys } from '#app/platform/personal-key.server.ts'
import { sealAgain } from '#app/platform/sealed.server.ts'
import { readStored, storage } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { accountPlace, fileKey } from './applicant.server.ts'
import { organisationAccountPlace } from './make-organisation.server.ts'

/**
 * Seals the accounts of applications and organisations and the papers of applications again that were sealed with an
 * older key, so that the older one can be taken away. Gives how many. What somebody writes meanwhile is left to the next
 * time.
 */
export async function resealApplications(db: Db): Promise<number> {
  if (personalKeys().length === 1) return 0
  const applied = await db.application.findMany({
    where: { accountSealed: { not: null } },
    select: { id: true, accountSealed: true },
  })
  let count = 0
  for (const { id, accountSealed } of applied) {
    const again = sealAgain(accountSealed ?? '', accountPlace(id))
    if (again === null) continue
    const where = { id, accountSealed }
    count += (await db.application.updateMany({ where, data: { accountSealed: again } })).count
  }
  const records = await db.organisationRecord.findMany({
    where: { accountSealed: { not: null } },
    select: { organisationId: true, accountSealed: true },
  })
  for (const { organisationId, accountSealed } of records) {
    const again = sealAgain(accountSealed ?? '', organisationAccountPlace(organisationId))
    if (again === null) continue
    const where = { organisationId, accountSealed }
    count += (await db.organisationRecord.updateMany({ where, data: { accountSealed: again } })).count
  }
  return count + (await resealPapers(db))
}

async function resealPapers(db: Db): Promise<number> {
  const papers = await db.applicationDocument.findMany({
    where: { removedAt: null },
    select: { id: true, applicationId: true },
  })
  let count = 0
  for (const { id, applicationId } of papers) {
    const key = fileKey(applicationId, id)
    const sealed = await readStored(key)
    const again = sealed && sealAgain(sealed.toString('latin1'), key)
    if (!again) continue
    await storage().put(key, Buffer.from(again), 'application/octet-stream')
    // A paper that was replaced while this one was read must not come back.
    if (await db.applicationDocument.count({ where: { id, removedAt: null } })) count++
    else await storage().remove(key)
  }
  return count
}
