import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { action, loader } from '#app/routes/cooperative/order.tsx'
import { loader as pickList } from '#app/routes/cooperative/pick-list.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'

async function answer(
  fields: Record<string, string>,
  over: { who?: Awaited<ReturnType<typeof anOfficer>> } = {},
) {
  const { order, line, officer } = await aPlacedOrder({ cartons: 3 })
  const who = over.who ?? officer
  const form = { 'answers[0].lineId': line.id, 'answers[0].answer': 'accept', reason: '', ...fields }
  return action(await post(`/koperasi/pesanan/${order.id}`, who, form, { id: order.id }))
}
const status = async () => (await db.purchaseOrder.findFirstOrThrow()).status

test('the page shows the order, and to another cooperative that there is none', async () => {
  const { order, line, variant, officer } = await aPlacedOrder()
  const page = await loader(await get('/', officer, { id: order.id }))
  expect(page.order.lines).toMatchObject([
    { id: line.id, variantId: variant.id, facings: 3, fill: 18, pieces: 24 },
  ])

  const stranger = await anOfficer()
  await expect(loader(await get('/', stranger, { id: order.id }))).rejects.toMatchObject({
    init: { status: 404 },
  })
  await expect(loader(await get('/', stranger, { id: 'pur_none' }))).rejects.toMatchObject({
    init: { status: 404 },
  })
  await expect(loader(await get('/', await aBuyer(), { id: order.id }))).rejects.toMatchObject({
    init: { status: 403 },
  })
  await expect(loader(await get('/', undefined, { id: order.id }))).rejects.toMatchObject({ status: 302 })
})

test('what is accepted has a pick list, which nobody else sees', async () => {
  const { order, line, officer } = await aPlacedOrder({ cartons: 3 })
  const ask = async (who?: Parameters<typeof get>[1]) => pickList(await get('/', who, { id: order.id }))
  expect((await ask(officer)).order.deliveries).toEqual([])
  const form = { 'answers[0].lineId': line.id, 'answers[0].answer': 'accept', reason: '' }
  await action(await post(`/koperasi/pesanan/${order.id}`, officer, form, { id: order.id }))
  expect((await ask(officer)).order.deliveries).toMatchObject([{ packs: [{ cartons: 3, lots: [{}] }] }])
  await expect(ask(await anOfficer())).rejects.toMatchObject({ init: { status: 404 } })
  await expect(ask(await aBuyer())).rejects.toMatchObject({ init: { status: 403 } })
  await expect(ask()).rejects.toMatchObject({ status: 302 })
})

test('an answer leads back to the order', async () => {
  expect(await answer({})).toMatchObject({ status: 302 })
  expect(await status()).toBe('accepted')
})

test.for([
  [
    { 'answers[0].answer': 'counter', 'answers[0].cartons': '1,5', 'answers[0].deliverOn': '2026-12-01' },
    'answers[0].cartons',
    'Isi dengan angka.',
  ],
  [
    { 'answers[0].answer': 'counter', 'answers[0].cartons': '1.5', 'answers[0].deliverOn': '2026-12-01' },
    'answers[0].cartons',
    'Isi dengan angka bulat.',
  ],
  [
    { 'answers[0].answer': 'counter', 'answers[0].cartons': '-1', 'answers[0].deliverOn': '2026-12-01' },
    'answers[0].cartons',
    'Angka ini di luar batas yang wajar.',
  ],
  [
    {
      'answers[0].answer': 'counter',
      'answers[0].cartons': '99999999999',
      'answers[0].deliverOn': '2026-12-01',
    },
    'answers[0].cartons',
    'Angka ini di luar batas yang wajar.',
  ],
  [
    { 'answers[0].answer': 'counter', 'answers[0].cartons': '', 'answers[0].deliverOn': '' },
    'answers[0].deliverOn',
    'Isi tanggalnya.',
  ],
  [
    {
      'answers[0].answer': 'counter',
      'answers[0].cartons': '9',
      'answers[0].deliverOn': '2026-12-01',
      reason: 'x',
    },
    'answers[0].cartons',
    'Tawaran tidak boleh lebih banyak dari yang dipesan.',
  ],
  [{ 'answers[0].answer': 'decline' }, 'reason', 'Tulis alasannya, supaya pembeli mengerti.'],
  [{ 'answers[0].answer': 'maybe' }, 'answers[0].answer', 'Isian ini tidak bisa dipakai.'],
] as const)('%j is answered at the field, and nothing is stored', async ([fields, field, text]) => {
  expect(await answer(fields)).toMatchObject({ init: { status: 422 }, data: { error: { [field]: [text] } } })
  expect(await status()).toBe('sent')
})

test('a form drawn for another membership is refused', async () => {
  expect(await answer({ membershipId: 'mbr_other' })).toMatchObject({ init: { status: 409 } })
  expect(await status()).toBe('sent')
})

test("another cooperative's order is not there to answer", async () => {
  expect(await answer({}, { who: await anOfficer() })).toMatchObject({ init: { status: 404 } })
  expect(await status()).toBe('sent')
})
