import { Readable } from 'node:stream'
import yazl from 'yazl'
import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { tablesOf } from './tables.server.ts'
import { writeCsv } from './write-csv.server.ts'
import { writeXlsx } from './write-xlsx.server.ts'

/**
 * Everything the officer's cooperative owns, as one ZIP of an XLSX and of a CSV for each table, written while it is
 * read. That members' data was taken along is written down in each one's trail.
 */
export async function exportEverything(db: Db, officer: CooperativeMember, at: Date): Promise<Readable> {
  for (const permission of ['product.read', 'member.read', 'purchase_order.read'] as const)
    allow(officer, permission)
  await keepThatItWasTaken(db, officer, at)
  const zip = new yazl.ZipFile()
  const tables = tablesOf(db, officer)
  // One after the other: a table is only read when its turn comes.
  zip.addReadStreamLazy('rak-lokal.xlsx', { compress: false }, (give) =>
    give(null, writeXlsx(tables.map(({ name, rows }) => ({ name, rows: lazily(rows) })))),
  )
  for (const { name, rows } of tables)
    zip.addReadStreamLazy(`${name}.csv`, {}, (give) => give(null, Readable.from(writeCsv(rows()))))
  zip.end()
  return zip.outputStream as Readable
}

async function* lazily<T>(rows: () => AsyncGenerator<T>): AsyncGenerator<T> {
  yield* rows()
}

async function keepThatItWasTaken(
  db: Db,
  { cooperativeId, membershipId }: CooperativeMember,
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const members = await tx.producer.findMany({
      where: { cooperativeId, leftAt: null, record: { isNot: null } },
      select: { id: true },
    })
    const rows = members.map(({ id }) => ({
      id: newId('act'),
      producer_id: id,
      cooperative_id: cooperativeId,
      kind: 'exported',
      fields: [],
      reason: '',
      by_membership_id: membershipId,
      at,
    }))
    await insertRows(tx, 'producer_acts', rows as never)
  })
}
