import { afterEach, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { loader as page } from '#app/routes/cooperative/labels.tsx'
import { loader as file } from '#app/routes/cooperative/labels-file.ts'
import { loader as batch } from '#app/routes/storefront/batch.tsx'
import { get } from '#tests/support/ask.ts'
import { aBuyer, aCooperative, anOfficer, aVariant } from '#tests/support/make.ts'

afterEach(() => {
  delete process.env.PUBLIC_ORIGIN
})

async function aPack() {
  const cooperative = await aCooperative()
  const variant = await aVariant({ cooperative })
  const id = variant.product.id
  const address = (over: Record<string, string> = {}, end = 'label') =>
    `/koperasi/produk/${id}/${end}?${new URLSearchParams({
      isi: `${variant.gtin}.L261101`,
      kertas: 'a4-65',
      jumlah: '3',
      lewati: '2',
      ...over,
    })}`
  return { variant, id, address, officer: await anOfficer({ organisation: cooperative }) }
}

test('the form is drawn first, says where codes lead without PUBLIC_ORIGIN, and then leads to the file', async () => {
  const { id, officer, address } = await aPack()
  const drawn = await page(await get(`/koperasi/produk/${id}/label`, officer, { id }))
  expect(drawn.data).toMatchObject({ id, unsafeOrigin: 'http://test', result: undefined })
  process.env.PUBLIC_ORIGIN = 'https://raklokal.example'
  expect(
    (await page(await get(`/koperasi/produk/${id}/label`, officer, { id }))).data.unsafeOrigin,
  ).toBeNull()
  const sent = page(await get(address(), officer, { id })).catch((answer: Response) => answer)
  const answer = (await sent) as Response
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(address({}, 'label.pdf'))
})

test('the file is shown in the browser and kept by nobody', async () => {
  const { id, officer, address, variant } = await aPack()
  const answer = await file(await get(address({}, 'label.pdf'), officer, { id }))
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="label-${variant.gtin}-L261101.pdf"`,
    'cache-control': 'private, no-store',
  })
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('what is wrong is said at its field, also to who opens the file’s address', async () => {
  const { id, officer, address } = await aPack()
  const over = { jumlah: '9999', lewati: '65', isi: 'x' }
  const { data, init } = await page(await get(address(over), officer, { id }))
  expect(init?.status).toBe(422)
  expect(data.result?.error).toMatchObject({
    isi: ['Pilih kemasan dan lotnya.'],
    jumlah: ['Paling banyak 650 label sekali cetak.'],
  })
  expect(data.result?.initialValue).toMatchObject({ jumlah: '9999' })
  await expect(file(await get(address(over, 'label.pdf'), officer, { id }))).rejects.toMatchObject({
    status: 302,
  })
})

test('another cooperative gets 404, others 403 or the way to sign in', async () => {
  const { id, address } = await aPack()
  const other = await anOfficer()
  const buyer = await aBuyer()
  for (const [loader, url] of [
    [page, address()],
    [file, address({}, 'label.pdf')],
  ] as const) {
    await expect(loader(await get(url, other, { id }))).rejects.toMatchObject({ init: { status: 404 } })
    await expect(loader(await get(url, buyer, { id }))).rejects.toMatchObject({ init: { status: 403 } })
    await expect(loader(await get(url, undefined, { id }))).rejects.toMatchObject({ status: 302 })
  }
})

test('the address in the code shows the batch, leads to the product, or says why there is nothing', async () => {
  const { variant } = await aPack()
  const ask = async (gtin: string, lot = '') => batch(await get(`/p/${gtin}${lot}`, undefined, { gtin }))
  const shown = await ask(variant.gtin, '?lot=L261101')
  expect(shown.data.scanned.is).toBe('batch')
  expect(new Headers(shown.init?.headers).get('cache-control')).toBe('public, no-cache')
  expect((await ask(variant.gtin, '?lot=L261102')).init?.status).toBe(404)
  expect((await ask('8990000000000')).init?.status).toBe(404)
  await expect(ask(variant.gtin)).rejects.toMatchObject({ status: 302 })
  await db.product.update({ where: { id: variant.product.id }, data: { status: 'archived' } })
  const gone = await ask(variant.gtin, '?lot=L261101')
  expect(gone.init?.status).toBe(410)
  expect(new Headers(gone.init?.headers).get('cache-control')).toBeNull()
})
