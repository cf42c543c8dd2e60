import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { action } from '#app/routes/cooperative/photos.ts'
import { post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'

const form = (bytes: Uint8Array<ArrayBuffer> | null, more: Record<string, string> = {}) => {
  const fields = new FormData()
  if (bytes) fields.set('photo', new File([bytes], 'foto.jpg', { type: 'image/jpeg' }))
  for (const [name, value] of Object.entries(more)) fields.set(name, value)
  return fields
}
const jpeg = async () =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 60, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer(),
  )

test('a photo sent ahead answers with what its form then carries', async () => {
  const officer = await anOfficer()
  const answer = await action(await post('/koperasi/foto', officer, form(await jpeg())))
  const photo = await db.photo.findFirstOrThrow()
  expect([answer.status, await answer.json()]).toEqual([200, { id: photo.id, hash: photo.hash }])
})

test('what is no photo answers with the reason, and nothing is stored', async () => {
  const officer = await anOfficer()
  const tries = [
    [form(new Uint8Array(0)), 'Berkas foto ini kosong. Ambil fotonya lagi.'],
    [form(new Uint8Array(12 * 1024 * 1024 + 1)), 'Foto ini 13 MB, paling besar 12 MB.'],
    [
      form(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
      'bukan foto',
    ],
    [form(null, { photo: 'teks' }), 'Pilih satu foto kemasan.'],
  ] as const
  for (const [fields, reason] of tries) {
    const answer = await action(await post('/koperasi/foto', officer, fields))
    expect([answer.status, (await answer.json()).problem]).toEqual([422, expect.stringContaining(reason)])
  }
  expect(await db.photo.count()).toBe(0)
})

test('a photo for another organisation is refused, and a buyer may not send one', async () => {
  const officer = await anOfficer()
  const other = await action(
    await post('/koperasi/foto', officer, form(await jpeg(), { membershipId: 'mbr_lain' })),
  )
  expect(other.status).toBe(409)
  await expect(
    action(await post('/koperasi/foto', await aBuyer(), form(await jpeg()))),
  ).rejects.toMatchObject({
    init: { status: 403 },
  })
  expect(await db.photo.count()).toBe(0)
})
