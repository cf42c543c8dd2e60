import { writeXlsx } from '#app/domain/exports/write-xlsx.server.ts'

/** An XLSX of one sheet, as our own writer makes it. */
export async function anXlsx(rows: (string | number | null)[][]): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of writeXlsx([{ name: 'Data', rows }])) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export const aCsv = (rows: (string | number)[][]): Buffer =>
  Buffer.from(rows.map((row) => row.join(';')).join('\r\n'))
