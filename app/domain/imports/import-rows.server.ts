// The rows of an import as they are kept; many with one statement.
import type { ImportVerdict } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Content } from './columns.ts'
import type { Planned } from './plan.ts'
import type { Problems } from './read-row.ts'

export type NewRow = { number: number; batch: number; cells: string[]; content: Content; problems: Problems }

export async function insertImportRows(db: Db, importId: string, rows: NewRow[]): Promise<void> {
  const kept = rows.map((row) => ({
    ...row,
    import_id: importId,
    // The database keeps no zero bytes and no half letters; that they were there is among the problems.
    cells: row.cells.map((cell) => cell.replaceAll('\0', '\ufffd').toWellFormed()),
    verdict: (Object.keys(row.problems).length ? 'wrong' : 'new') satisfies ImportVerdict,
  }))
  await db.$executeRaw`
    insert into import_rows (import_id, number, batch, cells, content, verdict, problems)
    select import_id, number, batch, cells, content, verdict, problems
    from jsonb_populate_recordset(null::import_rows, ${JSON.stringify(kept)}::jsonb)`
}

type Outcome = Planned & { proposalId?: string | undefined; isSaved: boolean }

/** Writes what became of rows. */
export async function keepOutcomes(db: Db, importId: string, rows: Outcome[], at: Date): Promise<void> {
  if (rows.length === 0) return
  const kept = rows.map(({ number, verdict, problems, changes, proposalId, isSaved }) => ({
    number,
    verdict,
    problems,
    changes,
    proposal_id: proposalId ?? null,
    is_saved: isSaved && verdict !== 'wrong',
  }))
  await db.$executeRaw`
    update import_rows r
    set verdict = n.verdict, problems = n.problems, changes = n.changes, proposal_id = coalesce(n.proposal_id, r.proposal_id),
      saved_at = case when n.is_saved then ${at} else r.saved_at end
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      n(number int, verdict import_verdict, problems jsonb, changes jsonb, proposal_id text, is_saved boolean)
    where r.import_id = ${importId} and r.number = n.number`
}

/** The rows of a batch that could be read and are not saved. */
export function listBatch(db: Db, importId: string, batch: number) {
  return db.importRow.findMany({
    where: { importId, batch, savedAt: null, verdict: { not: 'wrong' } },
    orderBy: { number: 'asc' },
    select: { number: true, content: true },
  })
}
