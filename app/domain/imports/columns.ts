import type { ImportKind } from '#app/generated/prisma/enums.ts'
import { memberFields } from './fields-members.ts'
import { priceFields, productFields } from './fields-products.ts'
import { stockFields } from './fields-stock.ts'
import { plain, type Read } from './values.ts'

/** What is read of one cell. Prices are text, because rows are kept as JSON. */
export type Value = string | number | boolean
export type Content = Record<string, Value | undefined>

export type Field = {
  name: string
  /** The head of its column in the template, and what else people write there. */
  header: string
  synonyms: readonly string[]
  required?: true
  /** Sealed where it is kept, masked where it is shown. */
  secret?: true
  example: string
  help: string
  read(text: string): Read<Value>
}

export type TableKind = Exclude<ImportKind, 'photos'>
export const tableKinds = ['products', 'prices', 'stock', 'members'] as const satisfies TableKind[]

export const fieldsOf: Record<TableKind, readonly Field[]> = {
  products: productFields,
  prices: priceFields,
  stock: stockFields,
  members: memberFields,
}

/** The head of the column in which wrong rows say why. It is passed over when such a file comes back. */
export const reasonHeader = 'Alasan'

/** Which field each head names; '' for one that nobody knows, and for the second of two that name the same. */
export function recognise(kind: TableKind, headers: string[]): string[] {
  const taken = new Set<string>()
  return headers.map((header) => {
    const word = plain(header)
    const found = fieldsOf[kind].find(
      ({ name, header, synonyms }) =>
        !taken.has(name) && word !== '' && [header, name, ...synonyms].some((said) => plain(said) === word),
    )
    if (found) taken.add(found.name)
    return found?.name ?? ''
  })
}

/** The heads that must be there and are not; a pack is named by its own code or by its barcode. */
export const missingHeaders = (kind: TableKind, fields: string[]): string[] =>
  fieldsOf[kind]
    .filter(
      ({ name, required }) =>
        !fields.includes(name) && (required || (name === 'ownCode' && !fields.some(isBarcode))),
    )
    .map(({ header }) => header)

/** Of products the barcode is kept, of prices and stock it is only looked for. */
export const isBarcode = (field: string): boolean => field === 'barcode' || field === 'gtin'
