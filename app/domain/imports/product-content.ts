// What the cells of a row say of a product and of a pack of it.

import { isInStoreCode } from '#app/domain/identifiers/gtin.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { emptyVariant, type VariantContent, variantFields } from '#app/domain/proposals/variant-content.ts'
import type { Processing } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import type { Content as Cells } from './columns.ts'
import { words } from './fields-products.ts'
import type { Changes } from './plan.ts'
import { plain } from './values.ts'

/** A category as rows name it, with what is usually done to such goods. */
export type Category = { slug: string; usual: Processing | null }

/** The product's own fields. An empty cell leaves what is there. */
export function contentFrom(
  categories: ReadonlyMap<string, Category>,
  before: Content,
  cells: Cells,
): { content: Content } | { field: string; problem: Message } {
  const content = { ...before }
  if (cells.name !== undefined) content.name = String(cells.name)
  if (cells.brand !== undefined) content.brand = String(cells.brand)
  if (cells.story !== undefined) content.story = String(cells.story)
  if (cells.processing !== undefined) content.processing = cells.processing as Processing
  if (cells.category === undefined) return { content }
  const found = categories.get(plain(String(cells.category)))
  if (!found)
    return { field: 'category', problem: { key: 'import.category_unknown', text: String(cells.category) } }
  content.categorySlug = found.slug
  content.processing ??= found.usual ?? 'cooked'
  return { content }
}

const prices = ['retailPrice', 'wholesalePrice', 'memberPrice'] as const

/** What a row says of its pack. An empty cell leaves what is there. */
export function packFrom(before: VariantContent, cells: Cells): VariantContent {
  const said = Object.fromEntries(
    variantFields.flatMap((field) => (cells[field] === undefined ? [] : [[field, cells[field]]])),
  ) as Partial<VariantContent>
  for (const field of prices) if (cells[field] !== undefined) said[field] = BigInt(String(cells[field]))
  // The system's own code, as an export shows it, says nothing new.
  if (said.gtin && isInStoreCode(said.gtin)) delete said.gtin
  const pack = { ...before, ...said }
  return {
    ...pack,
    stackable: pack.stackable ?? (pack.pack === null ? null : false),
    minCartons: pack.minCartons ?? 1,
  }
}

/** Old and new of what a row changes, in words. */
export function changesOf(
  before: Content,
  after: Content,
  isIts: (pack: VariantContent) => boolean,
): Changes {
  const changes: Changes = {}
  const compare = (field: string, old: unknown, next: unknown) => {
    if (inWords(old) !== inWords(next)) changes[field] = [inWords(old), inWords(next)]
  }
  for (const field of ['name', 'brand', 'story', 'processing', 'categorySlug', 'producerId'] as const)
    compare(field, before[field], after[field])
  const pack = (content: Content) => content.variants.find(isIts) ?? emptyVariant
  for (const field of variantFields)
    if (field !== 'breaks') compare(field, pack(before)[field], pack(after)[field])
  return changes
}

const said: Record<string, string | undefined> = Object.fromEntries(
  Object.values(words).flatMap((choices) =>
    Object.entries(choices).map(([value, [first]]) => [value, first]),
  ),
)

/** A value as the tables that we write show it. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return said[String(value)] ?? String(value)
}
