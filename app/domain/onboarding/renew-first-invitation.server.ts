import { allow, type Operator } from '#app/domain/access/actors.ts'
import { keepers } from '#app/domain/access/kinds.ts'
import { renew, type SentInvitation } from '#app/domain/organisations/write-invitation.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'

/**
 * Gives the first manager's invitation a new link, for seven more days: the first was lost or is over.
 *
 * @throws Refusal `not_found` also where it was accepted.
 */
export async function renewFirstInvitation(
  db: Db,
  operator: Operator,
  { applicationId }: { applicationId: string },
  at: Date,
): Promise<SentInvitation & { personName: string }> {
  allow(operator, 'application.check')
  return inTransaction(db, async (tx) => {
    const found = await tx.application.findUnique({
      where: { id: applicationId },
      select: { organisationId: true },
    })
    const organisationId = found?.organisationId ?? ''
    const first = await tx.invitation.findFirst({
      where: { organisationId, role: { in: [...keepers] }, acceptedAt: null, revokedAt: null },
      orderBy: { createdAt: 'asc' },
      select: { id: true, personName: true },
    })
    const sent = first && (await renew(tx, { id: first.id, organisationId }, at))
    if (!first || !sent) throw notFound()
    return { ...sent, personName: first.personName }
  })
}
