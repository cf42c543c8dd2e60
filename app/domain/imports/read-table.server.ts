import { FileProblem } from './file-problem.ts'
import { limits } from './limits.ts'
import { openZip } from './open-zip.server.ts'
import { readCsv } from './read-csv.server.ts'
import { type Row, readXlsx } from './read-xlsx.server.ts'

/**
 * The rows of a file, whatever its name says: an XLSX or a CSV. The first row is the head.
 *
 * @throws FileProblem in the middle, too: whoever keeps rows waits for the end before believing any.
 */
export async function* readTable(bytes: Buffer): AsyncGenerator<Row> {
  if (bytes.length === 0) throw new FileProblem({ key: 'import.empty' })
  if (bytes.length > limits.fileBytes) throw new FileProblem({ key: 'import.too_large' })
  let count = -1
  let letters = 0
  for await (const row of rowsOf(bytes)) {
    if (++count > limits.rows) throw new FileProblem({ key: 'import.many_rows', most: limits.rows })
    for (const cell of row.cells) letters += cell.length
    if (letters > limits.tableLetters) throw new FileProblem({ key: 'import.too_large' })
    yield row
  }
  if (count < 1) throw new FileProblem({ key: 'import.empty' })
}

async function* rowsOf(bytes: Buffer): AsyncGenerator<Row> {
  const head = bytes.subarray(0, 8).toString('latin1')
  if (head.startsWith('PK')) yield* readXlsx(await openZip(bytes))
  // What Excel kept before 2007, and what it keeps behind a password.
  else if (head.startsWith('\xd0\xcf\x11\xe0')) throw new FileProblem({ key: 'import.old_or_locked' })
  else yield* readCsv(bytes)
}
