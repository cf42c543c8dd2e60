import { expect, test } from 'vitest'
import { confirmImport } from '#app/domain/imports/confirm-import.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as home } from '#app/routes/operator/home.tsx'
import { action, loader } from '#app/routes/operator/import.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, aCooperative, anOfficer, anOperator, anOverseer, aVariant } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function aPriceOfOneAlone() {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  await aVariant({ cooperative, ownCode: 'KRP-1', onHand: 0 })
  const id = newId('import')
  const bytes = Buffer.from('Kode;Harga eceran\r\nKRP-1;19500')
  await startImport(db, officer, { importId: id, kind: 'prices', fileName: 'harga.csv', bytes }, at)
  await readImport(db, { importId: id }, at)
  await confirmImport(db, officer, { importId: id }, at)
  await saveImport(db, { importId: id }, at)
  return { cooperative, officer, id }
}

test('the operator finds the file of an officer who is alone, and approves what was ticked', async () => {
  const { id } = await aPriceOfOneAlone()
  const operator = await anOperator()
  expect((await home(await get('/pengelola', operator))).reviews).toMatchObject([{ id, waiting: 1 }])
  const { review } = await loader(await get(`/pengelola/impor/${id}`, operator, { id }))
  expect(review).toMatchObject({ fileName: 'harga.csv', isOwn: false, waiting: 1 })

  const send = async (form: Record<string, string>) =>
    action(await post(`/pengelola/impor/${id}`, operator, form, { id }))
  expect(await send({ intent: 'approve' })).toMatchObject({ init: { status: 422 } })
  expect(await db.importApproval.count()).toBe(0)
  const proposal = review.proposals[0]?.id ?? ''
  expect(await send({ intent: 'approve', proposal })).toMatchObject({ status: 302 })
  expect(await db.importApproval.findMany()).toMatchObject([
    { proposalId: proposal, approvedBy: operator.membershipId },
  ])
})

test('nobody else comes to it, and the operator not where the cooperative has a second officer', async () => {
  const { cooperative, officer, id } = await aPriceOfOneAlone()
  const operator = await anOperator()
  for (const who of [officer, await aBuyer(), await anOverseer()]) {
    const closed = { init: { status: 403 } }
    await expect(loader(await get('/pengelola/impor', who, { id }))).rejects.toMatchObject(closed)
    const asked = post('/pengelola/impor', who, { intent: 'approve_all' }, { id })
    await expect(action(await asked)).rejects.toMatchObject(closed)
  }
  await anOfficer({ organisation: cooperative })
  for (const unknown of [id, newId('import'), 'x']) {
    const nowhere = { init: { status: 404 } }
    await expect(loader(await get('/pengelola/impor', operator, { id: unknown }))).rejects.toMatchObject(
      nowhere,
    )
    const asked = post('/pengelola/impor', operator, { intent: 'approve_all' }, { id: unknown })
    await expect(action(await asked)).resolves.toMatchObject(nowhere)
  }
  expect(await db.importApproval.count()).toBe(0)
})
