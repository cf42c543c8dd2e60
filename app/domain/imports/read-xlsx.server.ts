import { FileProblem } from './file-problem.ts'
import { limits } from './limits.ts'
import type { Packed } from './open-zip.server.ts'
import { type Book, openBook } from './xlsx-book.server.ts'
import { readXml } from './xml.server.ts'

/** A row as it stands in the file: its number there, and its cells as text. */
export type Row = { number: number; cells: string[] }

/**
 * The rows of the first visible sheet, as it is unpacked. Empty rows are left out; a formula gives the value that was
 * last calculated; a day is `2026-11-24` whatever its format; a number has a decimal comma, as people here write it.
 *
 * @throws FileProblem for macros, locks, bombs and whatever is no sheet.
 */
export async function* readXlsx(packed: Packed): AsyncGenerator<Row> {
  const book = await openBook(packed)
  const chunks = packed.read(book.sheet)
  if (!chunks) throw new FileProblem({ key: 'import.xlsx_broken' })
  let row: Row = { number: 0, cells: [] }
  let cell: Cell | undefined
  let into: 'value' | 'inline' | undefined
  let inRuby = false
  for await (const events of readXml(chunks))
    for (const event of events) {
      if ('text' in event) {
        if (cell && into && !inRuby && cell.text.length <= limits.cellLetters) cell.text += event.text
      } else if ('open' in event) {
        const { open, attributes } = event
        if (open === 'row') row = { number: Number(attributes.r) || row.number + 1, cells: [] }
        else if (open === 'c') cell = cellAt(attributes, row.cells.length)
        else if (open === 'v') into = 'value'
        else if (open === 't') into = 'inline'
        else if (open === 'rPh') inRuby = true
      } else {
        if (event.close === 'v' || event.close === 't') into = undefined
        else if (event.close === 'rPh') inRuby = false
        else if (event.close === 'c' && cell) {
          put(row, cell, book)
          cell = undefined
        } else if (event.close === 'row' && row.cells.some(Boolean)) yield row
      }
    }
}

type Cell = { column: number; type: string; style: number; text: string }

function cellAt({ r, t = 'n', s = '0' }: Record<string, string>, next: number): Cell {
  const letters = r?.replace(/\d+$/, '') ?? ''
  if (letters.length > 3) throw new FileProblem({ key: 'import.xlsx_broken' })
  const column = letters
    ? [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : next
  return { column, type: t, style: Number(s), text: '' }
}

function put(row: Row, cell: Cell, book: Book): void {
  const text = textOf(cell, book)
  if (text === '') {
    // Where cells do not say their column, an empty one still takes its place.
    while (row.cells.length <= cell.column && row.cells.length < limits.columns) row.cells.push('')
    return
  }
  if (cell.column >= limits.columns || cell.column < 0)
    throw new FileProblem({ key: 'import.many_columns', most: limits.columns })
  while (row.cells.length < cell.column) row.cells.push('')
  row.cells[cell.column] = text
}

function textOf({ type, style, text }: Cell, { texts, isDay, is1904 }: Book): string {
  if (type === 's') return texts[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'ya' : 'tidak'
  if (type === 'd') return text.slice(0, 10)
  if (type !== 'n' || text === '') return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  return (isDay(style) && dayOfSerial(number, is1904)) || numberText(number)
}

/** Excel counts the days since the last day of 1899, with a 29 February 1900 that never was; or since 1904. */
export function dayOfSerial(serial: number, is1904 = false): string | null {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (days < 61 || days > 2_958_465) return null
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

// Binary fractions end in 0,30000000000000004; fifteen digits are what a sheet keeps.
const numberText = (number: number): string => String(Number(number.toPrecision(15))).replace('.', ',')
