import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { exportEverything } from '#app/domain/exports/export-everything.server.ts'
import { tablesOf } from '#app/domain/exports/tables.server.ts'
import { writeCsv } from '#app/domain/exports/write-csv.server.ts'
import type { Cell } from '#app/domain/exports/write-xlsx.server.ts'
import type { TableKind } from '#app/domain/imports/columns.ts'
import { openZip } from '#app/domain/imports/open-zip.server.ts'
import { requireImport } from '#app/domain/imports/queries.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { addStock, anOfficer, anotherVariant, aVariant } from '#tests/support/make.ts'
import { aMember } from '#tests/support/members.ts'
import { anXlsx } from '../imports/files.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function readAgain(officer: CooperativeMember, kind: TableKind, bytes: Buffer) {
  const importId = newId('import')
  await startImport(db, officer, { importId, kind, fileName: 'a.xlsx', bytes }, at)
  await readImport(db, { importId }, at)
  const rows = await db.importRow.findMany({ where: { importId, verdict: { not: 'same' } } })
  expect(rows.map(({ verdict, problems, changes }) => ({ kind, verdict, problems, changes }))).toEqual([])
  return (await requireImport(db, officer, importId)).counts.same
}

test('what is taken out is read again as it is, also without own codes, and changes nothing', async () => {
  const { officer } = await aMember()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const coded = await aVariant({
    cooperative,
    ownCode: 'KRP-1',
    breaks: [{ fromCartons: 5, price: 13_000n }],
  })
  await anotherVariant(coded, { netContent: '250 g' })
  const bare = await aVariant({ cooperative, name: 'Sari Apel 250 ml', firstOrderCartons: 3 })
  await db.variant.update({ where: { id: bare.id }, data: { gtin: '8991234567891', gtinKind: 'gs1' } })
  await addStock(bare.id, cooperative.id, 7)
  await db.producer.updateMany({
    where: { products: { some: { id: bare.product.id } } },
    data: { name: 'Tani Sari', slug: 'tani-sari' },
  })
  for (const [name, kind, count] of [
    ['produk', 'products', 3],
    ['harga', 'prices', 3],
    ['stok', 'stock', 3],
    ['anggota', 'members', 3],
  ] as const) {
    const table = tablesOf(db, officer).find((one) => one.name === name)
    const rows: Cell[][] = []
    for await (const row of table?.rows() ?? []) rows.push(row)
    expect(await readAgain(officer, kind, await anXlsx(rows as (string | number | null)[][]))).toBe(count)
    const lines: string[] = []
    for await (const line of writeCsv(table?.rows() ?? (async function* () {})())) lines.push(String(line))
    expect(await readAgain(officer, kind, Buffer.from(lines.join('')))).toBe(count)
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
