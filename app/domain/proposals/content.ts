import { photosOf } from '#app/domain/photos/rules.ts'
import type { Processing } from '#app/generated/prisma/enums.ts'
import { packsOf, type SaveProposal } from './rules.ts'
import {
  type CompleteVariant,
  type VariantContent,
  type VariantRow,
  variantOfRow,
  variantOfTyped,
  variantSelect,
} from './variant-content.ts'

/** What a proposal says, as it is kept; empty is null. It has at least one variant. */
export type Content = {
  producerId: string
  photoId: string | null
  name: string
  categorySlug: string | null
  processing: Processing | null
  brand: string
  story: string
  halalNumber: string | null
  pirtNumber: string | null
  bpomNumber: string | null
  variants: VariantContent[]
}
/** Of the product itself, without its packs. */
export type ProductContent = Omit<Content, 'variants'>

const productSelect = {
  producerId: true,
  photoId: true,
  name: true,
  categorySlug: true,
  processing: true,
  brand: true,
  story: true,
  halalNumber: true,
  pirtNumber: true,
  bpomNumber: true,
} as const
/** Everything that is said of the product itself. */
export const productFields = Object.keys(productSelect) as (keyof ProductContent)[]

export const contentSelect = {
  ...productSelect,
  variants: { orderBy: { position: 'asc' }, select: variantSelect },
} as const

export type ContentRow = ProductContent & { variants: VariantRow[] }

export const contentOf = ({ variants, ...row }: ContentRow): Content => ({
  ...productOf(row),
  variants: variants.map(variantOfRow),
})

/** Only what is said of the product, of a row that has more. */
export const productOf = (row: ProductContent): ProductContent =>
  Object.fromEntries(productFields.map((field) => [field, row[field]])) as ProductContent

/** What was typed, as it is kept. */
export function contentOfTyped(typed: SaveProposal): Content {
  const isChange = typed.productId !== undefined
  return {
    producerId: typed.producerId,
    photoId: photosOf(typed)[0]?.id ?? null,
    name: typed.name,
    categorySlug: typed.categorySlug ?? null,
    processing: typed.processing ?? null,
    brand: typed.brand,
    story: typed.story,
    halalNumber: typed.halalNumber ?? null,
    pirtNumber: typed.pirtNumber ?? null,
    bpomNumber: typed.bpomNumber ?? null,
    variants: packsOf(typed).map((pack) => variantOfTyped(pack, isChange)),
  }
}

/** The same, where the packs of these ids are ended: a change ends packs, and brings none back that was ended since. */
export const withEnded = (content: Content, ended: string[]): Content => ({
  ...content,
  variants: content.variants.map((pack) => ({
    ...pack,
    isEnded: pack.isEnded || (pack.variantId !== null && ended.includes(pack.variantId)),
  })),
})

/** Whether two contents say the same. */
export const isSame = (one: Content, other: Content): boolean => textOf(one) === textOf(other)

const textOf = (content: Content): string =>
  JSON.stringify(content, (_, value) => {
    if (typeof value === 'bigint') return String(value)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
  })

type Optional = 'halalNumber' | 'pirtNumber' | 'bpomNumber'

/** A proposal that has everything: what the database holds of one that was submitted. */
export type CompleteContent = {
  [Field in keyof ProductContent]: Field extends Optional
    ? ProductContent[Field]
    : NonNullable<ProductContent[Field]>
} & { variants: CompleteVariant[] }
