import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { readScanned } from '#app/domain/labels/batch-queries.server.ts'
import { requireLabel, requireLabelChoices } from '#app/domain/labels/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aCooperative, addStock, anOfficer, anotherVariant, aVariant } from '#tests/support/make.ts'
import { submit, typedBy } from '#tests/support/proposals.ts'

const isi = (gtin: string, number = 1, receivedOn = '2026-11-01') => ({ gtin, lot: { receivedOn, number } })
const print = { kertas: 'a4-24', jumlah: 1, lewati: 0 } as const

async function aPack() {
  const cooperative = await aCooperative()
  const variant = await aVariant({ cooperative })
  return { variant, cooperative, officer: await anOfficer({ organisation: cooperative }) }
}

test('an officer and a manager choose among packs and their lots, the second of a day by its number', async () => {
  const { variant, cooperative, officer } = await aPack()
  await addStock(variant.id, cooperative.id, 12)
  await addStock(variant.id, cooperative.id, 0)
  const manager = await anOfficer({ organisation: cooperative, role: 'manager' })
  for (const who of [officer, manager])
    expect((await requireLabelChoices(db, who, variant.product.id)).packs).toMatchObject([
      {
        gtin: variant.gtin,
        lots: [
          { code: 'L261101', bestBefore: '2027-08-01', left: 240 },
          { code: 'L261101-2', bestBefore: '2027-08-01', left: 12 },
        ],
      },
    ])
})

test('a label says what the pack, its lot and its maker are', async () => {
  const { variant, officer } = await aPack()
  expect(
    await requireLabel(db, officer, variant.product.id, { ...print, isi: isi(variant.gtin) }),
  ).toMatchObject({
    name: 'Keripik Apel Manalagi 100 g',
    producerName: 'Kelompok Tani Makmur',
    villageName: 'Tulungrejo',
    price: 18_000n,
    isInStoreCode: true,
    lotCode: 'L261101',
    bestBefore: '2027-08-01',
  })
})

test('each pack is called by its own size, on the label and behind its code', async () => {
  const { variant, officer } = await aPack()
  const small = await anotherVariant(variant, { netContent: '40 g', onHand: 12 })
  const { product } = variant
  expect(await requireLabel(db, officer, product.id, { ...print, isi: isi(small.gtin) })).toMatchObject({
    name: 'Keripik Apel Manalagi 40 g',
    netContent: '40 g',
  })
  expect(await readScanned(db, small.gtin, 'L261101')).toMatchObject({
    batch: { product: { name: 'Keripik Apel Manalagi 40 g' }, pack: { netContent: '40 g' } },
  })
})

test('another cooperative finds no product to print', async () => {
  const { variant } = await aPack()
  const other = await anOfficer()
  const refused = { kind: 'not_found', said: { key: 'error.not_found' } }
  await expect(requireLabelChoices(db, other, variant.product.id)).rejects.toMatchObject(refused)
  await expect(requireLabelChoices(db, other, 'prd_none')).rejects.toMatchObject(refused)
  await expect(
    requireLabel(db, other, variant.product.id, { ...print, isi: isi(variant.gtin) }),
  ).rejects.toMatchObject(refused)
})

test('a producer may not print, not even its own', async () => {
  const { variant, officer } = await aPack()
  const producer = { ...officer, role: 'producer' } as unknown as CooperativeMember
  const refused = { kind: 'forbidden' }
  await expect(requireLabelChoices(db, producer, variant.product.id)).rejects.toMatchObject(refused)
  await expect(
    requireLabel(db, producer, variant.product.id, { ...print, isi: isi(variant.gtin) }),
  ).rejects.toMatchObject(refused)
})

test('a pack or lot that is not of this product is refused at its field', async () => {
  const { variant, officer, cooperative } = await aPack()
  const sister = await aVariant({ cooperative })
  for (const wrong of [isi(sister.gtin), isi(variant.gtin, 2), isi(variant.gtin, 1, '2026-11-02')])
    await expect(
      requireLabel(db, officer, variant.product.id, { ...print, isi: wrong }),
    ).rejects.toMatchObject({ kind: 'invalid', fields: { isi: { key: 'label.lot_gone' } } })
})

test('labels are printed of what is paused, too, and its code tells where it is from; of what is archived nothing', async () => {
  const { variant, officer } = await aPack()
  const where = { id: variant.product.id }
  const label = () => requireLabel(db, officer, variant.product.id, { ...print, isi: isi(variant.gtin) })
  await db.product.update({ where, data: { status: 'paused' } })
  await db.producer.updateMany({ data: { leftAt: new Date() } })
  expect(await label()).toMatchObject({ lotCode: 'L261101', bestBefore: '2027-08-01' })
  expect(await readScanned(db, variant.gtin, 'L261101')).toMatchObject({
    is: 'batch',
    batch: {
      product: { isSold: false },
      producer: { name: 'Kelompok Tani Makmur', hasLeft: true },
      village: { name: 'Tulungrejo' },
      bestBefore: '2027-08-01',
    },
  })
  // It has no page of its own, so nothing leads there.
  expect(await readScanned(db, variant.gtin, 'L261102')).toEqual({ is: 'unknown_lot', product: null })
  expect(await readScanned(db, variant.gtin, null)).toEqual({ is: 'gone' })

  await db.product.update({ where, data: { status: 'archived' } })
  await expect(label()).rejects.toMatchObject({ kind: 'conflict', said: { key: 'label.archived' } })
  expect(await readScanned(db, variant.gtin, 'L261101')).toEqual({ is: 'gone' })
})

test('what is not approved yet is behind no code', async () => {
  const officer = await anOfficer()
  await submit(
    officer,
    await typedBy(officer, { gtin: '8991234567891', lotQuantity: 5, lotBestBefore: '2027-01-01' }),
  )
  expect(await readScanned(db, '8991234567891', null)).toEqual({ is: 'unknown' })
  expect(await readScanned(db, '8991234567891', 'L261124')).toEqual({ is: 'unknown' })
})

test('whoever scans learns of the batch what stands on the pack, and nothing of how much there is', async () => {
  const { variant } = await aPack()
  const scanned = await readScanned(db, variant.gtin, 'l261101')
  expect(scanned).toMatchObject({
    is: 'batch',
    batch: { code: 'L261101', bestBefore: '2027-08-01', receivedOn: '2026-11-01' },
  })
  expect(JSON.stringify(scanned)).not.toMatch(/240|price|lot_|var_|prd_/)
})

test('an unknown code, an unknown lot and a product no longer sold are told apart', async () => {
  const { variant } = await aPack()
  const read = async (gtin: string, lot: string | null) => (await readScanned(db, gtin, lot)).is
  expect(await read('8990000000000', 'L261101')).toBe('unknown')
  expect(await read("'--", null)).toBe('unknown')
  for (const lot of ['L261101-2', 'L261102', 'x', '%00'])
    expect(await read(variant.gtin, lot)).toBe('unknown_lot')
  expect(await read(variant.gtin, null)).toBe('product')
  await db.product.update({ where: { id: variant.product.id }, data: { status: 'archived' } })
  expect(await read(variant.gtin, 'L261101')).toBe('gone')
})
