import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { approveImport } from '#app/domain/imports/approve-import.server.ts'
import { approveImported } from '#app/domain/imports/approve-imported.server.ts'
import type { TableKind } from '#app/domain/imports/columns.ts'
import { confirmImport } from '#app/domain/imports/confirm-import.server.ts'
import { listRows, requireImport } from '#app/domain/imports/queries.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aCooperative, anOfficer, aProducer, aVariant } from '#tests/support/make.ts'
import { aCsv, anXlsx } from './files.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function sent(officer: CooperativeMember, kind: TableKind, bytes: Buffer) {
  const importId = newId('import')
  await startImport(db, officer, { importId, kind, fileName: 'daftar.xlsx', bytes }, at)
  await readImport(db, { importId }, at)
  return importId
}

async function saved(officer: CooperativeMember, importId: string) {
  await confirmImport(db, officer, { importId }, at)
  await saveImport(db, { importId }, at)
  return requireImport(db, officer, importId)
}

async function aPricedPack() {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  const variant = await aVariant({ cooperative, ownCode: 'KRP-1' })
  return { cooperative, officer, variant }
}

test('a price list proposes what is different, says what is wrong, and changes nothing before somebody says so', async () => {
  const { officer, variant } = await aPricedPack()
  const file = await anXlsx([
    ['Harga grosir', 'Kode', 'Harga jual', 'Warna'],
    [14000, 'KRP-1', 'Rp19.500', 'merah'],
    [14000, 'TIDAK-ADA', 'Rp19.500', ''],
    [14000, 'KRP-2', '12.5', ''],
  ])
  const id = await sent(officer, 'prices', file)
  const read = await requireImport(db, officer, id)
  expect(read).toMatchObject({ status: 'previewed', counts: { new: 0, changed: 1, same: 0, wrong: 2 } })
  expect(read.columns).toContainEqual({ header: 'Warna', field: '' })
  expect(await db.productProposal.count()).toBe(0)

  const wrong = await listRows(db, officer, { importId: id, verdict: 'wrong' })
  expect(wrong.map(({ number, problems }) => [number, Object.keys(problems)])).toEqual([
    [3, ['ownCode']],
    [4, ['retailPrice']],
  ])
  await saved(officer, id)
  const proposal = await db.productProposal.findFirstOrThrow({ include: { variants: true } })
  expect(proposal).toMatchObject({
    status: 'submitted',
    productId: variant.product.id,
    proposedBy: officer.personId,
  })
  expect(proposal.variants[0]).toMatchObject({
    retailPrice: 19_500n,
    wholesalePrice: 14_000n,
    variantId: variant.id,
  })
  expect((await db.variant.findUniqueOrThrow({ where: { id: variant.id } })).retailPrice).toBe(18_000n)
})

