import type { ApplicationStatus } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { mayMove, type Remarks } from './rules.ts'

type Move = {
  from: ApplicationStatus
  to: ApplicationStatus
  /** Empty for the applicant. */
  by: string | null
  at: Date
  reason?: string | undefined
  remarks?: Remarks
}

/** Writes down that a locked application moved. Throws on a move that the table does not have: it would be a bug. */
export async function keepApplicationMove(
  tx: Db,
  applicationId: string,
  { from, to, by, at, reason = '', remarks = {} }: Move,
): Promise<void> {
  if (!mayMove(from, to)) throw new Error(`Application ${applicationId} cannot go from ${from} to ${to}`)
  const id = newId('move')
  await tx.applicationMove.create({
    data: { id, applicationId, fromStatus: from, toStatus: to, byMembershipId: by, at, reason },
  })
  const rows = Object.entries(remarks).map(([item, text]) => ({ moveId: id, item, reason: text }))
  await tx.applicationRemark.createMany({ data: rows })
}
