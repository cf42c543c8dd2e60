import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Content, type TableKind, tableKinds } from './columns.ts'
import { keepOutcomes, listBatch } from './import-rows.server.ts'
import { type ImportRun, openImport } from './open-import.server.ts'
import { saveRows } from './plan-rows.server.ts'
import { openContent } from './row-secrets.server.ts'
import { savePhotos } from './save-photos.server.ts'
import { tellDone } from './tell-done.server.ts'

/**
 * Saves the rows of an import that are right, batch by batch. Each batch is there whole or not at all, and says so in
 * the same transaction: a worker that dies in between leaves nothing half, and nothing is saved twice.
 */
export async function saveImport(db: Db, { importId }: { importId: string }, at: Date): Promise<void> {
  const run = await openImport(db, importId, 'saving')
  if (!run) return
  const kind = tableKinds.find((one) => one === run.kind)
  if (!kind) await savePhotos(db, run, at)
  else while (await saveBatch(db, run, kind, at));
  await inTransaction(db, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, status: 'saving' },
      data: { status: 'done', finishedAt: at },
    })
    if (count) await tellDone(tx, run, at)
  })
}

async function saveBatch(db: Db, run: ImportRun, kind: TableKind, at: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // One batch of a cooperative at a time: what two files say of one product is saved one after the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`import:${run.officer.cooperativeId}`}))`
    const next = await tx.importRow.findFirst({
      where: { importId: run.id, savedAt: null, verdict: { not: 'wrong' } },
      orderBy: [{ batch: 'asc' }, { number: 'asc' }],
      select: { batch: true },
    })
    if (!next) return false
    const rows = (await listBatch(tx, run.id, next.batch)).map(({ number, content }) => ({
      number,
      cells: openContent(run.id, kind, number, content as Content),
    }))
    const saved = await saveRows(tx, run.officer, { kind, rows, reason: `Impor ${run.fileName}, baris` }, at)
    await keepOutcomes(
      tx,
      run.id,
      saved.map((row) => ({ ...row, isSaved: true })),
      at,
    )
    await tx.import.update({ where: { id: run.id }, data: { done: { increment: rows.length } } })
    return true
  })
}
