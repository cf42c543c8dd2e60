import { readFileSync } from 'node:fs'

/** Rows of a table of comma-separated values without quotes; lines that begin with `#` are remarks. */
export function readTable(file: URL): ((column: string) => string)[] {
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'))
  const [head = [], ...rows] = lines.map((line) => line.split(','))
  return rows.map((row) => (column) => {
    const value = row[head.indexOf(column)]
    if (value === undefined) throw new Error(`${file.pathname} has no ${column} in: ${row.join()}`)
    return value
  })
}
