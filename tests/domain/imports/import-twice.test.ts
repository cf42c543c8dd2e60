// What happens when the same is asked twice, or half of it was done.
import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { approveImport } from '#app/domain/imports/approve-import.server.ts'
import { approveImported } from '#app/domain/imports/approve-imported.server.ts'
import type { TableKind } from '#app/domain/imports/columns.ts'
import { confirmImport } from '#app/domain/imports/confirm-import.server.ts'
import { requireImport } from '#app/domain/imports/queries.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aCooperative, anOfficer, aProducer, aVariant, jobs } from '#tests/support/make.ts'
import { aCsv } from './files.ts'

const at = new Date('2026-11-24T03:00:00Z')
type Sent = { kind: TableKind; bytes: Buffer; importId?: string }

const send = (officer: CooperativeMember, { importId = newId('import'), ...file }: Sent) =>
  startImport(db, officer, { importId, fileName: 'daftar.csv', ...file }, at)

async function confirmed(officer: CooperativeMember, file: Sent): Promise<string> {
  const { id: importId } = await send(officer, file)
  await readImport(db, { importId }, at)
  await confirmImport(db, officer, { importId }, at)
  return importId
}

const products = (count: number) =>
  aCsv([
    ['Kode', 'Nama produk', 'Produsen', 'Harga eceran'],
    ...Array.from({ length: count }, (_, i) => [`A-${i}`, `Keripik ${i}`, 'Tani Makmur', 12_500]),
  ])
const stock = aCsv([
  ['Kode', 'Jenis', 'Jumlah', 'Kedaluwarsa', 'Diterima'],
  ['KRP-1', 'hitung', '200', '1 Agustus 2027', ''],
  ['KRP-1', 'terima', '50', '01/07/2027', '24/11/2026'],
])

async function aCooperativeWithGoods() {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  await aProducer(cooperative, 'Tani Makmur')
  const variant = await aVariant({ cooperative, ownCode: 'KRP-1' })
  return { cooperative, officer, variant }
}

test('one form sent many times at once is one import and one job', async () => {
  const { officer } = await aCooperativeWithGoods()
  const importId = newId('import')
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => send(officer, { kind: 'stock', bytes: stock, importId })),
  )
  expect(tries.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'))
  expect(await db.import.count()).toBe(1)
  expect((await jobs()).filter((task) => task.startsWith('import.uploaded'))).toHaveLength(1)
})

test('two imports of one file, saved at the same moment, propose each product once', async () => {
  const { cooperative, officer } = await aCooperativeWithGoods()
  const second = await anOfficer({ organisation: cooperative })
  const file = { kind: 'products', bytes: products(150) } as const
  const ids = [await confirmed(officer, file), await confirmed(officer, file), await confirmed(second, file)]
  await Promise.all(ids.map((importId) => saveImport(db, { importId }, at)))
  expect(await db.productProposal.count()).toBe(150)
  expect(await db.productProposalVariant.count()).toBe(150)
  for (const id of ids) {
    const { status, counts } = await requireImport(db, officer, id)
    expect(status).toBe('done')
    expect(counts.new + counts.same + counts.wrong).toBe(150)
  }
})

test('two imports of one delivery, saved at the same moment, bring it in once', async () => {
  const { officer, variant } = await aCooperativeWithGoods()
  const ids = [await confirmed(officer, { kind: 'stock', bytes: stock })]
  ids.push(await confirmed(officer, { kind: 'stock', bytes: stock }))
  await Promise.all(ids.map((importId) => saveImport(db, { importId }, at)))
  expect((await db.stockLevel.findUniqueOrThrow({ where: { variantId: variant.id } })).onHand).toBe(250)
})

test('an import is saved once, however many workers take it up', async () => {
  const { officer, variant } = await aCooperativeWithGoods()
  const importId = await confirmed(officer, { kind: 'stock', bytes: stock })
  await Promise.all([1, 2, 3].map(() => saveImport(db, { importId }, at)))
  expect((await db.stockLevel.findUniqueOrThrow({ where: { variantId: variant.id } })).onHand).toBe(250)
  expect(await requireImport(db, officer, importId)).toMatchObject({ status: 'done', done: 2, saved: 2 })
})