test('where a row has no code its barcode names the pack, for prices and for stock; a code goes first', async () => {
  const { cooperative, officer, variant } = await aPricedPack()
  const bare = await aVariant({ cooperative, name: 'Sari Apel 250 ml' })
  const stranger = await aVariant()
  const id = await sent(
    officer,
    'prices',
    aCsv([
      ['EAN', 'Kode', 'Harga eceran'],
      [`${bare.gtin.slice(0, 6)} ${bare.gtin.slice(6)}`, '', 19500],
      [bare.gtin, 'KRP-1', 17500],
      [stranger.gtin, '', 19500],
      ['8,99123E+12', '', 19500],
      ['', '', 19500],
    ]),
  )
  const wrong = await listRows(db, officer, { importId: id, verdict: 'wrong' })
  expect(wrong.map(({ number, problems }) => [number, problems])).toEqual([
    [4, { barcode: { key: 'import.barcode_unknown', text: stranger.gtin } }],
    [5, { barcode: { key: 'import.digits_lost' } }],
    [6, { ownCode: { key: 'text.missing' } }],
  ])
  await saved(officer, id)
  const proposed = await db.productProposalVariant.findMany({ orderBy: { retailPrice: 'asc' } })
  expect(
    proposed.map(({ variantId, retailPrice, ownCode, gtin }) => [variantId, retailPrice, ownCode, gtin]),
  ).toEqual([
    [variant.id, 17_500n, 'KRP-1', null],
    [bare.id, 19_500n, null, null],
  ])

  const counted = aCsv([
    ['Barcode', 'Jumlah', 'Kedaluwarsa'],
    [bare.gtin, 200, '01/08/2027'],
    [stranger.gtin, 200, '01/08/2027'],
  ])
  // Named twice, once in each way, it is counted once.
  const twice = aCsv([
    ['Kode', 'Barcode', 'Jumlah', 'Kedaluwarsa'],
    ['KRP-1', '', 230, '01/08/2027'],
    ['', variant.gtin, 230, '01/08/2027'],
    ['KRP-1', '', 5, '15/07/2027'],
    ['', variant.gtin, 5, '15/07/2027'],
  ])
  expect((await saved(officer, await sent(officer, 'stock', twice))).counts).toMatchObject({
    new: 1,
    changed: 1,
    same: 2,
  })
  expect((await db.stockLevel.findUniqueOrThrow({ where: { variantId: variant.id } })).onHand).toBe(235)
  const done = await saved(officer, await sent(officer, 'stock', counted))
  expect(done.counts).toMatchObject({ changed: 1, wrong: 1 })
  expect((await db.stockLevel.findUniqueOrThrow({ where: { variantId: bare.id } })).onHand).toBe(200)
})

test('a product file names a pack by the barcode it has; one that nobody has needs a code', async () => {
  const { cooperative, officer } = await aPricedPack()
  const bare = await aVariant({ cooperative, name: 'Sari Apel 250 ml' })
  const other = await aVariant({ cooperative, name: 'Cuka Apel 300 ml', ownCode: 'CA-300' })
  const id = await sent(
    officer,
    'products',
    aCsv([
      ['Kode', 'Barcode', 'Nama produk', 'Produsen', 'Harga eceran'],
      ['', bare.gtin, 'Sari Apel 250 ml', 'Kelompok Tani Makmur', 9500],
      ['', '8991234567891', 'Sari Salak 250 ml', 'Kelompok Tani Makmur', 9500],
      ['KRP-1', bare.gtin, 'Keripik Apel Manalagi 100 g', 'Kelompok Tani Makmur', 18000],
      ['CA-300B', '2012345678900', 'Cuka Apel 300 ml', 'Kelompok Tani Makmur', 9500],
      ['CA-300', other.gtin, 'Cuka Apel 300 ml', 'Kelompok Tani Makmur', 18000],
    ]),
  )
  const rows = await db.importRow.findMany({ where: { importId: id }, orderBy: { number: 'asc' } })
  expect(rows.map(({ verdict, problems }) => [verdict, Object.keys(problems as object)])).toEqual([
    ['changed', []],
    ['wrong', ['gtin']],
    ['wrong', ['gtin']],
    ['wrong', ['gtin']],
    ['same', []],
  ])
})

test('the same file again changes nothing, before it is approved and after', async () => {
  const { cooperative, officer, variant } = await aPricedPack()
  const second = await anOfficer({ organisation: cooperative })
  const file = aCsv([
    ['Kode', 'Harga eceran'],
    ['KRP-1', '19500'],
  ])
  const first = await sent(officer, 'prices', file)
  await saved(officer, first)

  const before = await db.productProposal.findFirstOrThrow()
  const again = await saved(officer, await sent(officer, 'prices', file))
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 1 })
  expect(await db.productProposal.findMany()).toEqual([before])

  await approveImport(db, second, { importId: first, proposalIds: 'all' }, at)
  await approveImported(db, { importId: first }, at)
  expect((await db.variant.findUniqueOrThrow({ where: { id: variant.id } })).retailPrice).toBe(19_500n)
  const third = await saved(officer, await sent(officer, 'prices', file))
  expect(third.counts).toMatchObject({ same: 1, changed: 0 })
  expect(await db.productProposal.count()).toBe(1)
})

