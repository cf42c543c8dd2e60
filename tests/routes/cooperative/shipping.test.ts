import { expect, test } from 'vitest'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as pickList, action as ship } from '#app/routes/cooperative/pick-list.tsx'
import { loader as returns, action as take } from '#app/routes/cooperative/returns.tsx'
import { get, post } from '#tests/support/ask.ts'
import { anOfficer } from '#tests/support/make.ts'
import { aPlacedOrder, levelOf, now } from '#tests/support/orders.ts'

async function anAccepted() {
  const scene = await aPlacedOrder({ onHand: 100, cartons: 2 })
  const answers = [{ lineId: scene.line.id, answer: 'accept' as const }]
  await answerPurchaseOrder(db, scene.officer, { purchaseOrderId: scene.order.id, answers, reason: '' }, now)
  return { ...scene, params: { id: scene.order.id } }
}
const errorOf = (answer: unknown) => {
  const { init, data } = answer as { init: { status: number }; data: { error: Record<string, string[]> } }
  return { status: init.status, error: data.error }
}

test('what is on the list is recorded as sent, and what comes back as back', async () => {
  const { officer, variant, line, params } = await anAccepted()
  expect((await pickList(await get('/x', officer, params))).order.deliveries).toMatchObject([
    { deliverOn: '2026-12-01', shippedAt: null },
  ])
  expect((await returns(await get('/x', officer, params))).order.lots).toEqual([])
  expect(await ship(await post('/x', officer, { deliverOn: '2026-12-01' }, params))).toMatchObject({
    status: 302,
  })
  expect(await levelOf(variant.id)).toEqual({ onHand: 52, reserved: 0 })
  const { order, movementId } = await returns(await get('/x', officer, params))
  const [lot] = order.lots
  expect(lot).toMatchObject({ lineId: line.id, pieces: 48 })
  const fields = { movementId, from: `${lot?.lineId} ${lot?.lotId}`, quantity: '49', reason: 'Penyok' }
  const wrong = async (over: object) =>
    errorOf(await take(await post('/x', officer, { ...fields, ...over }, params)))
  expect(await wrong({})).toMatchObject({ status: 409, error: { quantity: ['Yang keluar tinggal 48.'] } })
  expect(await wrong({ from: '' })).toMatchObject({
    status: 422,
    error: { from: ['Pilih barang yang kembali.'] },
  })
  expect(await wrong({ from: 'lin_x lot_y z' })).toMatchObject({ status: 422 })
  expect(await wrong({ reason: '' })).toMatchObject({
    error: { reason: ['Tulis sebabnya, supaya yang lain mengerti.'] },
  })
  expect(await take(await post('/x', officer, { ...fields, quantity: '8' }, params))).toMatchObject({
    status: 302,
  })
  expect(await levelOf(variant.id)).toEqual({ onHand: 60, reserved: 0 })
})

test('another cooperative finds neither list nor form, and moves nothing', async () => {
  const { variant, params } = await anAccepted()
  const stranger = await anOfficer()
  for (const load of [pickList, returns])
    await expect(load(await get('/x', stranger, params))).rejects.toMatchObject({ init: { status: 404 } })
  expect(errorOf(await ship(await post('/x', stranger, { deliverOn: '2026-12-01' }, params))).status).toBe(
    404,
  )
  expect(await levelOf(variant.id)).toEqual({ onHand: 100, reserved: 48 })
})
