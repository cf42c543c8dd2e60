import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action as correct, loader as correction } from '#app/routes/cooperative/correction.tsx'
import { loader as lowStock } from '#app/routes/cooperative/low-stock.tsx'
import { loader as product } from '#app/routes/cooperative/product.tsx'
import { action as receive, loader as receiving } from '#app/routes/cooperative/receiving.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, anotherVariant, aVariant } from '#tests/support/make.ts'

async function aShelf() {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variant = await aVariant({ cooperative, onHand: 60, shelfLifeDays: 36_500 })
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })
  return { officer, variant, lot, params: { id: variant.product.id } }
}
const refused = (answer: unknown) => {
  const { init, data } = answer as { init: { status: number }; data: { error: Record<string, string[]> } }
  return { status: init.status, error: data.error }
}
const onHand = async (variantId: string) =>
  (await db.stockLevel.findUniqueOrThrow({ where: { variantId } })).onHand

test('stock is received and seen', async () => {
  const { officer, variant, params } = await aShelf()
  const { lotId } = await receiving(await get('/x', officer, params))
  const fields = { lotId, variantId: variant.id, quantity: '40', bestBefore: '2099-01-01' }
  expect(await receive(await post('/x', officer, fields, params))).toMatchObject({ status: 302 })
  const shown = await product(await get('/x', officer, params))
  expect(shown.product.stock).toEqual({ onHand: 100, reserved: 0, available: 100 })
  expect(shown.lots.map(({ left }) => left)).toEqual([60, 40])
})

test.each([
  ['quantity', '0', 'Angka ini di luar batas yang wajar.'],
  ['quantity', '1,5', 'Isi dengan angka.'],
  ['quantity', '', 'Isi dengan angka.'],
  ['bestBefore', '2020-01-01', 'Tanggal ini sudah lewat.'],
  ['bestBefore', '', 'Isi tanggalnya.'],
])('received stock whose %s is "%s" is refused there', async (field, value, message) => {
  const { officer, variant, params } = await aShelf()
  const fields = {
    lotId: newId('lot'),
    variantId: variant.id,
    quantity: '40',
    bestBefore: '2099-01-01',
    [field]: value,
  }
  const { status, error } = refused(await receive(await post('/x', officer, fields, params)))
  expect([status, error[field]]).toEqual([422, [message]])
  expect(await onHand(variant.id)).toBe(60)
})

test('a lot is corrected, and what cannot be is said at its field', async () => {
  const { officer, variant, lot, params } = await aShelf()
  const { movementId } = await correction(await get(`/x?lot=${lot.id}`, officer, params))
  const fields = {
    movementId,
    variantId: variant.id,
    lotId: lot.id,
    kind: 'damaged',
    quantity: '61',
    reason: 'Jatuh',
  }
  const { status, error } = refused(await correct(await post('/x', officer, fields, params)))
  expect([status, error.quantity]).toEqual([409, ['Lot ini tinggal 60.']])
  const without = refused(
    await correct(await post('/x', officer, { ...fields, quantity: '1', reason: '' }, params)),
  )
  expect(without.error.reason).toEqual(['Tulis sebabnya, supaya yang lain mengerti.'])
  expect(await correct(await post('/x', officer, { ...fields, quantity: '1' }, params))).toMatchObject({
    status: 302,
  })
  expect(await onHand(variant.id)).toBe(59)
})

test('another cooperative finds neither product nor lot, and a buyer has no business here', async () => {
  const { variant, lot, params } = await aShelf()
  const stranger = await anOfficer()
  for (const load of [product, receiving, correction])
    await expect(load(await get(`/x?lot=${lot.id}`, stranger, params))).rejects.toMatchObject({
      init: { status: 404 },
    })
  const fields = { lotId: newId('lot'), variantId: variant.id, quantity: '40', bestBefore: '2099-01-01' }
  expect(refused(await receive(await post('/x', stranger, fields, params))).status).toBe(404)
  await expect(receive(await post('/x', await aBuyer(), fields, params))).rejects.toMatchObject({
    init: { status: 403 },
  })
  expect(await onHand(variant.id)).toBe(60)
})

test('a lot that is not of the product is not found', async () => {
  const { officer, params } = await aShelf()
  const other = await aShelf()
  for (const lot of [other.lot.id, newId('lot'), ''])
    await expect(correction(await get(`/x?lot=${lot}`, officer, params))).rejects.toMatchObject({
      init: { status: 404 },
    })
})

test('the second pack of a product is received, corrected and given its threshold under its own name', async () => {
  const { officer, variant, params } = await aShelf()
  const large = await anotherVariant(variant, { netContent: '250 g', onHand: 12 })
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: large.id } })
  const at = (path: string) => get(path, officer, params)
  const { receiving: receivingAt, takingOut, lowStock: lowAt } = paths.cooperative
  const name = 'Keripik Apel Manalagi 250 g'
  const id = params.id
  expect(await receiving(await at(receivingAt(id, large.id)))).toMatchObject({ variantId: large.id, name })
  expect(await correction(await at(takingOut(id, large.id, lot.id)))).toMatchObject({
    variantId: large.id,
    name,
    usual: 'expired',
    lot: { id: lot.id, left: 12 },
  })
  expect(await lowStock(await at(lowAt(id, large.id)))).toMatchObject({ variantId: large.id, name })
  await expect(lowStock(await at(lowAt(id, newId('variant'))))).rejects.toMatchObject({
    init: { status: 404 },
  })
})
