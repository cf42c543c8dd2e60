// What a proposal or a product says, field by field, in words.
import { partsOfPirt } from '#app/domain/identifiers/pirt.ts'
import type { Content, ProductContent } from '#app/domain/proposals/content.ts'
import type { VariantContent } from '#app/domain/proposals/variant-content.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { labels } from './cooperative/product-form/labels.ts'

export type Names = { producerName: string; categoryName: string | null }
export type TextRow<Field> = { field: Field; label: string; text: string }
type Said = string | 0 | null | false

/** Every field of the product but the photo, as people read it; empty text where there is nothing. */
export function productRows(
  content: Omit<Content, 'variants'>,
  { producerName, categoryName }: Names,
): TextRow<keyof ProductContent>[] {
  return rowsOf({
    producerId: producerName,
    name: content.name,
    brand: content.brand,
    categorySlug: categoryName,
    processing: content.processing && t(`processing.${content.processing}`),
    pirtNumber: content.pirtNumber && withYear(content.pirtNumber),
    halalNumber: content.halalNumber,
    bpomNumber: content.bpomNumber,
    story: content.story,
  })
}

/** Every field of one pack, likewise. */
export function variantRows(content: VariantContent): TextRow<keyof VariantContent>[] {
  const days = (count: number | null) =>
    count !== null && say({ key: 'count.days', count: formatNumber(count) })
  const price = (amount: bigint | null) => amount !== null && formatRupiah(amount)
  const cartons = (count: number | null) => count && say({ key: 'count.cartons', count })
  const pieces = (count: number | null) =>
    count && say({ key: 'product.pieces', pieces: formatNumber(count) })
  return rowsOf({
    netContent: content.netContent,
    storage: content.storage && t(`storage.${content.storage}`),
    shelfLifeDays: days(content.shelfLifeDays),
    pack: content.pack && t(`pack.${content.pack}`),
    widthMm: content.widthMm && formatMm(content.widthMm),
    heightMm: content.heightMm && formatMm(content.heightMm),
    depthMm: content.depthMm && formatMm(content.depthMm),
    weightG: content.weightG && say({ key: 'count.grams', count: formatNumber(content.weightG) }),
    stackable: content.stackable !== null && t(content.stackable ? 'answer.yes' : 'answer.no'),
    gtin: content.gtin ?? t('product.in_store_code'),
    ownCode: content.ownCode,
    unitsPerCarton: pieces(content.unitsPerCarton),
    minCartons: cartons(content.minCartons),
    firstOrderCartons: cartons(content.firstOrderCartons),
    leadTimeDays: days(content.leadTimeDays),
    weeklyCapacityPieces: pieces(content.weeklyCapacityPieces),
    wholesalePrice: price(content.wholesalePrice),
    retailPrice: price(content.retailPrice),
    memberPrice: price(content.memberPrice),
    memberTerms: t(`member_terms.${content.memberTerms}`),
    breaks: content.breaks
      .map((row) =>
        say({ key: 'product.break_text', cartons: row.fromCartons, price: formatRupiah(row.price) }),
      )
      .join(', '),
    lotQuantity: pieces(content.lotQuantity),
    lotBestBefore: content.lotBestBefore && formatDay(content.lotBestBefore),
    isEnded: t(content.isEnded ? 'answer.no' : 'answer.yes'),
  })
}

/** What a pack is called among the others: its shape and what is in it. */
export const sizeName = ({ pack, netContent }: VariantContent): string =>
  [pack && t(`pack.${pack}`), netContent].filter(Boolean).join(' ') || t('product.not_yet')

const all = {
  ...labels,
  stackable: 'product.stackable',
  breaks: 'product.field.breaks',
  isEnded: 'product.field.ended',
} as const

function rowsOf<Field extends string>(texts: Partial<Record<Field, Said>>): TextRow<Field>[] {
  return (Object.keys(texts) as (Field & keyof typeof all)[]).map((field) => ({
    field,
    label: t(all[field]),
    text: texts[field] || '',
  })) as TextRow<Field>[]
}

function withYear(number: string): string {
  const parts = partsOfPirt(number)
  return parts ? say({ key: 'pirt.until', number, year: parts.expiryYear }) : number
}
