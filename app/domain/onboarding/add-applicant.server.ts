import { rolesOf } from '#app/domain/access/kinds.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Applicant, lockOwn } from './applicant.server.ts'
import { endVerifications } from './end-verifications.server.ts'
import { type AddApplicant, mostPeople } from './rules.ts'

/**
 * Names somebody who is to act for the organisation.
 *
 * @throws Refusal `conflict` for who is named already, a ninth, and once it is being looked at; `invalid` for a role that
 * is not of this kind.
 */
export async function addApplicant(
  db: Db,
  applicant: Applicant,
  { name, identifier, role }: AddApplicant,
  at: Date,
): Promise<void> {
  if (!rolesOf[applicant.kind].some((one) => one === role)) {
    const message = { key: 'person.role_missing' } as const
    throw new Refusal('invalid', message, { role: message })
  }
  await inTransaction(db, async (tx) => {
    const { id: applicationId } = await lockOwn(tx, applicant)
    const present = await tx.applicationPerson.findMany({
      where: { applicationId },
      select: { position: true, email: true, phone: true },
    })
    const contact = { email: null, phone: null, ...identifier }
    if (present.some(({ email, phone }) => email === contact.email && phone === contact.phone)) {
      const message = { key: 'apply.named' } as const
      throw new Refusal('conflict', message, { identifier: message })
    }
    const free = Array.from({ length: mostPeople }, (_, i) => i + 1)
    const position = free.find((one) => present.every((other) => other.position !== one))
    if (!position) throw new Refusal('conflict', { key: 'apply.many_people', most: mostPeople })
    const row = { id: newId('applicant'), applicationId, position, name, role, ...contact }
    await tx.applicationPerson.create({ data: row })
    await endVerifications(tx, applicationId, ['ktp'], at)
    await tx.application.update({
      where: { id: applicationId },
      data: { changedAt: at, version: { increment: 1 } },
    })
  })
}
