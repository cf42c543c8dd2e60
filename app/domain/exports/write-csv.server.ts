import { type Cell, looksLikeFormula } from './write-xlsx.server.ts'

/**
 * A CSV as spreadsheets here open it: separated by `;`, with a mark for UTF-8. What would be calculated gets an
 * apostrophe, which reading takes off again.
 */
export async function* writeCsv(rows: AsyncIterable<Cell[]> | Iterable<Cell[]>): AsyncGenerator<string> {
  yield '\ufeff'
  for await (const row of rows) yield `${row.map(csvCell).join(';')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const safe = looksLikeFormula(cell) ? `'${cell}` : cell
  return /[";\r\n\t,]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
