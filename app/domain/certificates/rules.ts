// Papers of goods and of those who make them: kinds, numbers, days, and what to do next. Runs in the browser too.
import { z } from 'zod'
import { readBpomNumber } from '#app/domain/identifiers/bpom.ts'
import { readNaNumber } from '#app/domain/identifiers/bpom-na.ts'
import type { Read } from '#app/domain/identifiers/gtin.ts'
import { readHalalNumber } from '#app/domain/identifiers/halal.ts'
import { readNib } from '#app/domain/identifiers/nib.ts'
import { partsOfPirt, readPirtNumber } from '#app/domain/identifiers/pirt.ts'
import { readAsPrinted, readMerek, unusual } from '#app/domain/identifiers/unsure.ts'
import { idField, optionalText } from '#app/domain/producers/rules.ts'
import type { CertificateKind, CertificateStatus } from '#app/generated/prisma/enums.ts'
import { key, type Message } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'

/** Of goods, or of a producer for all its goods. */
export const goodsKinds = ['halal', 'pirt', 'bpom_md', 'bpom_na', 'psat', 'nkv', 'organik'] as const
/** Of the producer itself. */
export const businessKinds = ['nib', 'merek'] as const
export const producerKinds = [...businessKinds, ...goodsKinds] as const satisfies readonly CertificateKind[]

const readers: Record<CertificateKind, (written: string) => Read> = {
  halal: readHalalNumber,
  pirt: readPirtNumber,
  bpom_md: readBpomNumber,
  bpom_na: readNaNumber,
  nib: readNib,
  merek: readMerek,
  nkv: readAsPrinted,
  psat: readAsPrinted,
  organik: readAsPrinted,
}

/** The number as it is kept, or what is wrong with it; by what is known of numbers of that kind. */
export const readNumber = (kind: CertificateKind, written: string): Read => readers[kind](written)

/** What looks unusual about a number whose form is not known for sure. It is kept all the same. */
export function doubtOf(kind: CertificateKind, number: string): Message | null {
  return kind === 'merek' || kind === 'nkv' || kind === 'psat' || kind === 'organik'
    ? unusual(kind, number)
    : null
}

const dayField = z.iso.date(key('day.missing')).optional()

export const addCertificateForm = z
  .object({
    certificateId: idField('certificate'),
    kind: z.enum(producerKinds, key('certificate.kind_missing')),
    number: z.string(key('certificate.number_missing')).max(80, key('text.long')),
    holderName: optionalText(100),
    issuedOn: dayField,
    expiresOn: dayField,
  })
  .transform((typed, context) => {
    const read = readNumber(typed.kind, typed.number)
    if ('value' in read) return { ...typed, number: read.value }
    const { key: message, ...values } = read.problem
    context.addIssue({ ...values, code: 'custom', path: ['number'], message })
    return z.NEVER
  })
export type AddCertificate = z.output<typeof addCertificateForm>

export const decideCertificateForm = z.object({
  certificateId: idField('certificate'),
  decision: z.enum(['verified', 'rejected'], key('form.invalid')),
  reason: optionalText(300),
})
export type DecideCertificate = z.output<typeof decideCertificateForm>

/** Where a decision may lead. What was found to be false later is rejected too. */
export const moves = {
  attested: ['verified', 'rejected'],
  verified: ['rejected'],
  rejected: [],
} as const satisfies Record<CertificateStatus, readonly CertificateStatus[]>

/** The day it ends: as written, or of a P-IRT the last day of the year that its number tells. */
export function endOf({
  kind,
  number,
  expiresOn,
}: Pick<AddCertificate, 'kind' | 'number' | 'expiresOn'>): Day | null {
  const year = kind === 'pirt' ? partsOfPirt(number)?.expiryYear : undefined
  return expiresOn ?? (year === undefined ? null : `${year}-12-31`)
}

/** What a day, a number and each other make wrong, at its field. */
export function problemsOf(typed: AddCertificate, today: Day): Record<string, Message> {
  const fields: Record<string, Message> = {}
  const ends = endOf(typed)
  const year = typed.kind === 'pirt' ? partsOfPirt(typed.number)?.expiryYear : undefined
  if (typed.issuedOn && typed.issuedOn > today) fields.issuedOn = { key: 'certificate.issued_later' }
  if (typed.expiresOn && year !== undefined && !typed.expiresOn.startsWith(String(year)))
    fields.expiresOn = { key: 'certificate.other_year', year }
  else if (ends && ends <= today)
    fields[typed.expiresOn ? 'expiresOn' : 'number'] = { key: 'certificate.is_over' }
  else if (ends && typed.issuedOn && ends <= typed.issuedOn)
    fields.expiresOn = { key: 'certificate.backwards' }
  return fields
}

export const views = ['all', 'ending', 'over', 'waiting', 'rejected', 'bare'] as const
/** Which papers of a cooperative a list shows; `bare` are numbers without their paper. */
export type View = (typeof views)[number]
