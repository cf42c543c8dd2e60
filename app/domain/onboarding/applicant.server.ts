import { createHash } from 'node:crypto'
import type { Visitor } from '#app/domain/access/rules.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import { byLink } from '#app/domain/organisations/take-invitation.server.ts'
import type { ApplicationStatus } from '#app/generated/prisma/enums.ts'
import { rateLimit } from '#app/platform/rate-limit.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { ApplicantKind } from './checklist.ts'

/** Whoever holds the private link of an application; takes the place of an actor. */
export type Applicant = { applicationId: string; kind: ApplicantKind; filerName: string; address: string }

const writes = rateLimit({ tries: 150, minutes: 15 })

/**
 * Who writes with a link. Made once for a request, before anything is done.
 *
 * @throws Refusal `not_found` for a link that opens nothing; `too_many` for who guesses, and for who writes without end.
 */
export async function requireApplicant(
  db: Db,
  visitor: Visitor,
  token: string,
  { isWrite = false } = {},
): Promise<Applicant> {
  if (isWrite) await writes.count(visitor.address)
  const found = await byLink(visitor, () =>
    db.application.findUnique({
      where: { tokenHash: hashOf(token) },
      select: { id: true, kind: true, filerName: true },
    }),
  )
  // applications: cooperatives_and_chains_apply
  const kind = found.kind as ApplicantKind
  return { applicationId: found.id, kind, filerName: found.filerName, address: visitor.address }
}

/** An application, locked until the transaction ends. Refuses with `not_found` where it was forgotten meanwhile. */
export async function lockApplication(tx: Db, id: string) {
  await tx.$queryRaw`select id from applications where id = ${id} for update`
  const found = await tx.application.findUnique({ where: { id } })
  if (!found) throw notFound()
  return found
}

/** The same for its applicant, while it may be written in. Refuses with `conflict` afterwards. */
export async function lockOwn(tx: Db, applicant: Applicant) {
  const found = await lockApplication(tx, applicant.applicationId)
  const open: ApplicationStatus[] = ['draft', 'changes_asked']
  if (!open.includes(found.status)) throw new Refusal('conflict', { key: 'apply.closed' })
  return found
}

/** Where an account belongs; sealed there, it opens nowhere else. */
export const accountPlace = (applicationId: string): string => `applications/${applicationId}/account`
export const fileKey = (applicationId: string, documentId: string): string =>
  `private/applications/${applicationId}/${documentId}`

/** A number that two who bring it queue up for. */
export async function queueFor(tx: Db, name: string): Promise<void> {
  const digest = createHash('sha256').update(name).digest().readInt32BE(0)
  await tx.$executeRaw`select pg_advisory_xact_lock(870, ${digest}::int)`
}
