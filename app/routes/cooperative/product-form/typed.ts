// What stands in the form, as text; and what that says of each section. The same on the server and in the browser.
import { partsOfPirt, readPirtNumber } from '#app/domain/identifiers/pirt.ts'
import { photosOf } from '#app/domain/photos/rules.ts'
import { problemsOn } from '#app/domain/proposals/checks.ts'
import { type Content, contentOfTyped } from '#app/domain/proposals/content.ts'
import type { CheckedPack } from '#app/domain/proposals/pack-checks.ts'
import { withPreset } from '#app/domain/proposals/presets.ts'
import {
  mostBreaks,
  prefixOf,
  type SaveProposal,
  saveProposalForm,
  submitProposalForm,
} from '#app/domain/proposals/rules.ts'
import type { Pack } from '#app/generated/prisma/enums.ts'
import { say } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'
import { parseForm } from '#app/platform/form.ts'
import { formatRupiah, parseRupiah } from '#app/platform/money.ts'
import { rowsIn } from './rows.ts'

/** The fields of the form, by name; a field that is not there is empty. */
export type Typed = Record<string, string>

export const sections = {
  product: ['photoId', 'name', 'categorySlug', 'processing', 'netContent', 'shelfLifeDays', 'storage'],
  pack: ['pack', 'widthMm', 'heightMm', 'depthMm', 'weightG', 'gtin', 'ownCode'],
  carton: ['unitsPerCarton', 'minCartons', 'firstOrderCartons', 'leadTimeDays', 'weeklyCapacityPieces'],
  price: ['wholesalePrice', 'retailPrice', 'memberPrice', 'memberTerms'],
  more: [],
  permit: ['pirtNumber', 'halalNumber', 'bpomNumber'],
  stock: ['lotQuantity', 'lotBestBefore'],
  story: ['brand', 'story'],
} as const satisfies Record<string, readonly (keyof SaveProposal)[]>

export type Section = keyof typeof sections
export type FieldName = 'producerId' | (typeof sections)[Section][number]
export type Errors = Record<string, string[]>

/** What a form begins with that was never saved. */
export const freshForm: Typed = {
  storage: 'ambient',
  minCartons: '1',
  leadTimeDays: '2',
  memberTerms: 'bought',
}

/** What was saved, as it is typed. */
export function typedOf({ variants, ...product }: Content): Typed {
  const typed: Typed = {}
  put(typed, '', product)
  variants.forEach(({ breaks, ...variant }, at) => {
    const prefix = prefixOf(at)
    put(typed, prefix, variant)
    for (const [i, row] of breaks.entries()) put(typed, `${prefix}breaks[${i}].`, row)
    if (at > 0) typed[`${prefix}row`] = 'on'
  })
  if (variants.length > 1) typed.moreCount = String(variants.length - 1)
  return typed
}

function put(typed: Typed, prefix: string, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '' || value === false) continue
    typed[prefix + name] =
      typeof value === 'bigint' ? formatRupiah(value).slice(2) : value === true ? 'on' : String(value)
  }
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
  const packs = Array.from({ length: rowsIn(typed) + 1 }, (_, at) => packAt(typed, at, errors))
  const dated = { pirtNumber: pirtOf(typed.pirtNumber), packs }
  for (const [name, message] of Object.entries(problemsOn(today, dated))) errors[name] ??= [say(message)]
  return errors
}

// As far as it can be read; what cannot be is said already.
function packAt(typed: Typed, at: number, errors: Errors): CheckedPack {
  const prefix = prefixOf(at)
  const text = (name: string) => typed[prefix + name] ?? null
  const whole = (name: string) => Number(typed[prefix + name]) || null
  const price = (name: string) => parseRupiah(typed[prefix + name] ?? '')
  return {
    isEnded: text('isEnded') !== null && text('variantId') !== null,
    ownCode: text('ownCode'),
    pack: text('pack') as Pack | null,
    netContent: text('netContent'),
    gtin: text('gtin'),
    shelfLifeDays: whole('shelfLifeDays'),
    minCartons: whole('minCartons'),
    firstOrderCartons: whole('firstOrderCartons'),
    wholesalePrice: price('wholesalePrice'),
    breaks: breaksAt(typed, prefix),
    lotQuantity: whole('lotQuantity'),
    lotBestBefore: errors[`${prefix}lotBestBefore`] ? null : text('lotBestBefore'),
  }
}

/** The prices for more that can be read, in the order of their fields. */
export function breaksAt(typed: Typed, prefix: string): { fromCartons: number; price: bigint }[] {
  return Array.from({ length: mostBreaks }, (_, i) => {
    const fromCartons = Number(typed[`${prefix}breaks[${i}].fromCartons`])
    const price = parseRupiah(typed[`${prefix}breaks[${i}].price`] ?? '')
    return fromCartons && price ? [{ fromCartons, price }] : []
  }).flat()
}

const notTyped = ['membershipId', 'intent', 'photo', 'photosPending']

/** Everything a form holds, as text. */
export function typedInForm(form: FormData): Typed {
  const typed: Typed = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && value !== '' && !notTyped.includes(name)) typed[name] = value
  return typed
}

function formOf(typed: Typed): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return form
}

/** Whether two typings are saved as the same, however they are written: `7800` and `Rp7.800` are. */
export function isSameTyping(one: Typed, other: Typed): boolean {
  // Left open, the processing was filled in by the server.
  const isOpen = !one.processing || !other.processing
  const [said, otherSaid] = [one, other].map((typed) =>
    savedAs(isOpen ? { ...typed, processing: '' } : typed),
  )
  return said !== null && said === otherSaid
}

function savedAs(typed: Typed): string | null {
  const sent = parseForm(formOf({ ...typed, proposalId: 'usl_0', version: '0' }), saveProposalForm)
  if (sent.status !== 'success') return null
  const said = { ...contentOfTyped(withPreset(sent.value)), photos: photosOf(sent.value) }
  return JSON.stringify(said, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

export type Standing =
  | { is: 'done' }
  | { is: 'empty' }
  | { is: 'missing'; fields: string[] }
  | { is: 'wrong'; fields: string[] }

/** Where a section stands. Only what was typed can be wrong; what may stay empty is never missing. */
export function standingOf(section: Section, typed: Typed, errors: Errors): Standing {
  const fields = fieldsIn(section, typed, errors)
  const wrong = fields.filter((name) => errors[name] && typed[name])
  if (wrong.length) return { is: 'wrong', fields: wrong }
  const missing = fields.filter((name) => errors[name])
  if (missing.length) return { is: 'missing', fields: missing }
  return { is: fields.some((name) => typed[name]) ? 'done' : 'empty' }
}

/** The names of a section's fields; prices for more, and further packs, have as many as were typed. */
export function fieldsIn(section: Section, typed: Typed, errors: Errors = {}): string[] {
  const begins = section === 'price' ? 'breaks[' : section === 'more' ? 'more[' : null
  const own: readonly string[] = sections[section]
  if (!begins) return [...own]
  const others = Object.keys({ ...typed, ...errors }).filter((name) => name.startsWith(begins))
  return [...own, ...others]
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