test('nobody approves an import of their own', async () => {
  const { officer } = await aPricedPack()
  const id = await sent(
    officer,
    'prices',
    aCsv([
      ['Kode', 'Harga eceran'],
      ['KRP-1', '19500'],
    ]),
  )
  await saved(officer, id)
  await expect(approveImport(db, officer, { importId: id, proposalIds: 'all' }, at)).rejects.toThrow(
    'forbidden: proposal.own',
  )
  expect(await db.importApproval.count()).toBe(0)
})

test('new products become drafts, packs of one name one product, and the file again changes nothing', async () => {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  await aProducer(cooperative, 'Tani Makmur')
  const file = aCsv([
    ['SKU', 'Nama', 'Anggota', 'Harga', 'Isi', 'Bentuk', 'Umur simpan'],
    ['A-100', 'Keripik Salak', 'tani makmur', '12500', '100 g', 'Pouch', '9 bulan'],
    ['A-250', 'Keripik Salak', 'Tani Makmur', '27.500', '250 g', 'pouch', '270'],
    ['B-1', 'Sari Apel', 'Orang Lain', '9000', '', '', ''],
  ])
  const first = await saved(officer, await sent(officer, 'products', file))
  expect(first.counts).toEqual({ new: 2, changed: 0, same: 0, wrong: 1 })
  const proposals = await db.productProposal.findMany({
    include: { variants: { orderBy: { position: 'asc' } } },
  })
  expect(proposals).toHaveLength(1)
  expect(proposals[0]).toMatchObject({ status: 'draft', name: 'Keripik Salak', productId: null })
  expect(proposals[0]?.variants.map(({ ownCode, retailPrice }) => [ownCode, retailPrice])).toEqual([
    ['A-100', 12_500n],
    ['A-250', 27_500n],
  ])
  const again = await saved(officer, await sent(officer, 'products', file))
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, wrong: 1 })
  expect(await db.productProposal.count()).toBe(1)
})

test('stock is counted and received once, however often the file is sent', async () => {
  const { officer, variant } = await aPricedPack()
  const file = aCsv([
    ['Kode', 'Jenis', 'Jumlah', 'Kedaluwarsa', 'Diterima'],
    ['KRP-1', 'hitung', '200', '1 Agustus 2027', ''],
    ['KRP-1', 'terima', '50', '01/07/2027', '24/11/2026'],
    ['KRP-1', 'terima', '50', '01/07/2027', ''],
  ])
  const first = await saved(officer, await sent(officer, 'stock', file))
  expect(first.counts).toEqual({ new: 1, changed: 1, same: 0, wrong: 1 })
  expect((await db.stockLevel.findUniqueOrThrow({ where: { variantId: variant.id } })).onHand).toBe(250)
  const movements = await db.stockMovement.count()
  const again = await saved(officer, await sent(officer, 'stock', file))
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, wrong: 1 })
  expect(await db.stockMovement.count()).toBe(movements)
})

test('a member needs consent, its NIK is kept sealed, and the file again changes nothing', async () => {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  const nik = '3579014101800001'
  const file = aCsv([
    ['Nama', 'Pemilik', 'Desa', 'NIK', 'Persetujuan'],
    ['Kelompok Wanita Maju', 'Bu Contoh', 'Tulungrejo', nik, 'tertulis'],
    ['Tanpa Izin', 'Pak Contoh', 'Tulungrejo', '', ''],
    ['Salah NIK', 'Pak Contoh', 'Tulungrejo', '357901', 'lisan'],
  ])
  const id = await sent(officer, 'members', file)
  expect(JSON.stringify(await db.importRow.findMany())).not.toContain(nik)
  const first = await saved(officer, id)
  expect(first.counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 2 })
  const record = await db.producerRecord.findFirstOrThrow()
  expect(record).toMatchObject({ ownerName: 'Bu Contoh', nikRegion: '3579' })
  const again = await saved(officer, await sent(officer, 'members', file))
  expect(again.counts).toMatchObject({ same: 1, wrong: 2 })
  expect(await db.producerRecord.findFirstOrThrow()).toEqual(record)
})
