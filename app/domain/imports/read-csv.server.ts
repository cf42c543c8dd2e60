import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { FileProblem } from './file-problem.ts'
import { limits } from './limits.ts'
import type { Row } from './read-xlsx.server.ts'

/**
 * The rows of a CSV as spreadsheets write it: separated by `;`, `,` or tab, in UTF-8, UTF-16 or Windows-1252. Empty rows
 * are left out, but counted.
 *
 * @throws FileProblem for bytes that are no text.
 */
export async function* readCsv(bytes: Buffer): AsyncGenerator<Row> {
  const text = decode(bytes)
  const parser = parse({
    delimiter: separatorOf(text),
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    maxRecordSize: limits.columns * limits.cellLetters,
  })
  // In pieces: what is read waits until it was taken.
  Readable.from(pieces(text)).pipe(parser)
  let number = 0
  try {
    for await (const record of parser) {
      const cells = (record as string[]).map(withoutApostrophe)
      number++
      if (cells.length > limits.columns && cells.slice(limits.columns).some(Boolean))
        throw new FileProblem({ key: 'import.many_columns', most: limits.columns })
      if (cells.some((cell) => cell.trim())) yield { number, cells: cells.slice(0, limits.columns) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileProblem({ key: 'import.csv_broken', row: number + 1 })
    throw error
  }
}

// How we write what a spreadsheet would calculate.
const withoutApostrophe = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

function* pieces(text: string) {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}

function decode(bytes: Buffer): string {
  const [a, b] = bytes
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined
  // Without a mark, UTF-16 shows as a zero beside every letter.
  const head = bytes.subarray(0, 1000)
  const zeros = (from: number) => head.filter((byte, i) => i % 2 === from && byte === 0).length
  const wide =
    marked ?? (zeros(1) * 3 > head.length ? 'utf-16le' : zeros(0) * 3 > head.length ? 'utf-16be' : undefined)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (head.includes(0)) throw new FileProblem({ key: 'import.not_a_table' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The mark that stands most often in the head, outside quotes. Commas come last: prices have them. */
export function separatorOf(text: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\n\r])*/.exec(text.trimStart().slice(0, 20_000))?.[0] ?? ''
  const bare = head.replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string) => bare.split(mark).length
  return [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ';')
}
