import { allow, type Operator } from '#app/domain/access/actors.ts'
import { keepsPeople } from '#app/domain/access/kinds.ts'
import { identifierOf } from '#app/domain/organisations/invited-person.server.ts'
import { type SentInvitation, writeInvitation } from '#app/domain/organisations/write-invitation.server.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { checklistOf, isWhole } from './checklist.ts'
import { factsOf, factsSelect } from './facts.server.ts'
import { keepApplicationMove } from './keep-application-move.server.ts'
import { lockForCheck } from './lock-for-check.server.ts'
import { makeOrganisation } from './make-organisation.server.ts'

export type Approved = { organisationId: string; invited: SentInvitation & { personName: string } }

/**
 * Lets an organisation in: it exists from now on, and its first manager is invited. They come in by accepting, and then
 * invite the others that the application names. The link is given once and kept nowhere.
 *
 * @throws Refusal `conflict` while an item of the list does not hold, when it changed or is not waiting, and where its
 * numbers have an organisation already; `forbidden` for who filed it; `not_found`.
 */
export async function approveApplication(
  db: Db,
  operator: Operator,
  { applicationId, version }: { applicationId: string; version: number },
  at: Date,
): Promise<Approved> {
  allow(operator, 'application.check')
  return inTransaction(db, async (tx) => {
    const found = await lockForCheck(tx, operator, { applicationId, version })
    const row = await tx.application.findUniqueOrThrow({ where: { id: applicationId }, select: factsSelect })
    const facts = factsOf(row)
    if (!isWhole(checklistOf(facts))) throw new Refusal('conflict', { key: 'applications.not_whole' })
    const first = row.people.find(({ role }) => keepsPeople(role))
    if (!first) throw new Refusal('conflict', { key: 'applications.not_whole' })
    const organisationId = await makeOrganisation(tx, found, at)
    await tx.application.update({
      where: { id: applicationId },
      data: {
        status: 'approved',
        organisationId,
        decidedAt: at,
        decidedBy: operator.membershipId,
        changedAt: at,
        version: { increment: 1 },
      },
    })
    const move = { from: 'submitted', to: 'approved', by: operator.membershipId, at } as const
    await keepApplicationMove(tx, applicationId, move)
    const invitation = {
      organisation: { id: organisationId, kind: found.kind },
      role: first.role,
      personName: first.name,
      identifier: identifierOf(first),
      sentBy: operator.membershipId,
    }
    const invited = await writeInvitation(tx, invitation, at)
    await record(tx, 'name.changed', {}, { mergeBy: 'all', canWait: true })
    await announceChange(tx)
    return { organisationId, invited: { ...invited, personName: first.name } }
  })
}
