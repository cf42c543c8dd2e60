import { z } from 'zod'
import { identifierField } from '#app/domain/access/rules.ts'
import { readNib } from '#app/domain/identifiers/nib.ts'
import { readNik } from '#app/domain/identifiers/nik.ts'
import { readNpwp } from '#app/domain/identifiers/npwp.ts'
import { readField } from '#app/domain/identifiers/read-field.ts'
import { photosField } from '#app/domain/photos/rules.ts'
import { key, type MessageKey } from '#app/messages/say.ts'
import { type IdOf, isId } from '#app/platform/ids.ts'

/** The words that a member allows its data to be kept after. A new wording is a new version beside the old ones. */
export const consentTexts = {
  '2026-11': 'consent.text_2026_11',
  '2026-11-24': 'consent.text_2026_11_24',
} as const
export type ConsentVersion = keyof typeof consentTexts
export const consentVersion = '2026-11-24' satisfies ConsentVersion

export const idField = (of: IdOf, missing: MessageKey = 'form.invalid') =>
  z.string(key(missing)).refine((text) => isId(of, text), key(missing))
export const textField = (longest: number, missing: MessageKey = 'text.missing') =>
  z.string(key(missing)).trim().min(1, key(missing)).max(longest, key('text.long'))
export const optionalText = (longest: number) => z.string().trim().max(longest, key('text.long')).default('')
const villageField = z.string(key('village.missing')).max(20, key('village.missing'))

/** Digits of a bank account; no bank says which of them are right. */
export const accountField = z
  .string(key('account.digits'))
  .transform((text) => text.replace(/[\s.-]/g, ''))
  .refine((digits) => /^\d{5,20}$/.test(digits), key('account.digits'))

/** What is asked first; the rest may come later. */
export const registerProducerForm = z.object({
  producerId: idField('producer'),
  name: textField(80),
  villageCode: villageField,
  ownerName: textField(100),
  consent: z.literal(true, key('consent.missing')),
  consentWay: z.enum(['paper', 'spoken'], key('consent.way_missing')),
  consentVersion: z.literal(consentVersion, key('consent.other_text')),
})
export type RegisterProducer = z.output<typeof registerProducerForm>

const shown = {
  story: optionalText(2000),
  categories: z.array(z.string().max(80)).max(8, key('member.categories_many')).default([]),
}

/** What a member sends who agrees in its own sign-in. */
export const giveConsentForm = z.object({
  consentVersion: z.literal(consentVersion, key('consent.other_text')),
})

/** Everything an officer may write of a member. Of what is sealed, an empty field leaves what is kept. */
export const changeProducerForm = z.object({
  producerId: idField('producer'),
  version: z.number(key('form.invalid')).int(key('form.invalid')),
  name: textField(80),
  villageCode: villageField,
  ownerName: textField(100),
  ...shown,
  nik: readField(readNik).optional(),
  nib: readField(readNib).optional(),
  isPkp: z.boolean().default(false),
  npwp: readField(readNpwp).optional(),
  bank: optionalText(60),
  account: accountField.optional(),
  accountHolder: optionalText(100),
  statementOn: z.iso.date(key('day.missing')).optional(),
  consent: z.boolean().default(false),
  consentWay: z.enum(['paper', 'spoken']).optional(),
})
export type ChangeProducer = z.output<typeof changeProducerForm>

/** What a producer writes of itself, without anybody confirming it. */
export const describeProducerForm = z.object({ producerId: idField('producer'), ...shown })
export type DescribeProducer = z.output<typeof describeProducerForm>

/** How many of a member's requests its page shows. */
export const newestRequests = 10

export const mostPhotos = 6
/** `was` is which photos the form was drawn with, so that nobody undoes what somebody else changed meanwhile. */
export const showPhotosForm = z.object({
  producerId: idField('producer'),
  photos: photosField.max(mostPhotos, key('photo.too_many')).default([]),
  was: z.string().default(''),
})
export type ShowPhotos = z.output<typeof showPhotosForm>

export const addClosureForm = z.object({
  producerId: idField('producer'),
  closureId: idField('closure'),
  startsOn: z.iso.date(key('day.missing')),
  lastDay: z.iso.date(key('day.missing')),
  reason: optionalText(80),
})
export type AddClosure = z.output<typeof addClosureForm>
export const removeClosureForm = z.object({ producerId: idField('producer'), closureId: idField('closure') })

export const leaveReasons = ['stopped', 'moved', 'elsewhere', 'other'] as const
export const letLeaveForm = z.object({
  producerId: idField('producer'),
  reason: z.enum(leaveReasons, key('leave.why')),
})
export const takeBackForm = z.object({ producerId: idField('producer') })

export const secretFields = ['nik', 'npwp', 'account'] as const
export type SecretField = (typeof secretFields)[number]
export const revealReasons = ['check', 'payout', 'asked'] as const
export const revealSecretForm = z.object({
  producerId: idField('producer'),
  field: z.enum(secretFields, key('form.invalid')),
  reason: z.enum(revealReasons, key('reveal.why')),
})
export type RevealSecret = z.output<typeof revealSecretForm>
export const verifyNikForm = z.object({
  producerId: idField('producer'),
  version: z.number(key('form.invalid')).int(key('form.invalid')),
})

/** What a producer may ask to have corrected; the rest of what is shown it writes itself. */
export const correctable = [
  'name',
  'ownerName',
  'nik',
  'nib',
  'npwp',
  'bank',
  'account',
  'accountHolder',
] as const
export type Correctable = (typeof correctable)[number]

const correctValue: Record<Correctable, z.ZodType<string, string>> = {
  name: textField(80),
  ownerName: textField(100),
  nik: readField(readNik),
  nib: readField(readNib),
  npwp: readField(readNpwp),
  bank: textField(60, 'account.bank'),
  account: accountField,
  accountHolder: textField(100, 'account.holder'),
}

/** One value at a time, as the field of that name is written. */
export const askCorrectionForm = z
  .object({
    requestId: idField('request'),
    field: z.enum(correctable, key('correction.field_missing')),
    newValue: z.string(key('text.missing')),
    note: optionalText(300),
  })
  .transform((typed, context) => {
    const read = correctValue[typed.field].safeParse(typed.newValue)
    if (read.success) return { ...typed, newValue: read.data }
    for (const issue of read.error.issues)
      context.addIssue({ ...issue, input: undefined, path: ['newValue'] } as never)
    return z.NEVER
  })
export type AskCorrection = z.output<typeof askCorrectionForm>

export const askErasureForm = z.object({
  requestId: idField('request'),
  producerId: idField('producer'),
  note: optionalText(300),
})
export type AskErasure = z.output<typeof askErasureForm>

export const answerRequestForm = z.object({
  requestId: idField('request'),
  answer: z.enum(['done', 'refused'], key('form.invalid')),
  reason: optionalText(300),
})
export type AnswerRequest = z.output<typeof answerRequestForm>

export const inviteProducerForm = z.object({
  producerId: idField('producer'),
  personName: textField(100),
  identifier: identifierField,
})
export const takeBackInvitationForm = z.object({
  producerId: idField('producer'),
  invitationId: idField('invitation'),
})
export const endSignInForm = z.object({ producerId: idField('producer'), signInId: idField('membership') })
