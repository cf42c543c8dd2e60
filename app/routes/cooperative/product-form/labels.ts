import { t } from '#app/messages/say.ts'
import type { FieldName } from './typed.ts'

/** What each field is called. */
export const labels = {
  producerId: 'product.field.producer',
  photoId: 'product.field.photo',
  name: 'product.field.name',
  categorySlug: 'product.field.category',
  processing: 'product.field.processing',
  netContent: 'product.field.net_content',
  shelfLifeDays: 'product.field.shelf_life',
  storage: 'product.field.storage',
  pack: 'product.field.pack',
  widthMm: 'product.field.width',
  heightMm: 'product.field.height',
  depthMm: 'product.field.depth',
  weightG: 'product.field.weight',
  gtin: 'product.field.gtin',
  ownCode: 'product.field.own_code',
  unitsPerCarton: 'product.field.units_per_carton',
  minCartons: 'product.field.min_cartons',
  firstOrderCartons: 'product.field.first_order',
  weeklyCapacityPieces: 'product.field.weekly_capacity',
  leadTimeDays: 'product.field.lead_time',
  wholesalePrice: 'product.field.wholesale_price',
  retailPrice: 'product.field.retail_price',
  memberPrice: 'product.field.member_price',
  memberTerms: 'product.field.member_terms',
  pirtNumber: 'product.field.pirt',
  halalNumber: 'product.field.halal',
  bpomNumber: 'product.field.bpom',
  lotQuantity: 'product.field.lot_quantity',
  lotBestBefore: 'product.field.lot_best_before',
  brand: 'product.field.brand',
  story: 'product.field.story',
} as const satisfies Record<FieldName, string>

/** What a field is called, also one of a further pack or a row of prices. */
export function labelOf(name: string): string {
  const field = name.replace(/^more\[\d+\]\./, '')
  if (field.startsWith('breaks[')) return t('product.field.breaks')
  return field in labels ? t(labels[field as FieldName]) : ''
}

/** Names of fields in a sentence: `lebar, tinggi`. */
export const namesOf = (fields: readonly string[]): string =>
  [...new Set(fields.map((field) => labelOf(field).toLowerCase()))].filter(Boolean).join(', ')
