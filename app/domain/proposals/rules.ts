import { z } from 'zod'
import { readBpomNumber } from '#app/domain/identifiers/bpom.ts'
import { readGtin } from '#app/domain/identifiers/gtin.ts'
import { readHalalNumber } from '#app/domain/identifiers/halal.ts'
import { readPirtNumber } from '#app/domain/identifiers/pirt.ts'
import { readField } from '#app/domain/identifiers/read-field.ts'
import { photosField } from '#app/domain/photos/rules.ts'
import type { MemberTerms, Pack, Processing, ProposalStatus, Storage } from '#app/generated/prisma/enums.ts'
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

/** What was done to the goods, from nothing to the most; it decides which licence they need. */
export const processings = [
  'fresh',
  'dried',
  'fried',
  'baked',
  'roasted',
  'cooked',
  'fermented',
  'powdered',
  'pasteurised',
  'sterilised',
  'frozen',
  'none',
] as const satisfies Processing[]
export const memberTerms = ['bought', 'titipan'] as const satisfies MemberTerms[]

/** How many packs one product has, how many prices for more one pack has, and how long texts are. */
export const mostPacks = 12
export const mostBreaks = 5
export const longest = { name: 80, brand: 60, story: 2000, netContent: 30, ownCode: 40 } as const
/** What the cooperative calls a pack in its own books; the database holds the same. */
const ownCode = /^[0-9A-Za-z][0-9A-Za-z ._/-]{0,39}$/

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
/** In which something is still to become of a proposal. */
export const openStatuses: ProposalStatus[] = (Object.keys(moves) as ProposalStatus[]).filter(isOpen)

const idField = (of: IdOf, missing: Parameters<typeof key>[0]) =>
  z.string(key(missing)).refine((text) => isId(of, text), key(missing))
const textField = (most: number) =>
  z.string(key('text.missing')).trim().min(1, key('text.missing')).max(most, key('text.long'))
const optionalText = (most: number) => z.string().trim().max(most, key('text.long')).default('')
const millimetres = () => wholeField(1, 5000)

/** What even a draft needs. `version` is the one that was read; 0 of a form that was never saved. */
const always = {
  proposalId: idField('proposal', 'form.invalid'),
  productId: idField('product', 'form.invalid').optional(),
  version: z.number(key('form.invalid')).int(key('form.invalid')).min(0, key('form.invalid')),
  producerId: idField('producer', 'producer.missing'),
  name: textField(longest.name),
  retailPrice: priceField(),
}

/** What is asked for before somebody else looks at it: of the product, and of each of its packs. */
const completeProduct = {
  photoId: idField('photo', 'photo.missing'),
  categorySlug: z.string(key('category.missing')).max(80, key('category.missing')),
}
const completePack = {
  pack: z.enum(packs, key('pack.missing')),
  netContent: textField(longest.netContent),
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

/** A price for who takes more. Two empty fields are none; half of one is said where it is missing. */
const breakField = z
  .object({
    fromCartons: wholeField(2, 9_999).optional(),
    price: priceField().optional(),
  })
  .optional()
  .superRefine((row, context) => {
    if ((row?.fromCartons === undefined) === (row?.price === undefined)) return
    const path = row?.price === undefined ? 'price' : 'fromCartons'
    const message = path === 'price' ? key('price.missing') : key('number.missing')
    context.addIssue({ code: 'custom', path: [path], message })
  })
const breaksField = z
  .array(breakField)
  .max(mostBreaks, key('breaks.too_many'))
  .transform((rows) =>
    rows.flatMap((row) => {
      const { fromCartons, price } = row ?? {}
      return fromCartons === undefined || price === undefined ? [] : [{ fromCartons, price }]
    }),
  )

/** What may stay empty, and is right when it is not: of the product, and of each of its packs. */
const optionalProduct = {
  photos: photosField.optional(),
  processing: z.enum(processings, key('processing.missing')).optional(),
  brand: optionalText(longest.brand),
  story: optionalText(longest.story),
  halalNumber: readField(readHalalNumber).optional(),
  pirtNumber: readField(readPirtNumber).optional(),
  bpomNumber: readField(readBpomNumber).optional(),
}
const optionalPack = {
  variantId: idField('variant', 'form.invalid').optional(),
  isEnded: z.boolean().optional(),
  ownCode: z.string().trim().regex(ownCode, key('own_code.letters')).optional(),
  stackable: z.boolean().default(false),
  gtin: readField(readGtin).optional(),
  firstOrderCartons: wholeField(1, 999).optional(),
  weeklyCapacityPieces: wholeField(1, 1_000_000).optional(),
  breaks: breaksField.optional(),
  memberTerms: z.enum(memberTerms, key('form.invalid')).optional(),
  lotQuantity: wholeField(1, 1_000_000).optional(),
  lotBestBefore: z.iso.date(key('day.missing')).optional(),
}

const draftPack = { ...z.object(completePack).partial().shape, ...optionalPack }
const draftMore = z.object({ retailPrice: priceField().optional(), ...draftPack })
const completeMore = z.object({ retailPrice: priceField(), ...completePack, ...optionalPack })
const tooMany = key('variant.too_many')

/** The first pack is typed among the product's own fields, as if it were the only one; `more` are the others. */
export const saveProposalForm = z.object({
  ...always,
  ...z.object(completeProduct).partial().shape,
  ...optionalProduct,
  ...draftPack,
  more: z
    .array(draftMore)
    .max(mostPacks - 1, tooMany)
    .optional(),
})
export const submitProposalForm = z.object({
  ...always,
  ...completeProduct,
  ...optionalProduct,
  ...completePack,
  ...optionalPack,
  more: z
    .array(completeMore)
    .max(mostPacks - 1, tooMany)
    .optional(),
})

export type SaveProposal = z.output<typeof saveProposalForm>
export type SubmitProposal = z.output<typeof submitProposalForm>
/** What is typed of one pack. */
export type TypedVariant = z.output<typeof draftMore>

/** Every pack that was typed, the first one first. */
export const packsOf = (typed: SaveProposal): TypedVariant[] => [typed, ...(typed.more ?? [])]

/** Where the form has a field of a pack: the first one's stand among the product's. */
export const prefixOf = (at: number): string => (at === 0 ? '' : `more[${at - 1}].`)

const decided = {
  proposalId: idField('proposal', 'form.invalid'),
  version: z.number(key('form.invalid')).int(),
}
export const approveProposalForm = z.object(decided)
export const askForChangesForm = z.object({ ...decided, reason: textField(500) })
export const withdrawProposalForm = z.object(decided)

export type Decision = z.output<typeof approveProposalForm>
export type AskForChanges = z.output<typeof askForChangesForm>
