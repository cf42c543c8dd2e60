import type { CooperativeMember } from '#app/domain/access/actors.ts'
import type { Cell } from '#app/domain/exports/write-xlsx.server.ts'
import { say } from '#app/messages/say.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { reasonHeader } from './columns.ts'
import { headerOf, listRows, requireImport } from './queries.server.ts'
import type { Problems } from './read-row.ts'

const pageSize = 500

/**
 * The rows that were wrong, in the columns in which they came, with the reason in one more: to be mended and sent again.
 * A member's secrets are masked. Refuses with `not_found` also another cooperative's.
 */
export async function writeBadRows(db: Db, officer: CooperativeMember, importId: string) {
  const { kind, headers, fileName } = await requireImport(db, officer, importId)
  async function* rows(): AsyncGenerator<Cell[]> {
    yield [...headers, reasonHeader]
    let after = 0
    for (;;) {
      const page = await listRows(db, officer, { importId, verdict: 'wrong', after }, pageSize)
      for (const { cells, problems } of page) yield [...cells, reasonOf(kind, problems)]
      after = page.at(-1)?.number ?? 0
      if (page.length < pageSize) return
    }
  }
  return { fileName, rows: rows() }
}

/** Every problem of a row in one cell, each with its column. */
export function reasonOf(kind: string, problems: Problems): string {
  return Object.entries(problems)
    .map(([field, message]) => {
      const header = headerOf(kind, field)
      return header ? `${header}: ${say(message)}` : say(message)
    })
    .join(' ')
}
