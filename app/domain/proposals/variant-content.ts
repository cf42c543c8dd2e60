import type { MemberTerms, Pack, Storage } from '#app/generated/prisma/enums.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import type { TypedVariant } from './rules.ts'

/** The wholesale price per piece from so many cartons on. */
export type PriceBreak = { fromCartons: number; price: Rupiah }

/** What a proposal says of one pack, as it is kept; empty is null. */
export type VariantContent = {
  /** The published variant it changes; null of a new one. */
  variantId: string | null
  /** Whether it is to be sold no more. */
  isEnded: boolean
  ownCode: string | null
  pack: Pack | null
  netContent: string | null
  gtin: string | null
  widthMm: number | null
  heightMm: number | null
  depthMm: number | null
  weightG: number | null
  stackable: boolean | null
  storage: Storage | null
  shelfLifeDays: number | null
  unitsPerCarton: number | null
  minCartons: number | null
  firstOrderCartons: number | null
  leadTimeDays: number | null
  weeklyCapacityPieces: number | null
  retailPrice: Rupiah | null
  wholesalePrice: Rupiah | null
  breaks: PriceBreak[]
  memberPrice: Rupiah | null
  memberTerms: MemberTerms
  lotQuantity: number | null
  lotBestBefore: Day | null
}

/** A pack of which nothing is said yet. */
export const emptyVariant: VariantContent = {
  variantId: null,
  isEnded: false,
  ownCode: null,
  pack: null,
  netContent: null,
  gtin: null,
  widthMm: null,
  heightMm: null,
  depthMm: null,
  weightG: null,
  stackable: null,
  storage: null,
  shelfLifeDays: null,
  unitsPerCarton: null,
  minCartons: null,
  firstOrderCartons: null,
  leadTimeDays: null,
  weeklyCapacityPieces: null,
  retailPrice: null,
  wholesalePrice: null,
  breaks: [],
  memberPrice: null,
  memberTerms: 'bought',
  lotQuantity: null,
  lotBestBefore: null,
}
/** Everything that is said of a pack, by the names it is kept under. */
export const variantFields = Object.keys(emptyVariant) as (keyof VariantContent)[]

export const variantSelect = {
  variantId: true,
  isEnded: true,
  ownCode: true,
  pack: true,
  netContent: true,
  gtin: true,
  widthMm: true,
  heightMm: true,
  depthMm: true,
  weightG: true,
  stackable: true,
  storage: true,
  shelfLifeDays: true,
  unitsPerCarton: true,
  minCartons: true,
  firstOrderCartons: true,
  leadTimeDays: true,
  weeklyCapacityPieces: true,
  retailPrice: true,
  wholesalePrice: true,
  memberPrice: true,
  memberTerms: true,
  lotQuantity: true,
  lotBestBefore: true,
  breaks: { orderBy: { fromCartons: 'asc' }, select: { fromCartons: true, price: true } },
} as const

export type VariantRow = Omit<VariantContent, 'lotBestBefore'> & { lotBestBefore: Date | null }

export const variantOfRow = ({ lotBestBefore, ...row }: VariantRow): VariantContent => ({
  ...row,
  lotBestBefore: lotBestBefore && fromDate(lotBestBefore),
})

export const rowOfVariant = ({ lotBestBefore, breaks: _, ...content }: VariantContent) => ({
  ...content,
  lotBestBefore: lotBestBefore && toDate(lotBestBefore),
})

/** What was typed of a pack. A change of a product brings no stock: that is received, not proposed. */
export function variantOfTyped(typed: TypedVariant, isChange: boolean): VariantContent {
  const said = Object.fromEntries(
    variantFields.flatMap((field) => (typed[field] === undefined ? [] : [[field, typed[field]]])),
  )
  return {
    ...emptyVariant,
    ...said,
    isEnded: (typed.isEnded ?? false) && typed.variantId !== undefined,
    breaks: (typed.breaks ?? []).toSorted((a, b) => a.fromCartons - b.fromCartons),
    ...(isChange && { lotQuantity: null, lotBestBefore: null }),
  }
}

type Optional =
  | 'variantId'
  | 'ownCode'
  | 'gtin'
  | 'firstOrderCartons'
  | 'weeklyCapacityPieces'
  | 'lotQuantity'
  | 'lotBestBefore'

/** A pack of which everything is said that has to be. */
export type CompleteVariant = {
  [Field in keyof VariantContent]: Field extends Optional
    ? VariantContent[Field]
    : NonNullable<VariantContent[Field]>
}

/** What a proposal says of a pack, as a variant keeps it. */
export function packOf(content: CompleteVariant) {
  const {
    variantId: _,
    isEnded: __,
    gtin: ___,
    breaks: ____,
    lotQuantity: _____,
    lotBestBefore: ______,
    ...pack
  } = content
  return pack
}
