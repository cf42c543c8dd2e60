import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as exportPage } from '#app/routes/cooperative/export.tsx'
import { action as exportFile } from '#app/routes/cooperative/export-file.ts'
import { action as change, loader as page } from '#app/routes/cooperative/import.tsx'
import { loader as badRows } from '#app/routes/cooperative/import-bad-rows.ts'
import { loader as template } from '#app/routes/cooperative/import-template.ts'
import { loader as list, action as send } from '#app/routes/cooperative/imports.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, aCooperative, anOfficer, anOperator, anOverseer, aVariant } from '#tests/support/make.ts'

const prices = 'Kode;Harga eceran\r\nKRP-1;19500\r\nTIDAK-ADA;9000\r\n=2+3;12.5\r\n'

function aForm(importId: string, text = prices): FormData {
  const form = new FormData()
  form.set('importId', importId)
  form.set('kind', 'prices')
  form.set('file', new File([text], 'harga.csv', { type: 'text/csv' }))
  return form
}

async function aSentList(): Promise<{ officer: CooperativeMember; second: CooperativeMember; id: string }> {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  const second = await anOfficer({ organisation: cooperative })
  await aVariant({ cooperative, ownCode: 'KRP-1' })
  const id = newId('import')
  const answer = await send(await post('/koperasi/impor', officer, aForm(id)))
  expect(answer).toMatchObject({ status: 302 })
  await readImport(db, { importId: id }, new Date())
  return { officer, second, id }
}

const changed = async (who: CooperativeMember, id: string, intent: string) =>
  change(await post(`/koperasi/impor/${id}`, who, { intent }, { id }))

test('a price list is sent, seen, saved and approved; the wrong rows are a table with reasons', async () => {
  const { officer, second, id } = await aSentList()
  expect(await page(await get(`/koperasi/impor/${id}`, officer, { id }))).toMatchObject({
    found: { status: 'previewed', counts: { changed: 1, wrong: 2 } },
    verdict: 'wrong',
  })
  const file = await badRows(await get(`/koperasi/impor/${id}/salah?jenis=csv`, officer, { id }))
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="salah-harga.csv"')
  const [head, missing, formula] = (await file.text()).split('\r\n')
  expect(head).toContain('Kode;Harga eceran;Alasan')
  expect(missing).toContain('Kode TIDAK-ADA tidak ada')
  expect(formula).toMatch(/^'=2\+3;/)

  expect(await changed(officer, id, 'save')).toMatchObject({ status: 302 })
  await saveImport(db, { importId: id }, new Date())
  const asked = await page(await get(`/koperasi/impor/${id}`, second, { id }))
  expect(asked.review).toMatchObject({ waiting: 1, proposals: [{ isOwn: false }] })
  expect(await changed(second, id, 'approve_all')).toMatchObject({ status: 302 })
  expect(await db.importApproval.count()).toBe(1)
})

test('templates are tables that people can open', async () => {
  const officer = await anOfficer()
  for (const kind of ['products', 'prices', 'stock', 'members']) {
    const csv = await template(await get(`/koperasi/impor/contoh?data=${kind}&jenis=csv`, officer))
    expect((await csv.text()).split('\r\n').length).toBeGreaterThanOrEqual(2)
    const xlsx = await template(await get(`/koperasi/impor/contoh?data=${kind}`, officer))
    expect(Buffer.from(await xlsx.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  }
  await expect(template(await get('/koperasi/impor/contoh?data=photos', officer))).rejects.toMatchObject({
    init: { status: 404 },
  })
})

test('what a file needs is said at its field, and nothing is kept', async () => {
  const officer = await anOfficer()
  const answer = await send(await post('/koperasi/impor', officer, aForm(newId('import'), '')))
  expect(answer).toMatchObject({ init: { status: 422 } })
  expect(await db.import.count()).toBe(0)
})

test('another cooperative finds no import, by no route, and starts none under its id', async () => {
  const { id } = await aSentList()
  const other = await anOfficer()
  const nowhere = { init: { status: 404 } }
  await expect(page(await get(`/koperasi/impor/${id}`, other, { id }))).rejects.toMatchObject(nowhere)
  await expect(badRows(await get(`/koperasi/impor/${id}/salah`, other, { id }))).rejects.toMatchObject(
    nowhere,
  )
  const before = await db.import.findMany()
  for (const unknown of [id, newId('import'), 'x'])
    for (const intent of ['save', 'approve_all'])
      await expect(changed(other, unknown, intent)).resolves.toMatchObject(nowhere)
  expect(await send(await post('/koperasi/impor', other, aForm(id)))).toMatchObject(nowhere)
  expect(await db.import.findMany()).toEqual(before)
  expect((await list(await get('/koperasi/impor', other))).imports).toEqual([])
})

test('buyers, operators and overseers come to none of it', async () => {
  const { id } = await aSentList()
  const before = await db.import.findMany()
  for (const who of [await aBuyer(), await anOperator(), await anOverseer()]) {
    const closed = { init: { status: 403 } }
    for (const open of [list, page, badRows, template, exportPage])
      await expect(open(await get('/koperasi/impor?data=prices', who, { id }))).rejects.toMatchObject(closed)
    await expect(send(await post('/koperasi/impor', who, aForm(newId('import'))))).rejects.toMatchObject(
      closed,
    )
    for (const intent of ['save', 'approve_all'])
      await expect(change(await post('/koperasi/impor', who, { intent }, { id }))).rejects.toMatchObject(
        closed,
      )
    await expect(exportFile(await post('/koperasi/ekspor/berkas', who, {}))).rejects.toMatchObject(closed)
  }
  expect(await db.import.findMany()).toEqual(before)
})

test('a form of another tab, where somebody acted for another cooperative, takes nothing out', async () => {
  const officer = await anOfficer()
  const own = await exportFile(await post('/koperasi/ekspor/berkas', officer, {}))
  expect(own.headers.get('content-type')).toBe('application/zip')
  await own.arrayBuffer()
  const other = await exportFile(
    await post('/koperasi/ekspor/berkas', officer, { membershipId: newId('membership') }),
  )
  expect(other.status).toBe(409)
})
