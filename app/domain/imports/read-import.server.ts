import type { Db } from '#app/platform/transaction.server.ts'
import { type Content, fieldsOf, missingHeaders, reasonHeader, recognise, type TableKind } from './columns.ts'
import { FileProblem } from './file-problem.ts'
import { readFile, removeFile } from './import-file.server.ts'
import { insertImportRows, keepOutcomes, listBatch, type NewRow } from './import-rows.server.ts'
import { keepMessage } from './keep-message.ts'
import { type ImportRun, openImport } from './open-import.server.ts'
import { planRows } from './plan-rows.server.ts'
import { readPhotos } from './read-photos.server.ts'
import { keysOf, readRow } from './read-row.ts'
import { readTable } from './read-table.server.ts'
import { openContent, sealRow } from './row-secrets.server.ts'
import { plain } from './values.ts'

const batchSize = 100

/**
 * Reads a file that was taken in: keeps its rows, with what is wrong with them and what each would change. Nothing of the
 * cooperative is changed. Begun again, it begins from the start.
 */
export async function readImport(db: Db, { importId }: { importId: string }, at: Date): Promise<void> {
  const run = await openImport(db, importId, 'reading')
  if (!run) return
  const bytes = await readFile(importId, run.kind)
  await db.importRow.deleteMany({ where: { importId } })
  await db.import.updateMany({ where: { id: importId, status: 'reading' }, data: { total: 0, done: 0 } })
  try {
    if (!bytes) throw new FileProblem({ key: 'import.file_missing' })
    if (run.kind === 'photos') await readPhotos(db, run, bytes)
    else {
      const shape = { id: importId, kind: run.kind }
      const batches = await keepRows(db, shape, bytes)
      for (let batch = 0; batch < batches; batch++) await planBatch(db, run, { kind: run.kind, batch }, at)
    }
    await db.import.updateMany({
      where: { id: importId, status: 'reading' },
      data: { status: 'previewed', done: 0 },
    })
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    await db.importRow.deleteMany({ where: { importId } })
    await db.import.updateMany({
      where: { id: importId, status: 'reading' },
      data: { status: 'refused', problem: keepMessage(error.said), finishedAt: at, total: 0, done: 0 },
    })
  }
  // Photos are unpacked again when they are saved.
  if (run.kind !== 'photos') await removeFile(importId)
}

type Shape = { id: string; kind: TableKind }

/** Keeps the rows of a table; gives how many batches they are saved in. */
async function keepRows(db: Db, { id, kind }: Shape, bytes: Buffer): Promise<number> {
  let fields: string[] | undefined
  let total = 0
  let left: NewRow[] = []
  const groups = new Map<string, number>()
  const seen = new Map<string, number>()
  const flush = async () => {
    await insertImportRows(db, id, left)
    left = []
  }
  let before = 0
  for await (const { number, cells } of readTable(bytes)) {
    if (!fields) {
      fields = headOf(kind, cells)
      if (!fields && ++before >= 10) break // a title or two stands above many tables
      if (fields) await db.import.update({ where: { id }, data: { headers: cells.map(tidy), fields } })
      continue
    }
    const { content, problems } = readRow(kind, fields, cells)
    if (isExample(kind, content)) continue
    const { group, once } = keysOf(kind, content)
    const first = once === null ? undefined : seen.get(once)
    if (first !== undefined && Object.keys(problems).length === 0)
      problems.ownCode = { key: 'import.row_twice', row: first }
    if (once !== null && first === undefined && Object.keys(problems).length === 0) seen.set(once, number)
    if (!groups.has(group)) groups.set(group, groups.size)
    const batch = Math.floor((groups.get(group) ?? 0) / batchSize)
    const padded = Array.from({ length: fields.length }, (_, i) => cells[i] ?? '')
    left.push({ batch, problems, ...sealRow({ id, kind, fields }, { number, cells: padded, content }) })
    total++
    if (left.length >= 500) await flush()
  }
  if (!fields)
    throw new FileProblem({ key: 'import.columns_missing', names: missingHeaders(kind, []).join(', ') })
  if (total === 0) throw new FileProblem({ key: 'import.empty' })
  await flush()
  await db.import.update({ where: { id }, data: { total } })
  return Math.ceil(groups.size / batchSize)
}

const tidy = (text: string): string =>
  text
    .replace(/[\p{C}]/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 100)

/** What the columns are, if this row is a head. One that has most of it and lacks something is refused by name. */
function headOf(kind: TableKind, cells: string[]): string[] | undefined {
  const fields = recognise(kind, cells).map((name, i) =>
    plain(cells[i] ?? '') === plain(reasonHeader) ? '' : name,
  )
  const known = fields.filter(Boolean).length
  const missing = missingHeaders(kind, fields)
  if (missing.length === 0) return fields
  if (known >= 2) throw new FileProblem({ key: 'import.columns_missing', names: missing.join(', ') })
}

/** The row that the template shows how to fill in, left where it was. */
function isExample(kind: TableKind, content: Content): boolean {
  const shown = fieldsOf[kind].filter(({ example }) => example !== '')
  return shown.every(({ name, example, read }) => {
    const found = read(example)
    return 'value' in found && content[name] === found.value
  })
}

async function planBatch(
  db: Db,
  run: ImportRun,
  { kind, batch }: { kind: TableKind; batch: number },
  at: Date,
): Promise<void> {
  const rows = await listBatch(db, run.id, batch)
  const toPlan = rows.map(({ number, content }) => ({
    number,
    cells: openContent(run.id, kind, number, content as Content),
  }))
  const planned = await planRows(db, run.officer, kind, toPlan, at)
  await keepOutcomes(
    db,
    run.id,
    planned.map((row) => ({ ...row, isSaved: false })),
    at,
  )
  await db.import.update({ where: { id: run.id }, data: { done: { increment: rows.length } } })
}
