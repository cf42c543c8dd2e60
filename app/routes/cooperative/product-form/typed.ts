// What stands in the form, as text; and what that says of each section. The same on the server and in the browser.
import { partsOfPirt, readPirtNumber } from '#app/domain/identifiers/pirt.ts'
import { problemsOn } from '#app/domain/proposals/checks.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { withPreset } from '#app/domain/proposals/presets.ts'
import { type SaveProposal, saveProposalForm, submitProposalForm } from '#app/domain/proposals/rules.ts'
import { say } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'
import { parseForm } from '#app/platform/form.ts'
import { formatRupiah } from '#app/platform/money.ts'

/** The fields of the form, by name; a field that is not there is empty. */
export type Typed = Record<string, string>

export const sections = {
  product: ['photoId', 'name', 'categorySlug', 'netContent', 'shelfLifeDays', 'storage'],
  pack: ['pack', 'widthMm', 'heightMm', 'depthMm', 'weightG', 'gtin'],
  carton: ['unitsPerCarton', 'minCartons', 'leadTimeDays'],
  price: ['wholesalePrice', 'retailPrice', 'memberPrice'],
  permit: ['pirtNumber', 'halalNumber', 'bpomNumber'],
  stock: ['lotQuantity', 'lotBestBefore'],
  story: ['brand', 'story'],
} as const satisfies Record<string, readonly (keyof SaveProposal)[]>

export type Section = keyof typeof sections
export type FieldName = 'producerId' | (typeof sections)[Section][number]
export type Errors = Record<string, string[]>

/** What a form begins with that was never saved. */
export const freshForm: Typed = { storage: 'ambient', minCartons: '1', leadTimeDays: '2' }

/** What was saved, as it is typed. */
export function typedOf(content: Content): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(content)) {
    if (value === null || value === '' || value === false) continue
    typed[name] =
      typeof value === 'bigint' ? formatRupiah(value).slice(2) : value === true ? 'on' : String(value)
  }
  return typed
}

/** What is wrong with each field: of what is there, and when it is to be sent also of what is missing. */
export function errorsOf(typed: Typed, isComplete: boolean, today: Day): Errors {
  const form = formOf(typed)
  const { error } = parseForm<typeof saveProposalForm | typeof submitProposalForm>(
    form,
    isComplete ? submitProposalForm : saveProposalForm,
  ).reply()
  const errors: Errors = {}
  for (const [name, messages] of Object.entries(error ?? {})) if (messages?.length) errors[name] = messages
  const dated = {
    pirtNumber: pirtOf(typed.pirtNumber),
    shelfLifeDays: Number(typed.shelfLifeDays) || null,
    lotQuantity: Number(typed.lotQuantity) || null,
    lotBestBefore: errors.lotBestBefore ? null : typed.lotBestBefore,
  }
  for (const [name, message] of Object.entries(problemsOn(today, dated))) errors[name] ??= [say(message)]
  return errors
}

function formOf(typed: Typed): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return form
}

/** Whether two typings are saved as the same, however they are written: `7800` and `Rp7.800` are. */
export function isSameTyping(one: Typed, other: Typed): boolean {
  const said = savedAs(one)
  return said !== null && said === savedAs(other)
}

function savedAs(typed: Typed): string | null {
  const sent = parseForm(formOf({ ...typed, proposalId: 'usl_0', version: '0' }), saveProposalForm)
  if (sent.status !== 'success') return null
  return JSON.stringify(withPreset(sent.value), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
}

export type Standing =
  | { is: 'done' }
  | { is: 'empty' }
  | { is: 'missing'; fields: FieldName[] }
  | { is: 'wrong'; fields: FieldName[] }

/** Where a section stands. Only what was typed can be wrong; what may stay empty is never missing. */
export function standingOf(section: Section, typed: Typed, errors: Errors): Standing {
  const fields: readonly FieldName[] = sections[section]
  const wrong = fields.filter((name) => errors[name] && typed[name])
  if (wrong.length) return { is: 'wrong', fields: wrong }
  const missing = fields.filter((name) => errors[name])
  if (missing.length) return { is: 'missing', fields: missing }
  return { is: fields.some((name) => typed[name]) ? 'done' : 'empty' }
}

/** A typed measure, or null while it is none. */
export function millimetres(text: string | undefined): number | null {
  const mm = Number(text)
  return text && Number.isInteger(mm) && mm >= 1 && mm <= 5000 ? mm : null
}

/** What a P-IRT number says, in words: until when, which packaging, which food group. */
export function pirtText(typed: string | undefined): string | null {
  const number = pirtOf(typed)
  const parts = number && partsOfPirt(number)
  if (!parts) return null
  const { expiryYear, packaging, group, regency } = parts
  return say({
    key: 'pirt.says',
    year: expiryYear,
    packaging: say({ key: `pirt.packaging.${packaging as 1}` }),
    group,
    regency,
  })
}

function pirtOf(typed: string | undefined): string | null {
  const read = readPirtNumber(typed ?? '')
  return 'value' in read ? read.value : null
}
