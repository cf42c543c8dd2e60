import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import * as oneCertificate from '#app/routes/cooperative/certificate.ts'
import * as list from '#app/routes/cooperative/certificates.tsx'
import * as home from '#app/routes/cooperative/home.tsx'
import * as memberPapers from '#app/routes/cooperative/member-papers.tsx'
import * as productPapers from '#app/routes/cooperative/product-papers.tsx'
import * as look from '#app/routes/operator/paper.tsx'
import * as queue from '#app/routes/operator/papers.tsx'
import * as file from '#app/routes/papers/file.ts'
import * as own from '#app/routes/producer/papers.tsx'
import * as ownPapersOf from '#app/routes/producer/papers-of.tsx'
import * as buyers from '#app/routes/retail/product-papers.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, anOperator, aVariant } from '#tests/support/make.ts'
import { aProducerMember } from '#tests/support/members.ts'
import { aHolder, aPdf, aPhotoOfPaper, readPaper, send, verify } from '#tests/support/papers.ts'
import { aCertificate, theLaw } from '#tests/support/readiness.ts'

type Who = { personId: string; membershipId: string }

async function aForm(
  over: Record<string, string> = {},
  paper?: Buffer,
  name = 'kertas.jpg',
): Promise<FormData> {
  const form = new FormData()
  const fields = { certificateId: newId('certificate'), kind: 'pirt', number: '2153579010207-30', ...over }
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  const bytes = paper ?? (await aPhotoOfPaper())
  form.set('paper', new File([new Uint8Array(bytes)], name))
  return form
}
const sendTo = async (who: Who, productId: string, form: FormData) =>
  productPapers.action((await post('/', who, form, { id: productId })) as ActionFunctionArgs)
type Answer = { data: { error: Record<string, string[]> }; init: { status: number } }
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown) => thrown.init?.status ?? thrown.status,
  )

test('an officer sends the photo of a paper and is back at the product, which says so', async () => {
  await theLaw()
  const { officer, productId } = await aHolder()
  const answer = (await sendTo(officer, productId, await aForm())) as Response
  expect([answer.status, answer.headers.get('location')]).toEqual([
    302,
    `/koperasi/produk/${productId}/sertifikat?terkirim=pirt`,
  ])
  const args = (await get('/?terkirim=pirt&jenis=halal', officer, { id: productId })) as LoaderFunctionArgs
  expect(await productPapers.loader(args)).toMatchObject({
    current: [{ kind: 'pirt', hasFile: true }],
    sent: 'pirt',
    kind: 'halal',
    soonDays: 60,
  })
})

test('what is wrong with number and file stands at their fields, and what was typed comes back', async () => {
  const { officer, productId } = await aHolder()
  const short = (await sendTo(officer, productId, await aForm({ number: '2153' }))) as unknown as Answer
  expect(short.init.status).toBe(422)
  expect(short.data.error.number).toEqual(['Nomor P-IRT adalah 15 angka. Ini baru 4 angka.'])
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const page = (await sendTo(officer, productId, await aForm({}, html, 'izin.pdf'))) as unknown as Answer
  expect(page.init.status).toBe(422)
  expect(page.data.error.paper?.[0]).toContain('PDF atau foto')
  const none = await aForm()
  none.delete('paper')
  const missing = (await sendTo(officer, productId, none)) as unknown as Answer
  expect(missing.data.error.paper?.[0]).toContain('Pilih satu berkas')
  expect(await db.certificate.count()).toBe(0)
})

test('a form of another membership is refused, and another cooperative finds nothing', async () => {
  const { officer, productId } = await aHolder()
  const form = await aForm()
  form.set('membershipId', 'mbr_other')
  expect(((await sendTo(officer, productId, form)) as unknown as Answer).init.status).toBe(409)
  const stranger = await anOfficer()
  expect(((await sendTo(stranger, productId, await aForm())) as unknown as Answer).init.status).toBe(404)
  expect(
    await statusOf(productPapers.loader((await get('/', stranger, { id: productId })) as LoaderFunctionArgs)),
  ).toBe(404)
  expect(await db.certificate.count()).toBe(0)
})

test('each page is for its own kind of people', async () => {
  await theLaw()
  const { officer, productId, producerId } = await aHolder()
  const id = await send(officer, { productId })
  const buyer = await aBuyer()
  const refused: [(args: LoaderFunctionArgs) => Promise<unknown>, Who][] = [
    [list.loader, buyer],
    [productPapers.loader, buyer],
    [memberPapers.loader, buyer],
    [queue.loader, officer],
    [look.loader, officer],
    [own.loader, officer],
    [buyers.loader, officer],
  ]
  for (const [loader, who] of refused)
    expect(
      await statusOf(loader((await get('/', who, { id: productId, productId })) as LoaderFunctionArgs)),
    ).toBe(403)
  expect(await statusOf(look.action((await post('/', officer, {}, { id })) as ActionFunctionArgs))).toBe(403)
  const producer = await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
  expect(await own.loader((await get('/', producer)) as LoaderFunctionArgs)).toMatchObject({
    products: [{ id: productId, current: [{ id }] }],
  })
})

