import { z } from 'zod'
import type { Role } from '#app/domain/access/actors.ts'
import { rolesOf } from '#app/domain/access/kinds.ts'
import { identifierField } from '#app/domain/access/rules.ts'
import { readAhuNumber } from '#app/domain/identifiers/ahu.ts'
import { readNib } from '#app/domain/identifiers/nib.ts'
import { readNikKoperasi } from '#app/domain/identifiers/nik-koperasi.ts'
import { readOrganisationNpwp } from '#app/domain/identifiers/organisation-npwp.ts'
import { readField } from '#app/domain/identifiers/read-field.ts'
import { accountField } from '#app/domain/producers/rules.ts'
import type { ApplicationDocumentKind, ApplicationStatus } from '#app/generated/prisma/enums.ts'
import { key } from '#app/messages/say.ts'
import { type IdOf, isId } from '#app/platform/ids.ts'
import type { ItemKey } from './checklist.ts'

/** Where an application can go from where it stands. */
export const moves = {
  draft: ['submitted'],
  submitted: ['changes_asked', 'approved', 'refused'],
  changes_asked: ['submitted'],
  approved: [],
  refused: [],
} as const satisfies Record<ApplicationStatus, readonly ApplicationStatus[]>

export const mayMove = (from: ApplicationStatus, to: ApplicationStatus): boolean =>
  moves[from].some((one) => one === to)
/** While the applicant may write in it. */
export const isOpen = (status: ApplicationStatus): boolean => mayMove(status, 'submitted')

export const mostPeople = 8
/**
 * What was never sent is deleted so long after somebody last wrote in it: people and accounts stand in it, and nobody
 * has asked us to keep them. A deed that is awaited from the notary takes weeks, not a quarter of a year.
 */
export const draftDays = 90

// A zero byte is no text to the database.
const clean = (text: string) => text.replaceAll('\u0000', '')
const text = (longest: number) =>
  z
    .string(key('text.missing'))
    .transform(clean)
    .pipe(z.string().trim().min(1, key('text.missing')).max(longest, key('text.long')))
const laterText = (longest: number) =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().trim().max(longest, key('text.long')))
    .optional()
const idField = (of: IdOf) =>
  z.string(key('form.invalid')).refine((one) => isId(of, one), key('form.invalid'))

export const startForm = z.object({
  kind: z.enum(['cooperative', 'retail_chain'], key('apply.kind_missing')),
  legalName: text(150),
  filerName: text(100),
})
export type Start = z.output<typeof startForm>

// Everything may come later but what is wrong: that is said at once.
export const organisationForm = z.object({
  legalName: laterText(150),
  shortName: laterText(60),
  villageCode: z
    .string()
    .regex(/^[\d.]{1,20}$/, key('village.missing'))
    .optional(),
})
export const numbersForm = z.object({
  ahuNumber: readField(readAhuNumber).optional(),
  nikKoperasi: readField(readNikKoperasi).optional(),
  nib: readField(readNib).optional(),
  /** Not called npwp: it is no person's, and comes back with the form. */
  organisationNpwp: readField(readOrganisationNpwp).optional(),
})
export const accountForm = z.object({
  bank: laterText(60),
  /** Empty leaves what is kept. */
  account: accountField.optional(),
  accountHolder: laterText(100),
})

const roles = [...rolesOf.cooperative, ...rolesOf.retail_chain] as unknown as [Role, ...Role[]]
export const addApplicantForm = z.object({
  name: text(100),
  identifier: identifierField,
  role: z.enum(roles, key('person.role_missing')),
})
export type AddApplicant = z.output<typeof addApplicantForm>
export const removeApplicantForm = z.object({ applicantId: idField('applicant') })

export const paperKinds = [
  'deed',
  'npwp',
  'ktp',
  'account',
] as const satisfies readonly ApplicationDocumentKind[]
export const paperForm = z.object({ paper: z.enum(paperKinds, key('form.invalid')) })

export const submitApplicationForm = z.object({
  agreed: z.literal(true, key('apply.agree_missing')),
})

const applicationId = idField('application')
const version = z.number(key('form.invalid')).int(key('form.invalid'))
export const verifyPaperForm = z.object({ applicationId, version, paper: paperForm.shape.paper })
export const takeBackVerificationForm = z.object({ applicationId, paper: paperForm.shape.paper })
export const approveApplicationForm = z.object({ applicationId, version })
export const refuseApplicationForm = z.object({ applicationId, version, reason: text(500) })
export const askChangesForm = z.object({
  applicationId,
  version,
  reason: laterText(500),
  remarks: z.record(z.string().max(40), laterText(300)).optional(),
})
export type AskChanges = z.output<typeof askChangesForm>
export type Remarks = Partial<Record<ItemKey, string>>
