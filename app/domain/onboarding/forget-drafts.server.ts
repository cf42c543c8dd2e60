import { storage } from '#app/platform/storage.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { draftDays } from './rules.ts'

/**
 * Deletes applications that were never sent and that nobody has written in for `draftDays`, with the people that they
 * name and their papers. Gives how many. Again changes nothing.
 */
export async function forgetDrafts(db: Db, at: Date): Promise<number> {
  const isOld = {
    status: 'draft' as const,
    changedAt: { lt: new Date(at.getTime() - draftDays * 86_400_000) },
  }
  const old = await db.application.findMany({ where: isOld, select: { id: true } })
  let count = 0
  for (const { id } of old) if (await forgetDraft(db, id, isOld)) count++
  return count
}

const forgetDraft = (db: Db, id: string, isOld: object): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    // Who writes in it at this moment was first, and keeps it, or finds it gone.
    await tx.$queryRaw`select id from applications where id = ${id} for update`
    if (!(await tx.application.count({ where: { id, ...isOld } }))) return false
    // Files before rows: what breaks off here is done again tomorrow, and no file is left that nothing names.
    for (const key of await storage().list(`private/applications/${id}/`)) await storage().remove(key)
    await tx.applicationDocument.deleteMany({ where: { applicationId: id } })
    await tx.applicationPerson.deleteMany({ where: { applicationId: id } })
    await tx.application.delete({ where: { id } })
    return true
  })
