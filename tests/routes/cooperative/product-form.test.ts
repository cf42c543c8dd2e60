import type { data } from '@remix-run/node'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action as change, loader as changeLoader } from '#app/routes/cooperative/change-product.tsx'
import { action, loader } from '#app/routes/cooperative/new-product.tsx'
import { loader as proposalLoader } from '#app/routes/cooperative/proposal.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, aVariant } from '#tests/support/make.ts'
import {
  aColleagueOf,
  aSubmitted,
  draftBy,
  readProposal,
  save,
  submit,
  typedBy,
} from '#tests/support/proposals.ts'

type Answer = ReturnType<
  typeof data<{ error?: Record<string, string[]>; initialValue?: Record<string, string> }>
>
const refused = (answer: unknown) => {
  const { init, data: result } = answer as Answer
  return { status: init?.status, error: result.error ?? {}, typed: result.initialValue ?? {} }
}

/** The form as a browser sends it, with the file field that nobody used. */
async function aForm(officer: CooperativeMember, over: Record<string, string | File> = {}) {
  const typed = await typedBy(officer)
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) if (value !== false) form.set(name, String(value))
  form.set('photo', new File([], ''))
  form.set('intent', 'submit')
  for (const [name, value] of Object.entries(over)) form.set(name, value)
  return form
}
const url = '/koperasi/produk/baru'
const jpeg = () =>
  sharp({ create: { width: 40, height: 60, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer()

test('the form of an officer offers their own producers and nobody else’s', async () => {
  const officer = await anOfficer()
  const typed = await typedBy(officer)
  await typedBy(await anOfficer())
  const { form } = await loader(await get(url, officer))
  expect(form.producers.map(({ id }) => id)).toEqual([typed.producerId])
  expect(form.awaited).toEqual({ by: 'operator' })
  await expect(loader(await get(url, await aBuyer()))).rejects.toMatchObject({ init: { status: 403 } })
})

test('a complete form is submitted and leads to the page that says who is awaited', async () => {
  const officer = await anOfficer()
  const form = await aForm(officer, {
    retailPrice: 'Rp10.500',
    wholesalePrice: '7800',
    memberPrice: '7.410,00',
  })
  const answer = await action(await post(url, officer, form))
  const { id } = await db.productProposal.findFirstOrThrow()
  const proposal = await readProposal(id)
  expect(answer).toMatchObject({ status: 302 })
  expect((answer as Response).headers.get('location')).toBe(`/koperasi/usulan/${proposal.id}/periksa`)
  expect(proposal).toMatchObject({
    retailPrice: 10_500n,
    wholesalePrice: 7_800n,
    memberPrice: 7_410n,
    stackable: false,
  })
})

test('a draft needs four things, and its photo may come with it', async () => {
  const officer = await anOfficer()
  const { producerId } = await typedBy(officer)
  const form = new FormData()
  const fields = {
    proposalId: newId('proposal'),
    version: '0',
    producerId,
    name: 'Keripik',
    retailPrice: '12500',
  }
  for (const [name, value] of Object.entries({ ...fields, intent: 'draft' })) form.set(name, value)
  form.set('photo', new File([new Uint8Array(await jpeg())], 'foto.jpg', { type: 'image/jpeg' }))
  const answer = (await action(await post(url, officer, form))) as Response
  expect(answer.headers.get('location')).toBe(`/koperasi/usulan/${fields.proposalId}`)
  expect(await readProposal(fields.proposalId)).toMatchObject({ status: 'draft', retailPrice: 12_500n })
})

test('a photo that has arrived is kept when another field is wrong', async () => {
  const officer = await anOfficer()
  const photo = new File([new Uint8Array(await jpeg())], 'foto.jpg', { type: 'image/jpeg' })
  const form = await aForm(officer, { photo, photoId: '', retailPrice: '12.5' })
  const { status, error, typed } = refused(await action(await post(url, officer, form)))
  expect([status, Object.keys(error).sort()]).toEqual([422, ['', 'retailPrice']])
  const kept = await db.photo.findFirstOrThrow({ where: { hash: typed.photoHash ?? '' } })
  expect(typed).toMatchObject({
    photoId: kept.id,
    retailPrice: '12.5',
    name: 'Keripik Tempe Pedas Daun Jeruk',
  })
})

test('a bad photo is said at its field beside everything else, and the earlier one stays', async () => {
  const officer = await anOfficer()
  const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'], 'foto.jpg', {
    type: 'image/jpeg',
  })
  const form = await aForm(officer, { photo: svg, name: '' })
  const photoId = form.get('photoId')
  const { status, error, typed } = refused(await action(await post(url, officer, form)))
  expect(status).toBe(422)
  expect(error.photoId).toEqual(['Berkas ini bukan foto yang bisa dipakai. Pakai JPEG, PNG, atau WebP.'])
  expect(error.name).toEqual(['Isian ini belum diisi.'])
  expect(typed.photoId).toBe(photoId)
  expect(await db.productProposal.count()).toBe(0)
})

test.each([
  ['name', ' ', 'Isian ini belum diisi.'],
  ['retailPrice', '-500', 'Harga tidak terbaca. Tulis misalnya Rp12.500 atau 12500.'],
  ['wholesalePrice', '0', 'Harga paling sedikit Rp1.'],
  ['memberPrice', '1000000000000', 'Harga paling banyak Rp999.999.999.999.'],
  ['widthMm', '-3', 'Angka ini di luar batas yang wajar.'],
  ['heightMm', '24.5', 'Isi dengan angka bulat.'],
  ['depthMm', 'tebal', 'Isi dengan angka.'],
  ['unitsPerCarton', '99999999999999999999', 'Angka ini di luar batas yang wajar.'],
  ['pack', 'karung', 'Pilih bentuk kemasannya.'],
  ['categorySlug', 'roket', 'Pilih jenis produknya.'],
  ['gtin', '8991234567890', 'Angka barcode ini tidak cocok. Periksa lagi satu per satu.'],
  ['halalNumber', 'ID3511000012345082', 'Nomor halal adalah ID dan 17 angka. Ini baru 16 angka.'],
  ['pirtNumber', '2153579010207-20', 'P-IRT ini habis pada 2020. Tulis nomor yang baru.'],
  ['bpomNumber', 'MD 123', 'Nomor BPOM adalah MD dan 12 atau 15 angka. Ini 3 angka.'],
  ['producerId', 'pdu_lain', 'Pilih produk ini milik siapa.'],
  ['lotBestBefore', '2020-01-01', 'Tanggal ini sudah lewat.'],
])('%s that is "%s" is refused at its field, and nothing is stored', async (field, value, message) => {
  const officer = await anOfficer()
  const form = await aForm(officer, {
    lotQuantity: '10',
    lotBestBefore: '2999-01-01',
    shelfLifeDays: '36500',
  })
  form.delete('lotBestBefore')
  if (field !== 'lotBestBefore') form.delete('lotQuantity')
  form.set(field, value)
  const { status, error, typed } = refused(await action(await post(url, officer, form)))
  expect([status, error[field]?.at(-1)]).toEqual([422, message])
  expect(typed[field]).toBe(value)
  expect(await db.productProposal.count()).toBe(0)
})

test('a form that was drawn for another organisation is refused, and not even its photo is kept', async () => {
  const officer = await anOfficer()
  const photo = new File([new Uint8Array(await jpeg())], 'foto.jpg')
  const form = await aForm(officer, { photo, membershipId: 'mbr_lain' })
  const photos = await db.photo.count()
  const { status, error } = refused(await action(await post(url, officer, form)))
  expect([status, error['']?.[0]]).toEqual([409, expect.stringContaining('organisasi lain')])
  expect([await db.photo.count(), await db.productProposal.count()]).toEqual([photos, 0])
})

test('what a colleague saved meanwhile is not overwritten; what was typed comes back', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  await save(await aColleagueOf(officer), draft)
  const form = await aForm(officer, { proposalId: draft.proposalId, name: 'Punyaku' })
  const { status, error, typed } = refused(await action(await post(url, officer, form)))
  expect([status, error['']?.[0]]).toEqual([409, expect.stringContaining('sudah diubah orang lain')])
  expect(typed.name).toBe('Punyaku')
})

