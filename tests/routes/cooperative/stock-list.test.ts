import { expect, test } from 'vitest'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as correction } from '#app/routes/cooperative/correction.tsx'
import { loader as low, action as setLow } from '#app/routes/cooperative/low-stock.tsx'
import { loader as list } from '#app/routes/cooperative/stock.tsx'
import { action as count, loader as counting } from '#app/routes/cooperative/stock-count.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, aVariant } from '#tests/support/make.ts'

async function aShelf() {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variant = await aVariant({ cooperative, onHand: 60 })
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })
  const line = { 'lots[0].lotId': lot.id, 'lots[0].movementId': newId('movement') }
  return { officer, variant, lot, line, params: { id: variant.product.id } }
}
const answerOf = (answer: unknown) => {
  const { init, data } = answer as {
    init: { status: number }
    data: { error: Record<string, string[]> | null; initialValue: { lots: Record<string, string>[] } }
  }
  return { status: init.status, error: data.error, lots: data.initialValue?.lots }
}
const onHand = async (variantId: string) =>
  (await db.stockLevel.findUniqueOrThrow({ where: { variantId } })).onHand

test('the list is filtered and searched by its address, and takes no other words for filters', async () => {
  const { officer, lot } = await aShelf()
  await db.lot.update({ where: { id: lot.id }, data: { bestBefore: toDate('2026-11-02') } })
  const of = async (query: string) => list(await get(`/koperasi/stok${query}`, officer))
  expect(await of('?tampil=lewat&cari=keripik')).toMatchObject({
    view: 'past',
    search: 'keripik',
    page: [{ past: 60, free: 0, pastLotId: lot.id }],
  })
  expect((await of('?cari=tahu')).page).toEqual([])
  expect(await of('?tampil=apa%20saja&sesudah=x')).toMatchObject({ view: 'all', counts: { all: 1, past: 1 } })
})

test('to take out what is past its day, the correction says so already', async () => {
  const { officer, lot, params } = await aShelf()
  const of = async (kind: string) => correction(await get(`/x?lot=${lot.id}&jenis=${kind}`, officer, params))
  expect(await of('expired')).toMatchObject({ usual: 'expired', lot: { left: 60 } })
  expect(await of('received')).toMatchObject({ usual: 'counted' })
})

test('a threshold is set, and what is none is refused at its field', async () => {
  const { officer, variant, params } = await aShelf()
  expect(await low(await get(`/x?ukuran=${variant.id}`, officer, params))).toMatchObject({
    variantId: variant.id,
    pieces: 0,
  })
  const wrong = await setLow(await post('/x', officer, { variantId: variant.id, pieces: 'sedikit' }, params))
  expect(answerOf(wrong)).toMatchObject({ status: 422, error: { pieces: ['Isi dengan angka.'] } })
  const fields = { variantId: variant.id, pieces: '75' }
  expect(await setLow(await post('/x', officer, fields, params))).toMatchObject({ status: 302 })
  expect((await list(await get('/x', officer))).page).toMatchObject([{ lowAt: 75, isLow: true }])
})

test('a count shows no record before it is typed, then the difference, then asks why, then is saved', async () => {
  const { officer, variant, line, lot } = await aShelf()
  const shown = await counting(await get(`/x?kemasan=${variant.id}`, officer))
  const movementId = expect.stringMatching(/^mut_/)
  const [bestBefore, name] = ['2027-08-01', 'Keripik Apel Manalagi 100 g']
  expect(shown.lots).toEqual([{ id: lot.id, variantId: variant.id, name, bestBefore, movementId }])

  const counted = { ...line, 'lots[0].counted': '48' }
  const checked = answerOf(await count(await post('/x', officer, { ...counted, step: 'check' })))
  expect(checked).toMatchObject({ status: 200, lots: [{ counted: '48', expected: '60' }] })
  expect(await onHand(variant.id)).toBe(60)

  const seen = { ...counted, 'lots[0].expected': '60' }
  const unexplained = answerOf(await count(await post('/x', officer, { ...seen, step: 'save' })))
  expect(unexplained).toMatchObject({
    status: 422,
    error: { 'lots[0].reason': ['Tulis sebabnya, supaya yang lain mengerti.'] },
  })
  const again = answerOf(await count(await post('/x', officer, { ...seen, step: 'again' })))
  expect(again).toMatchObject({ status: 200, lots: [{ counted: '48', expected: '' }] })

  const saved = { ...seen, 'lots[0].reason': 'Jatuh', step: 'save' }
  for (let times = 0; times < 2; times++)
    expect(await count(await post('/x', officer, saved))).toMatchObject({ status: 302 })
  expect(await onHand(variant.id)).toBe(48)
})

test('a count is refused in words: nothing counted, no number, and a lot that moved', async () => {
  const { officer, line } = await aShelf()
  const of = async (fields: Record<string, string>) =>
    answerOf(await count(await post('/x', officer, { ...line, ...fields })))
  expect(await of({ step: 'check' })).toMatchObject({
    status: 422,
    error: { '': ['Belum ada yang dihitung. Isi paling sedikit satu lot; boleh 0 bila habis.'] },
  })
  expect(await of({ step: 'check', 'lots[0].counted': 'banyak' })).toMatchObject({
    status: 422,
    error: { 'lots[0].counted': ['Isi dengan angka.'] },
  })
  expect(await of({ step: 'save', 'lots[0].counted': '59', 'lots[0].expected': '58' })).toMatchObject({
    status: 409,
    error: { 'lots[0].counted': ['Catatan lot ini berubah sejak selisihnya diperiksa. Hitung lagi.'] },
  })
  expect((await of({ step: 'hapus' })).status).toBe(422)
})

test('another cooperative finds nothing to count or to set, and a buyer has no business here', async () => {
  const { variant, line, params } = await aShelf()
  const stranger = await anOfficer()
  expect((await counting(await get(`/x?kemasan=${variant.id}`, stranger))).lots).toEqual([])
  expect((await list(await get('/x', stranger))).page).toEqual([])
  await expect(low(await get('/x', stranger, params))).rejects.toMatchObject({ init: { status: 404 } })
  const counted = { ...line, 'lots[0].counted': '1', step: 'check' }
  expect(answerOf(await count(await post('/x', stranger, counted))).status).toBe(404)
  const threshold = { variantId: variant.id, pieces: '5' }
  expect(answerOf(await setLow(await post('/x', stranger, threshold, params))).status).toBe(404)
  const buyer = await aBuyer()
  for (const load of [list, counting])
    await expect(load(await get('/x', buyer))).rejects.toMatchObject({ init: { status: 403 } })
  await expect(count(await post('/x', buyer, counted))).rejects.toMatchObject({ init: { status: 403 } })
  expect(await onHand(variant.id)).toBe(60)
})
