import type { Pack, Storage } from '#app/generated/prisma/enums.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import type { SaveProposal } from './rules.ts'

/** What a proposal says, as it is kept; empty is null. */
export type Content = {
  producerId: string
  photoId: string
  name: string
  retailPrice: Rupiah
  categorySlug: string | null
  brand: string
  story: string
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
  leadTimeDays: number | null
  wholesalePrice: Rupiah | null
  memberPrice: Rupiah | null
  halalNumber: string | null
  pirtNumber: string | null
  bpomNumber: string | null
  lotQuantity: number | null
  lotBestBefore: Day | null
}

export const contentSelect = {
  producerId: true,
  photoId: true,
  name: true,
  retailPrice: true,
  categorySlug: true,
  brand: true,
  story: true,
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
  leadTimeDays: true,
  wholesalePrice: true,
  memberPrice: true,
  halalNumber: true,
  pirtNumber: true,
  bpomNumber: true,
  lotQuantity: true,
  lotBestBefore: true,
} as const

export type ContentRow = Omit<Content, 'lotBestBefore'> & { lotBestBefore: Date | null }

export const contentOf = ({ lotBestBefore, ...row }: ContentRow): Content => ({
  ...row,
  lotBestBefore: lotBestBefore && fromDate(lotBestBefore),
})

/** What was typed, as it is kept. A change of a product that exists brings no stock: that is received, not proposed. */
export function rowOf(typed: SaveProposal): ContentRow {
  const { proposalId: _, productId, version: __, lotBestBefore, lotQuantity, ...rest } = typed
  return {
    ...empty,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    producerId: rest.producerId,
    photoId: rest.photoId,
    name: rest.name,
    retailPrice: rest.retailPrice,
    lotQuantity: productId ? null : (lotQuantity ?? null),
    lotBestBefore: productId || !lotBestBefore ? null : toDate(lotBestBefore),
  }
}

const empty = {
  categorySlug: null,
  brand: '',
  story: '',
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
  leadTimeDays: null,
  wholesalePrice: null,
  memberPrice: null,
  halalNumber: null,
  pirtNumber: null,
  bpomNumber: null,
}

/** Whether two contents say the same. */
export function isSame(one: ContentRow, other: ContentRow): boolean {
  const a = contentOf(one)
  const b = contentOf(other)
  return (Object.keys(contentSelect) as (keyof Content)[]).every((field) => a[field] === b[field])
}

/** A proposal that has everything: what the database holds of one that was submitted. */
export type CompleteContent = { [Field in keyof Content]: NonNullable<Content[Field]> } & {
  [Field in
    | 'gtin'
    | 'halalNumber'
    | 'pirtNumber'
    | 'bpomNumber'
    | 'lotQuantity'
    | 'lotBestBefore']: Content[Field]
}

/** What a proposal says of the pack, as a variant keeps it. */
export function packOf(content: CompleteContent) {
  const { pack, netContent, widthMm, heightMm, depthMm, weightG, stackable, storage, shelfLifeDays } = content
  const { unitsPerCarton, minCartons, leadTimeDays, retailPrice, wholesalePrice, memberPrice } = content
  return {
    pack,
    netContent,
    widthMm,
    heightMm,
    depthMm,
    weightG,
    stackable,
    storage,
    shelfLifeDays,
    unitsPerCarton,
    minCartons,
    leadTimeDays,
    retailPrice,
    wholesalePrice,
    memberPrice,
    frontPhotoId: content.photoId,
  }
}
