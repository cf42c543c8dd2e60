import { t } from '#app/messages/say.ts'
import type { FieldName } from './typed.ts'

/** What each field is called. */
export const labels = {
  producerId: 'product.field.producer',
  photoId: 'product.field.photo',
  name: 'product.field.name',
  categorySlug: 'product.field.category',
  netContent: 'product.field.net_content',
  shelfLifeDays: 'product.field.shelf_life',
  storage: 'product.field.storage',
  pack: 'product.field.pack',
  widthMm: 'product.field.width',
  heightMm: 'product.field.height',
  depthMm: 'product.field.depth',
  weightG: 'product.field.weight',
  gtin: 'product.field.gtin',
  unitsPerCarton: 'product.field.units_per_carton',
  minCartons: 'product.field.min_cartons',
  leadTimeDays: 'product.field.lead_time',
  wholesalePrice: 'product.field.wholesale_price',
  retailPrice: 'product.field.retail_price',
  memberPrice: 'product.field.member_price',
  pirtNumber: 'product.field.pirt',
  halalNumber: 'product.field.halal',
  bpomNumber: 'product.field.bpom',
  lotQuantity: 'product.field.lot_quantity',
  lotBestBefore: 'product.field.lot_best_before',
  brand: 'product.field.brand',
  story: 'product.field.story',
} as const satisfies Record<FieldName, string>

/** Names of fields in a sentence: `lebar, tinggi`. */
export const namesOf = (fields: readonly FieldName[]): string =>
  fields.map((field) => t(labels[field]).toLowerCase()).join(', ')
