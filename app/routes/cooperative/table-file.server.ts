import { Readable } from 'node:stream'
import { writeCsv } from '#app/domain/exports/write-csv.server.ts'
import { type Cell, type Sheet, writeXlsx } from '#app/domain/exports/write-xlsx.server.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
}

/** A file for somebody to keep, sent while it is written. */
export function fileAnswer(body: Readable, name: string, type: keyof typeof types): Response {
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: {
      'content-type': types[type],
      'content-disposition': `attachment; filename="${name}.${type}"`,
      'cache-control': 'private, no-store',
    },
  })
}

type Rows = AsyncIterable<Cell[]> | Iterable<Cell[]>

/** One table as XLSX, with more sheets beside it, or as CSV. */
export function tableAnswer(request: Request, name: string, rows: Rows, sheets?: Sheet[]): Response {
  const isCsv = new URL(request.url).searchParams.get('jenis') === 'csv'
  return isCsv
    ? fileAnswer(Readable.from(inBytes(writeCsv(rows))), name, 'csv')
    : fileAnswer(writeXlsx(sheets ?? [{ name: 'Data', rows }]), name, 'xlsx')
}

// An answer is made of bytes, not of letters.
async function* inBytes(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(line)
}
