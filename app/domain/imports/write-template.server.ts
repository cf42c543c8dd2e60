import type { Cell, Sheet } from '#app/domain/exports/write-xlsx.server.ts'
import { fieldsOf, type TableKind } from './columns.ts'

/** What somebody fills in: the heads with one example row, and a sheet that says what each column is for. */
export function templateOf(kind: TableKind): { rows: Cell[][]; sheets: Sheet[] } {
  const fields = fieldsOf[kind]
  const rows: Cell[][] = [fields.map(({ header }) => header), fields.map(({ example }) => example)]
  const explained: Cell[][] = [
    ['Kolom', 'Wajib', 'Contoh', 'Penjelasan', 'Nama lain yang juga dibaca'],
    ...fields.map(({ header, required, example, help, synonyms }): Cell[] => [
      header,
      required ? 'wajib' : '',
      example,
      help,
      synonyms.join(', '),
    ]),
  ]
  return {
    rows,
    sheets: [
      { name: 'Data', rows },
      { name: 'Penjelasan', rows: explained },
    ],
  }
}