test('a draft opens as a form, what waits opens as a review, and another cooperative finds neither', async () => {
  const { officer, typed } = await aSubmitted()
  const draft = await save(officer, await draftBy(officer))
  const opened = await proposalLoader(await get('/x', officer, { id: draft.id }))
  expect(opened.proposal).toMatchObject({ id: draft.id, version: 1 })
  await expect(proposalLoader(await get('/x', officer, { id: typed.proposalId }))).rejects.toMatchObject({
    status: 302,
  })
  expect(await proposalLoader(await get('/x?ubah', officer, { id: typed.proposalId }))).toHaveProperty('form')
  const stranger = await anOfficer()
  for (const id of [draft.id, newId('proposal'), 'apa saja'])
    await expect(proposalLoader(await get('/x', stranger, { id }))).rejects.toMatchObject({
      init: { status: 404 },
    })
})

test('a change begins with what is published, and leads to the open one when there is one', async () => {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variant = await aVariant({ cooperative })
  const params = { id: variant.product.id }
  const { product } = await changeLoader(await get('/x', officer, params))
  expect(product.content).toMatchObject({
    name: variant.product.name,
    variants: [{ variantId: variant.id, retailPrice: 18_000n, gtin: null }],
  })

  const form = await aForm(officer, { productId: params.id, retailPrice: '20.000' })
  expect(await change(await post('/x', officer, form, params))).toMatchObject({ status: 302 })
  const open = await db.productProposal.findFirstOrThrow()
  const answer = await changeLoader(await get('/x', officer, params)).catch((thrown) => thrown)
  expect(answer.headers.get('location')).toBe(`/koperasi/usulan/${open.id}`)
  expect(await db.variant.findFirst()).toMatchObject({ retailPrice: 18_000n })

  const second = await aForm(officer, { productId: params.id })
  const { error } = refused(await change(await post('/x', officer, second, params)))
  expect(error['']?.[0]).toContain('masih punya perubahan lain')
  await expect(changeLoader(await get('/x', await anOfficer(), params))).rejects.toMatchObject({
    init: { status: 404 },
  })
})

test('sending the same form twice leads to the same page', async () => {
  const officer = await anOfficer()
  const form = await aForm(officer)
  const copy = new FormData()
  for (const [name, value] of form) copy.set(name, value)
  const first = (await action(await post(url, officer, form))) as Response
  const second = (await action(await post(url, officer, copy))) as Response
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(await db.productProposal.count()).toBe(1)
  expect(await submit(officer, await typedBy(officer))).toMatchObject({ version: 1 })
})
