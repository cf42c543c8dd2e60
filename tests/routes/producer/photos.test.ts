// Photos that a member sends by itself: a member of the same cooperative finds none of its pieces, another's nothing.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action as cut, loader as cutOf } from '#app/routes/producer/photo-cut.ts'
import { loader as offset, action as piece } from '#app/routes/producer/photo-upload.ts'
import { action as begin } from '#app/routes/producer/photo-uploads.ts'
import { action as whole } from '#app/routes/producer/photos.ts'
import { cookieOf, get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'
import { aMember, aProducerMember } from '#tests/support/members.ts'

type Who = { personId: string; membershipId: string }

async function aProducerOf(officer?: Awaited<ReturnType<typeof anOfficer>>) {
  const member = await aMember(officer && { officer })
  const producer = await db.producer.findUniqueOrThrow({ where: { id: member.producerId } })
  return { officer: member.officer, own: await aProducerMember(producer) }
}
const aPicture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#a52' } })
    .jpeg()
    .toBuffer()
const digest = (bytes: Buffer, as: 'hex' | 'base64') => createHash('sha256').update(bytes).digest(as)

async function begun(who: Who, bytes: Buffer) {
  const uploadId = newId('upload')
  const fields = { uploadId, size: String(bytes.length), digest: digest(bytes, 'hex') }
  return { uploadId, answer: await begin(await post('/produsen/foto/kiriman', who, fields)) }
}
async function send(who: Who, id: string, bytes: Buffer, method = 'PATCH') {
  const headers = {
    cookie: await cookieOf(who),
    'Upload-Offset': '0',
    'Upload-Checksum': `sha256 ${digest(bytes, 'base64')}`,
  }
  const body = method === 'PATCH' ? new Uint8Array(bytes) : null
  const request = new Request(`http://test/produsen/foto/kiriman/${id}`, { method, headers, body })
  return piece({ request, params: { id }, context: {} })
}

test('a member sends its photo in pieces and cuts it', async () => {
  const { own } = await aProducerOf()
  const bytes = await aPicture()
  const { uploadId, answer } = await begun(own, bytes)
  expect([answer.status, answer.headers.get('Upload-Offset')]).toEqual([201, '0'])
  const sent = await send(own, uploadId, bytes)
  const { id } = (await sent.json()) as { id: string }
  const fields = { photoId: id, left: '10', top: '0', size: '480' }
  expect((await cut(await post('/produsen/foto/potong', own, fields))).status).toBe(200)
  expect(await db.photo.count()).toBe(2)
})

test('another member of the same cooperative finds no piece of it, and neither ends nor breaks it', async () => {
  const { officer, own } = await aProducerOf()
  const { own: other } = await aProducerOf(officer)
  const { own: stranger } = await aProducerOf()
  const bytes = await aPicture()
  const { uploadId } = await begun(own, bytes)
  for (const who of [other, stranger])
    for (const id of [uploadId, newId('upload')]) {
      expect((await offset(await get('/x', who, { id }))).status).toBe(404)
      expect((await send(who, id, bytes)).status).toBe(404)
    }
  await send(other, uploadId, bytes, 'DELETE')
  expect((await offset(await get('/x', own, { id: uploadId }))).headers.get('Upload-Offset')).toBe('0')
  expect((await send(own, uploadId, bytes)).status).toBe(200)
})

test('a photo of another cooperative is cut like one that never was: not at all', async () => {
  const { own } = await aProducerOf()
  const { own: stranger } = await aProducerOf()
  const bytes = await aPicture()
  const { uploadId } = await begun(own, bytes)
  const { id } = (await (await send(own, uploadId, bytes)).json()) as { id: string }
  for (const photoId of [id, newId('photo')]) {
    const fields = { photoId, left: '0', top: '0', size: '300' }
    expect((await cut(await post('/produsen/foto/potong', stranger, fields))).status).toBe(404)
    expect((await cutOf(await get(`/produsen/foto/potong?foto=${photoId}`, stranger))).status).toBe(404)
  }
  expect(await db.photo.count()).toBe(1)
})

test('an officer and a buyer have no way in, whichever of the addresses it is', async () => {
  const bytes = await aPicture()
  for (const who of [await anOfficer(), await aBuyer()]) {
    const asked = [
      async () => whole(await post('/produsen/foto', who, {})),
      async () => (await begun(who, bytes)).answer,
      () => send(who, newId('upload'), bytes),
      async () => offset(await get('/x', who, { id: newId('upload') })),
      async () => cut(await post('/produsen/foto/potong', who, { photoId: newId('photo') })),
      async () => cutOf(await get('/produsen/foto/potong?foto=pic_x', who)),
    ]
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ init: { status: 403 } })
  }
  expect(await db.photoUpload.count()).toBe(0)
})
