import { expect, test } from 'vitest'
import { exportEverything } from '#app/domain/exports/export-everything.server.ts'
import { tablesOf } from '#app/domain/exports/tables.server.ts'
import { openZip } from '#app/domain/imports/open-zip.server.ts'
import { requireImport } from '#app/domain/imports/queries.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aCooperative, anOfficer, aVariant } from '#tests/support/make.ts'
import { anXlsx } from '../imports/files.ts'

const at = new Date('2026-11-24T03:00:00Z')

test('what is taken out is read again as it is, and changes nothing', async () => {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  await aVariant({ cooperative, ownCode: 'KRP-1' })
  const tables = tablesOf(db, officer)
  for (const [name, kind] of [
    ['produk', 'products'],
    ['harga', 'prices'],
    ['stok', 'stock'],
  ] as const) {
    const rows: (string | number | null)[][] = []
    for await (const row of tables.find((table) => table.name === name)?.rows() ?? []) rows.push(row)
    const importId = newId('import')
    await startImport(db, officer, { importId, kind, fileName: 'a.xlsx', bytes: await anXlsx(rows) }, at)
    await readImport(db, { importId }, at)
    const wrong = await db.importRow.findMany({
      where: { importId, verdict: 'wrong' },
      select: { problems: true },
    })
    expect(wrong).toEqual([])
    expect([name, (await requireImport(db, officer, importId)).counts]).toEqual([
      name,
      { new: 0, changed: 0, same: 1, wrong: 0 },
    ])
  }
})

test('everything is one archive, of one cooperative only', async () => {
  const officer = await anOfficer()
  await aVariant({ name: 'Milik orang lain', ownCode: 'X-1' })
  const chunks: Buffer[] = []
  for await (const chunk of await exportEverything(db, officer, at)) chunks.push(chunk as Buffer)
  const names = [
    'rak-lokal.xlsx',
    'produk.csv',
    'harga.csv',
    'stok.csv',
    'anggota.csv',
    'mutasi-stok.csv',
    'pesanan.csv',
    'sertifikat.csv',
    'foto.csv',
  ]
  const text = Buffer.concat(chunks).toString('latin1')
  for (const name of names) expect(text).toContain(name)
  expect(await openZip(Buffer.concat(chunks)).catch((error) => error.message)).toBe('import.zip_nested')
  for (const { rows } of tablesOf(db, officer)) {
    let count = 0
    for await (const _ of rows()) count++
    expect(count).toBe(1)
  }
})
