import { allow, type Operator } from '#app/domain/access/actors.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lockApplication } from './applicant.server.ts'

/**
 * A sent application that the operator may judge, locked until the transaction ends, in the version that their page showed.
 *
 * @throws Refusal `not_found` also for a draft; `forbidden` for who filed it or is named in it; `conflict` for one that
 * is not waiting or changed meanwhile.
 */
export async function lockForCheck(
  tx: Db,
  operator: Operator,
  { applicationId, version }: { applicationId: string; version?: number },
) {
  allow(operator, 'application.check')
  const sent = { id: applicationId, status: { not: 'draft' as const } }
  if (!(await tx.application.count({ where: sent }))) throw notFound()
  const found = await lockApplication(tx, applicationId)
  if (await isOfTheApplicants(tx, operator, applicationId))
    throw new Refusal('forbidden', { key: 'applications.own' })
  if (found.status !== 'submitted' || (version !== undefined && found.version !== version))
    throw new Refusal('conflict', { key: 'applications.changed' })
  return found
}

/** Whether the operator filed the application or is named in it; the database asks the same function. */
export async function isOfTheApplicants(db: Db, operator: Operator, applicationId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ is: boolean }[]>`
    select is_of_the_applicants(${applicationId}, ${operator.membershipId}) as "is"`
  return row?.is === true
}
