import type { z } from 'zod'
import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { openSealed, seal } from '#app/platform/sealed.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Applicant, accountPlace, lockOwn } from './applicant.server.ts'
import { endVerifications } from './end-verifications.server.ts'
import type { accountForm, numbersForm, organisationForm } from './rules.ts'

type Typed = Partial<z.output<typeof organisationForm>> &
  Partial<z.output<typeof numbersForm>> &
  Partial<z.output<typeof accountForm>>
export type SaveApplication = { step: 'organisasi' | 'nomor' | 'rekening'; typed: Typed }

// What a paper was held against: when it changes, the paper is looked at again.
const provenBy: Record<string, ApplicationDocumentKind[]> = {
  legalName: ['deed', 'npwp', 'account'],
  ahuNumber: ['deed'],
  nib: ['deed'],
  npwp: ['npwp'],
  bank: ['account'],
  accountSealed: ['account'],
  accountHolder: ['account'],
}

/**
 * Keeps one step of an application; an empty field takes back what stood there. What was verified against something that
 * is now different is verified no more.
 *
 * @throws Refusal `conflict` while it is being looked at and after it was decided; `invalid` for no village.
 */
export async function saveApplication(
  db: Db,
  applicant: Applicant,
  { step, typed }: SaveApplication,
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await lockOwn(tx, applicant)
    if (typed.villageCode && !(await tx.village.count({ where: { code: typed.villageCode } }))) {
      const message = { key: 'village.missing' } as const
      throw new Refusal('invalid', message, { villageCode: message })
    }
    const data = columnsOf(applicant, step, typed, before)
    // What has been sent stays complete; the database holds it (submitted_applications_are_complete).
    const emptied = Object.entries(data).find(([, value]) => value === null)
    if (before.status !== 'draft' && emptied) {
      const message = { key: 'text.missing' } as const
      throw new Refusal('invalid', message, { [emptied[0]]: message })
    }
    const changed = Object.entries(data).filter(([name, value]) => before[name as 'bank'] !== value)
    if (changed.length === 0) return
    await tx.application.update({
      where: { id: before.id },
      data: { ...data, changedAt: at, version: { increment: 1 } },
    })
    await endVerifications(
      tx,
      before.id,
      changed.flatMap(([name]) => provenBy[name] ?? []),
      at,
    )
  })
}

type Before = { accountSealed: string | null; accountEnd: string | null }

function columnsOf(
  { applicationId, kind }: Applicant,
  step: SaveApplication['step'],
  typed: Typed,
  before: Before,
) {
  const isCooperative = kind === 'cooperative'
  if (step === 'organisasi')
    return {
      legalName: typed.legalName || null,
      shortName: typed.shortName || null,
      ...(isCooperative && { villageCode: typed.villageCode || null }),
    }
  if (step === 'nomor')
    return {
      npwp: typed.organisationNpwp ?? null,
      ...(isCooperative
        ? { ahuNumber: typed.ahuNumber ?? null, nikKoperasi: typed.nikKoperasi ?? null }
        : { nib: typed.nib ?? null }),
    }
  const place = accountPlace(applicationId)
  const isKept = before.accountSealed && typed.account === openSealed(before.accountSealed, place)
  return {
    bank: typed.bank || null,
    accountHolder: typed.accountHolder || null,
    ...(typed.account &&
      !isKept && { accountSealed: seal(typed.account, place), accountEnd: typed.account.slice(-3) }),
  }
}
