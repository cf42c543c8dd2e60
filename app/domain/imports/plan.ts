import type { ImportVerdict } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import type { Content as Cells } from './columns.ts'
import type { Problems } from './read-row.ts'

/** A row that could be read, before anybody looks at what it would change. */
export type RowToPlan = { number: number; cells: Cells }

/** The barcode that a row says: to find its pack by, or of a product to keep. */
export const barcodeOf = ({ barcode, gtin }: Cells): string => String(barcode ?? gtin ?? '')

/** The packs of a cooperative that rows are about: by their own code, or where a row has none by their barcode. */
export const packsOf = (cooperativeId: string, rows: RowToPlan[]) => ({
  cooperativeId,
  OR: [
    {
      ownCode: {
        in: rows.flatMap(({ cells }) => (cells.ownCode === undefined ? [] : [String(cells.ownCode)])),
      },
    },
    { gtin: { in: rows.map(({ cells }) => barcodeOf(cells)) } },
  ],
})

/** Why no pack was found for a row. */
export function unknownPack(number: number, cells: Cells): Planned {
  if (cells.ownCode !== undefined)
    return wrong(number, 'ownCode', { key: 'import.code_unknown', text: String(cells.ownCode) })
  const text = barcodeOf(cells)
  const isLost = /\de\+?\d/i.test(text)
  return wrong(
    number,
    cells.barcode === undefined ? 'gtin' : 'barcode',
    isLost ? { key: 'import.digits_lost' } : { key: 'import.barcode_unknown', text },
  )
}

/** What stood there and what would, by field, as people read it. */
export type Changes = Record<string, [string, string]>

/** What a row would do. */
export type Planned = {
  number: number
  verdict: ImportVerdict
  problems: Problems
  changes: Changes
}

export const wrong = (number: number, field: string, message: Message): Planned => ({
  number,
  verdict: 'wrong',
  problems: { [field]: message },
  changes: {},
})

export const same = (number: number): Planned => ({ number, verdict: 'same', problems: {}, changes: {} })
