import { z } from 'zod'
import { readBpomNumber } from '#app/domain/identifiers/bpom.ts'
import { readGtin } from '#app/domain/identifiers/gtin.ts'
import { readHalalNumber } from '#app/domain/identifiers/halal.ts'
import { readPirtNumber } from '#app/domain/identifiers/pirt.ts'
import { readField } from '#app/domain/identifiers/read-field.ts'
import type { Pack, ProposalStatus, Storage } from '#app/generated/prisma/enums.ts'
import { key } from '#app/messages/say.ts'
import { priceField, wholeField } from '#app/platform/form.ts'
import { type IdOf, isId } from '#app/platform/ids.ts'

export const packs = [
  'pouch',
  'cup',
  'botol',
  'jar',
  'box',
  'dus',
  'pack',
  'pcs',
  'ikat',
] as const satisfies Pack[]
export const storages = ['ambient', 'chilled', 'frozen'] as const satisfies Storage[]

/** Where a proposal may go from each status. A status with nowhere to go is final. */
export const moves = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'submitted', 'changes_asked', 'approved', 'withdrawn'],
  changes_asked: ['submitted', 'withdrawn'],
  approved: [],
  withdrawn: [],
} as const satisfies Record<ProposalStatus, readonly ProposalStatus[]>

export const mayMove = (from: ProposalStatus, to: ProposalStatus): boolean =>
  (moves[from] as readonly ProposalStatus[]).includes(to)

export const isOpen = (status: ProposalStatus): boolean => moves[status].length > 0

const idField = (of: IdOf, missing: Parameters<typeof key>[0]) =>
  z.string(key(missing)).refine((text) => isId(of, text), key(missing))
const textField = (longest: number) =>
  z.string(key('text.missing')).trim().min(1, key('text.missing')).max(longest, key('text.long'))
const optionalText = (longest: number) => z.string().trim().max(longest, key('text.long')).default('')
const millimetres = () => wholeField(1, 5000)

/** What even a draft needs. `version` is the one that was read; 0 of a form that was never saved. */
const always = {
  proposalId: idField('proposal', 'form.invalid'),
  productId: idField('product', 'form.invalid').optional(),
  version: z.number(key('form.invalid')).int(key('form.invalid')).min(0, key('form.invalid')),
  producerId: idField('producer', 'producer.missing'),
  photoId: idField('photo', 'photo.missing'),
  name: textField(80),
  retailPrice: priceField(),
}

/** What is asked for before somebody else looks at it. */
const complete = {
  categorySlug: z.string(key('category.missing')).max(80, key('category.missing')),
  pack: z.enum(packs, key('pack.missing')),
  netContent: textField(30),
  widthMm: millimetres(),
  heightMm: millimetres(),
  depthMm: millimetres(),
  weightG: wholeField(1, 1_000_000),
  storage: z.enum(storages, key('storage.missing')),
  shelfLifeDays: wholeField(1, 36_500),
  unitsPerCarton: wholeField(1, 10_000),
  minCartons: wholeField(1, 999),
  leadTimeDays: wholeField(0, 365),
  wholesalePrice: priceField(),
  memberPrice: priceField(),
}

/** What may stay empty, and is right when it is not. */
const optional = {
  stackable: z.boolean().default(false),
  brand: optionalText(60),
  story: optionalText(2000),
  gtin: readField(readGtin).optional(),
  halalNumber: readField(readHalalNumber).optional(),
  pirtNumber: readField(readPirtNumber).optional(),
  bpomNumber: readField(readBpomNumber).optional(),
  lotQuantity: wholeField(1, 1_000_000).optional(),
  lotBestBefore: z.iso.date(key('day.missing')).optional(),
}

export const saveProposalForm = z.object({ ...always, ...z.object(complete).partial().shape, ...optional })
export const submitProposalForm = z.object({ ...always, ...complete, ...optional })

export type SaveProposal = z.output<typeof saveProposalForm>
export type SubmitProposal = z.output<typeof submitProposalForm>

const decided = {
  proposalId: idField('proposal', 'form.invalid'),
  version: z.number(key('form.invalid')).int(),
}
export const approveProposalForm = z.object(decided)
export const askForChangesForm = z.object({ ...decided, reason: textField(500) })
export const withdrawProposalForm = z.object(decided)

export type Decision = z.output<typeof approveProposalForm>
export type AskForChanges = z.output<typeof askForChangesForm>