test('a producer sends a paper of its goods and of itself; another member finds neither page nor form', async () => {
  await theLaw()
  const { officer, cooperative, productId, producerId } = await aHolder()
  const signedIn = async (id: string) =>
    aProducerMember(await db.producer.findUniqueOrThrow({ where: { id } }))
  const producer = await signedIn(producerId)
  const ask = async (who: Who, id: string, over = {}) =>
    ownPapersOf.action((await post('/', who, await aForm(over), { id })) as ActionFunctionArgs)
  const page = async (who: Who, id: string) =>
    ownPapersOf.loader((await get('/', who, { id })) as LoaderFunctionArgs)
  const sent = (await ask(producer, productId)) as Response
  expect(sent.headers.get('location')).toBe(`/produsen/dokumen/${productId}?terkirim=pirt`)
  await ask(producer, 'usaha', { kind: 'nib', number: '1112210007923' })
  expect(await page(producer, 'usaha')).toMatchObject({ current: [{ kind: 'nib' }], isOfGoods: false })
  expect(await page(producer, productId)).toMatchObject({ current: [{ kind: 'pirt' }], isOfGoods: true })

  const neighbour = await signedIn((await aVariant({ cooperative })).product.producerId)
  expect(((await ask(neighbour, productId)) as unknown as Answer).init.status).toBe(404)
  expect(await statusOf(page(neighbour, productId))).toBe(404)
  expect(await statusOf(page(officer, productId))).toBe(403)
  expect(await db.certificate.count()).toBe(2)
})

test('the operator looks at the oldest first and says that it matches', async () => {
  await theLaw()
  const { officer, productId, producerId } = await aHolder()
  const id = await send(officer, { productId })
  await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' }, aPdf())
  const operator = await anOperator()
  const { page } = await queue.loader((await get('/', operator)) as LoaderFunctionArgs)
  expect(page.map((paper) => paper.id)[0]).toBe(id)
  const shown = await look.loader((await get('/', operator, { id })) as LoaderFunctionArgs)
  expect(shown.paper).toMatchObject({ number: '2153579010207-30', isPdf: false, isOwn: false })
  const empty = (await look.action(
    (await post('/', operator, { decision: 'rejected' }, { id })) as ActionFunctionArgs,
  )) as unknown as Answer
  expect([empty.init.status, empty.data.error.reason?.[0]]).toEqual([
    422,
    'Tulis apa yang kurang, supaya pengurus tahu yang harus dikirim.',
  ])
  await look.action((await post('/', operator, { decision: 'verified' }, { id })) as ActionFunctionArgs)
  expect((await readPaper(id)).status).toBe('verified')
})

test('a file is saved and not opened, of a known type, without anything that runs, and kept by nobody', async () => {
  const { officer, productId, producerId } = await aHolder()
  const photo = await send(officer, { productId })
  const pdf = await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' }, aPdf())
  const fetchFile = async (who: Who, id: string) =>
    file.loader((await get('/', who, { id })) as LoaderFunctionArgs)
  const answer = await fetchFile(officer, photo)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="sertifikat-pirt.jpg"',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('content-length')))
  expect((await fetchFile(officer, pdf)).headers.get('content-type')).toBe('application/pdf')
  const buyer = await aBuyer()
  expect(await statusOf(fetchFile(buyer, photo))).toBe(404)
  await verify(await anOperator(), photo)
  expect((await fetchFile(buyer, photo)).status).toBe(200)
  const nobody = file.loader((await get('/', undefined, { id: photo })) as LoaderFunctionArgs)
  expect(await statusOf(nobody)).toBe(302)
})

test('the list of a cooperative shows a view, a kind and the next page', async () => {
  await theLaw()
  const { officer, productId } = await aHolder()
  await send(officer, { productId })
  const at = async (query: string) =>
    list.loader((await get(`/koperasi/sertifikat${query}`, officer)) as LoaderFunctionArgs)
  expect(await at('')).toMatchObject({ view: 'all', kind: null, page: [{ kind: 'pirt' }] })
  expect(await at('?tampil=diperiksa&jenis=pirt')).toMatchObject({
    view: 'waiting',
    page: [{ kind: 'pirt' }],
  })
  expect(await at('?tampil=habis')).toMatchObject({ view: 'over', page: [] })
  expect(await at('?tampil=x&jenis=y&sesudah=z')).toMatchObject({ view: 'all', kind: null, page: [{}] })
})

test('a notice about a paper leads to all papers of what it is of, and home says what is over', async () => {
  await theLaw()
  const { officer, productId, producerId, variant } = await aHolder()
  const ofProduct = await send(officer, { productId })
  const ofProducer = await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' })
  const to = async (who: Who, id: string) =>
    (await oneCertificate.loader((await get('/', who, { id })) as LoaderFunctionArgs)).headers.get('location')
  expect(await to(officer, ofProduct)).toBe(`/koperasi/produk/${productId}/sertifikat`)
  expect(await to(officer, ofProducer)).toBe(`/koperasi/anggota/${producerId}/dokumen`)
  expect(await statusOf(to(await anOfficer(), ofProduct))).toBe(404)
  await aCertificate(variant, 'organik', '2020-01-01')
  const { papers } = await home.loader((await get('/koperasi', officer)) as LoaderFunctionArgs)
  expect(papers).toMatchObject({ over: 1, waiting: 2 })
})