test('a worker that stops midway leaves whole batches, and the next one goes on after them', async () => {
  const { officer } = await aCooperativeWithGoods()
  const importId = await confirmed(officer, { kind: 'products', bytes: products(250) })
  // The third batch meets something that nobody expects.
  await db.$executeRaw`
    create function stop_midway() returns trigger language plpgsql as $$ begin
      if new.name = 'Keripik 240' then raise exception 'stopped'; end if; return new; end $$`
  await db.$executeRaw`create trigger stop_midway before insert on product_proposals for each row execute function stop_midway()`
  try {
    await expect(saveImport(db, { importId }, at)).rejects.toThrow('stopped')
  } finally {
    await db.$executeRaw`drop trigger stop_midway on product_proposals`
    await db.$executeRaw`drop function stop_midway`
  }
  expect(await db.productProposal.count()).toBe(200)
  expect(await requireImport(db, officer, importId)).toMatchObject({
    status: 'saving',
    done: 200,
    saved: 200,
  })

  await saveImport(db, { importId }, at)
  expect(await db.productProposal.count()).toBe(250)
  expect(await requireImport(db, officer, importId)).toMatchObject({ status: 'done', done: 250, saved: 250 })
})

test('a file that was half read is read from the start', async () => {
  const { officer } = await aCooperativeWithGoods()
  const { id: importId } = await send(officer, { kind: 'products', bytes: products(30) })
  await db.importRow.create({ data: { importId, number: 2, cells: ['A-0'], verdict: 'new' } })
  await db.import.update({ where: { id: importId }, data: { total: 30, done: 30 } })
  await readImport(db, { importId }, at)
  expect(await requireImport(db, officer, importId)).toMatchObject({
    status: 'previewed',
    total: 30,
    done: 0,
    counts: { new: 30, wrong: 0 },
  })
  await readImport(db, { importId }, at)
  expect(await db.importRow.count()).toBe(30)
})

test('what is approved twice at the same moment is approved once', async () => {
  const { cooperative, officer, variant } = await aCooperativeWithGoods()
  const prices = aCsv([
    ['Kode', 'Harga eceran'],
    ['KRP-1', 19_500],
  ])
  const importId = await confirmed(officer, { kind: 'prices', bytes: prices })
  await saveImport(db, { importId }, at)
  const second = await anOfficer({ organisation: cooperative })
  const ask = () => approveImport(db, second, { importId, proposalIds: 'all' }, at)
  await Promise.all([ask(), ask()])
  await Promise.all([approveImported(db, { importId }, at), approveImported(db, { importId }, at)])
  expect((await db.variant.findUniqueOrThrow({ where: { id: variant.id } })).retailPrice).toBe(19_500n)
  expect(await db.proposalMove.count({ where: { toStatus: 'approved' } })).toBe(1)
  expect(await db.importApproval.findMany()).toMatchObject([{ problem: null }])
})

test('a role that may not do it by hand does not do it with a file', async () => {
  const { officer } = await aCooperativeWithGoods()
  const { id: importId } = await send(officer, { kind: 'stock', bytes: stock })
  await readImport(db, { importId }, at)
  const buyer = { ...(await aBuyer()), cooperativeId: officer.cooperativeId } as unknown as CooperativeMember
  const other = await anOfficer()
  for (const kind of ['products', 'prices', 'stock', 'members'] as const)
    await expect(send(buyer, { kind, bytes: stock })).rejects.toThrow('forbidden')
  await expect(confirmImport(db, buyer, { importId }, at)).rejects.toThrow('forbidden')
  await expect(approveImport(db, buyer, { importId, proposalIds: 'all' }, at)).rejects.toThrow('forbidden')
  await expect(send(other, { kind: 'stock', bytes: stock, importId })).rejects.toThrow('not_found')
  await expect(confirmImport(db, other, { importId }, at)).rejects.toThrow('not_found')
  await expect(approveImport(db, other, { importId, proposalIds: 'all' }, at)).rejects.toThrow('not_found')
  expect(await requireImport(db, officer, importId)).toMatchObject({ status: 'previewed' })
})
