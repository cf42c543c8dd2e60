// Photos of a producer without script: files and buttons of one form, by an officer and by the producer itself.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { action as byOfficer, loader as ofOfficer } from '#app/routes/cooperative/member-photos.tsx'
import { action as byProducer } from '#app/routes/producer/profile-photos.tsx'
import { get, post } from '#tests/support/ask.ts'
import { anOfficer, aPhoto } from '#tests/support/make.ts'
import { aMember, aProducerMember } from '#tests/support/members.ts'

type Refused = { init: { status: number }; data: { error: Record<string, string[]> } }

const aFile = async (background: string) => {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], 'dapur.jpg', { type: 'image/jpeg' })
}
async function aScene() {
  const { officer, producerId } = await aMember()
  const own = await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
  return { officer, producerId, own }
}
const shown = async (producerId: string) => {
  const rows = await db.producerPhoto.findMany({ where: { producerId }, orderBy: { position: 'asc' } })
  return rows.map(({ photoId, alt }) => ({ photoId, alt }))
}
const fieldsOf = (ids: string[], alt = '') =>
  Object.fromEntries(
    ids.flatMap((id, i) => [
      [`photos[${i}].id`, id],
      [`photos[${i}].alt`, alt],
    ]),
  )

test('files are shown after those that are there, a button moves one, and words are kept', async () => {
  const { officer, producerId, own } = await aScene()
  const form = new FormData()
  for (const colour of ['#a52', '#2a5']) form.append('photo', await aFile(colour))
  const sent = (await byProducer(await post('/x', own, form))) as Response
  expect(sent.headers.get('location')).toBe('/produsen/profil/foto')
  const [first = '', second = ''] = (await shown(producerId)).map(({ photoId }) => photoId)
  const was = `${first},${second}`
  const fields = { ...fieldsOf([first, second], 'Dapur'), was, intent: 'foto:utama:1' }
  await byOfficer(await post('/x', officer, fields, { id: producerId }))
  expect(await shown(producerId)).toEqual([
    { photoId: second, alt: 'Dapur' },
    { photoId: first, alt: 'Dapur' },
  ])
  const last = { ...fieldsOf([second, first], 'Dapur'), was: `${second},${first}`, intent: 'foto:hapus:0' }
  await byOfficer(await post('/x', officer, last, { id: producerId }))
  expect(await shown(producerId)).toEqual([{ photoId: first, alt: 'Dapur' }])
  await byOfficer(await post('/x', officer, { was: first, photoId: '' }, { id: producerId }))
  expect(await shown(producerId)).toEqual([])
})

test('a form drawn before somebody else changed the photos is refused at its field', async () => {
  const { officer, producerId, own } = await aScene()
  const mine = (await aPhoto(officer.cooperativeId, producerId)).id
  await byProducer(await post('/x', own, fieldsOf([mine])))
  const other = (await aPhoto(officer.cooperativeId)).id
  const late = (await byOfficer(
    await post('/x', officer, fieldsOf([other]), { id: producerId }),
  )) as unknown as Refused
  expect([late.init.status, late.data.error.photoId?.[0]]).toEqual([
    409,
    expect.stringContaining('diubah orang lain'),
  ])
  expect(await shown(producerId)).toEqual([{ photoId: mine, alt: '' }])
})

test('another cooperative finds neither the page nor the form; a producer has no way to its officer’s', async () => {
  const { producerId, own } = await aScene()
  const stranger = await anOfficer()
  const photo = (await aPhoto(stranger.cooperativeId)).id
  await expect(ofOfficer(await get('/x', stranger, { id: producerId }))).rejects.toMatchObject({
    init: { status: 404 },
  })
  const refused = (await byOfficer(
    await post('/x', stranger, fieldsOf([photo]), { id: producerId }),
  )) as unknown as Refused
  expect(refused.init.status).toBe(404)
  await expect(ofOfficer(await get('/x', own, { id: producerId }))).rejects.toMatchObject({
    init: { status: 403 },
  })
  expect(await shown(producerId)).toEqual([])
})
