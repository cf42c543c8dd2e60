// An application as somebody fills it in, step by step; what a test says takes the place of what is usual.
import type { Operator } from '#app/domain/access/actors.ts'
import { addApplicant } from '#app/domain/onboarding/add-applicant.server.ts'
import { type Applicant, requireApplicant } from '#app/domain/onboarding/applicant.server.ts'
import { type ApplicantKind, papersOf } from '#app/domain/onboarding/checklist.ts'
import { openPaper } from '#app/domain/onboarding/open-paper.server.ts'
import { saveApplication } from '#app/domain/onboarding/save-application.server.ts'
import { sendPaper } from '#app/domain/onboarding/send-paper.server.ts'
import { startApplication } from '#app/domain/onboarding/start-application.server.ts'
import { submitApplication } from '#app/domain/onboarding/submit-application.server.ts'
import { verifyPaper } from '#app/domain/onboarding/verify-paper.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aVillage } from './make.ts'

export const now = new Date('2026-11-24T03:00:00Z')
export const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n%%EOF\n')
export const account = '1234567890123'

let count = 0
/** Nobody is refused for what another test tried. */
export const aVisitor = () => ({ address: `10.7.${Math.floor(++count / 250)}.${count % 250}`, device: 'HP' })

type Over = Partial<{
  kind: ApplicantKind
  ahuNumber: string
  villageCode: string
  phone: string
  actor: Operator | null
}>

/** An application of which everything but the papers is filled in. */
export async function aDraft(over: Over = {}): Promise<Applicant & { token: string }> {
  const { kind = 'cooperative', actor = null } = over
  const serial = String(++count).padStart(7, '0')
  const visitor = aVisitor()
  const legalName = `Koperasi Desa Contoh ${serial}`
  const { token } = await startApplication(
    db,
    visitor,
    { kind, legalName, filerName: 'Pak Contoh', actor },
    now,
  )
  const applicant = await requireApplicant(db, visitor, token)
  const save = (step: 'organisasi' | 'nomor' | 'rekening', typed: object) =>
    saveApplication(db, applicant, { step, typed }, now)
  const villageCode = over.villageCode ?? (await aVillage(`Desa ${serial}`)).code
  await save('organisasi', { legalName, shortName: `KDMP Contoh ${serial}`, villageCode })
  const npwp = { organisationNpwp: '0013121660091000' }
  if (kind === 'cooperative') {
    const ahuNumber = over.ahuNumber ?? `AHU-${serial}.AH.01.29.TAHUN 2025`
    await save('nomor', { ahuNumber, nikKoperasi: `3579${serial}`, ...npwp })
    await save('rekening', { bank: 'Bank Contoh', account, accountHolder: legalName })
  } else await save('nomor', { nib: '1112210007923', ...npwp })
  const identifier = { phone: over.phone ?? `+628170${serial}` }
  const role = kind === 'cooperative' ? 'manager' : 'chain_manager'
  await addApplicant(db, applicant, { name: 'Bu Manajer', identifier, role }, now)
  return { ...applicant, token }
}

/** The same with its papers. */
export async function aFullDraft(over: Over = {}) {
  const applicant = await aDraft(over)
  for (const paper of papersOf[applicant.kind]) await sendPaper(db, applicant, { paper, bytes: pdf }, now)
  return applicant
}

/** The same, sent. */
export async function anApplication(over: Over = {}) {
  const applicant = await aFullDraft(over)
  await submitApplication(db, applicant, now)
  return applicant
}

export const versionOf = async ({ applicationId: id }: Applicant) =>
  (await db.application.findUniqueOrThrow({ where: { id } })).version

/** Opens a paper and says that it proves what was written. */
export async function verify(
  operator: Operator,
  applicant: Applicant,
  paper: 'deed' | 'npwp' | 'ktp' | 'account',
) {
  const { applicationId } = applicant
  const { id: documentId } = await db.applicationDocument.findFirstOrThrow({
    where: { applicationId, kind: paper, removedAt: null },
  })
  await openPaper(db, operator, { applicationId, documentId }, now)
  await verifyPaper(db, operator, { applicationId, version: await versionOf(applicant), paper }, now)
}

export async function verifyAll(operator: Operator, applicant: Applicant) {
  for (const paper of papersOf[applicant.kind]) await verify(operator, applicant, paper)
}
