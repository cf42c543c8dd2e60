// What a proposal or a product says, field by field, in words.
import { partsOfPirt } from '#app/domain/identifiers/pirt.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { labels } from './cooperative/product-form/labels.ts'

export type Names = { producerName: string; categoryName: string | null }
export type TextRow = { field: keyof Content; label: string; text: string }

/** Every field but the photo, as people read it; empty text where there is nothing. */
export function contentRows(content: Content, { producerName, categoryName }: Names): TextRow[] {
  const days = (count: number | null) =>
    count !== null && say({ key: 'count.days', count: formatNumber(count) })
  const price = (amount: bigint | null) => amount !== null && formatRupiah(amount)
  const texts: Partial<Record<keyof Content, string | 0 | null | false>> = {
    producerId: producerName,
    name: content.name,
    brand: content.brand,
    categorySlug: categoryName,
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
    unitsPerCarton: content.unitsPerCarton && say({ key: 'product.pieces', pieces: content.unitsPerCarton }),
    minCartons: content.minCartons && say({ key: 'count.cartons', count: content.minCartons }),
    leadTimeDays: days(content.leadTimeDays),
    wholesalePrice: price(content.wholesalePrice),
    retailPrice: price(content.retailPrice),
    memberPrice: price(content.memberPrice),
    pirtNumber: content.pirtNumber && withYear(content.pirtNumber),
    halalNumber: content.halalNumber,
    bpomNumber: content.bpomNumber,
    lotQuantity:
      content.lotQuantity && say({ key: 'product.pieces', pieces: formatNumber(content.lotQuantity) }),
    lotBestBefore: content.lotBestBefore && formatDay(content.lotBestBefore),
    story: content.story,
  }
  const all = { ...labels, stackable: 'product.stackable' } as const
  return (Object.keys(texts) as (keyof typeof texts & keyof typeof all)[]).map((field) => ({
    field,
    label: t(all[field]),
    text: texts[field] || '',
  }))
}

function withYear(number: string): string {
  const parts = partsOfPirt(number)
  return parts ? say({ key: 'pirt.until', number, year: parts.expiryYear }) : number
}
