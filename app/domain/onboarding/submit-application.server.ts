import { tell } from '#app/domain/notices/tell.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Applicant, lockOwn, queueFor } from './applicant.server.ts'
import { checklistOf, isComplete } from './checklist.ts'
import { factsOf, factsSelect } from './facts.server.ts'
import { keepApplicationMove } from './keep-application-move.server.ts'

/**
 * Sends an application to the operator; from here on it is theirs to answer. Of two for one cooperative the first counts.
 *
 * @throws Refusal `invalid` while something is missing; `conflict` for one that was sent, and where the AHU number or the
 * village has an open one or an organisation already.
 */
export async function submitApplication(db: Db, applicant: Applicant, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await lockOwn(tx, applicant)
    const { id, ahuNumber, villageCode } = before
    const facts = await tx.application.findUniqueOrThrow({ where: { id }, select: factsSelect })
    if (!isComplete(checklistOf(factsOf(facts)))) throw new Refusal('invalid', { key: 'apply.incomplete' })
    if (ahuNumber) await requireFree(tx, { id, ahuNumber, villageCode: villageCode ?? '' })
    await tx.application.update({
      where: { id },
      data: { status: 'submitted', submittedAt: at, changedAt: at, version: { increment: 1 } },
    })
    const values = { organisation: before.legalName ?? before.number }
    const occasion = String(before.version)
    await tell(tx, { kind: 'application.sent', to: 'operator', about: id, values, occasion }, at)
    await keepApplicationMove(tx, id, { from: before.status, to: 'submitted', by: null, at })
  })
}

// The unique indexes hold it whatever happens; queueing up lets the second one be told.
async function requireFree(
  tx: Db,
  own: { id: string; ahuNumber: string; villageCode: string },
): Promise<void> {
  const { id, ahuNumber, villageCode } = own
  await queueFor(tx, `ahu:${ahuNumber}`)
  await queueFor(tx, `village:${villageCode}`)
  if (await tx.organisationRecord.count({ where: { ahuNumber } }))
    throw new Refusal('conflict', { key: 'apply.ahu_is_here' })
  const others = { id: { not: id }, status: { in: ['submitted' as const, 'changes_asked' as const] } }
  const sameAhu = await tx.application.findFirst({
    where: { ...others, ahuNumber },
    select: { number: true },
  })
  if (sameAhu) throw new Refusal('conflict', { key: 'apply.ahu_waits', number: sameAhu.number })
  const sameVillage = await tx.application.findFirst({
    where: { ...others, villageCode, kind: 'cooperative' },
    select: { number: true },
  })
  if (sameVillage) throw new Refusal('conflict', { key: 'apply.village_waits', number: sameVillage.number })
}
