import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addPiece } from '#app/domain/photo-uploads/add-piece.server.ts'
import { beginUpload } from '#app/domain/photo-uploads/begin-upload.server.ts'
import { cancelUpload } from '#app/domain/photo-uploads/cancel-upload.server.ts'
import { finishUpload } from '#app/domain/photo-uploads/finish-upload.server.ts'
import { forgetUploads } from '#app/domain/photo-uploads/forget-uploads.server.ts'
import { requireUpload } from '#app/domain/photo-uploads/queries.server.ts'
import { mostBytesADay, mostOpen, pieceBytes } from '#app/domain/photo-uploads/rules.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { storage } from '#app/platform/storage.server.ts'
import { aBuyer, anOfficer, anOperator } from '#tests/support/make.ts'
import { aColleagueOf, now } from '#tests/support/proposals.ts'
import { anS3Store } from '#tests/support/s3-store.ts'

type Officer = Awaited<ReturnType<typeof anOfficer>>

/** More than two pieces of a real photo. */
const aPicture = () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 900, height: 900, channels: 3, background: '#a52', noise } })
    .jpeg({ quality: 95 })
    .toBuffer()
}
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function begun(officer: Officer, bytes: Buffer) {
  const typed = { uploadId: newId('upload'), size: bytes.length, digest: digestOf(bytes) }
  await beginUpload(db, officer, typed, now)
  return typed
}
async function sendAll(officer: Officer, uploadId: string, bytes: Buffer) {
  for (let offset = 0; offset < bytes.length; offset += pieceBytes)
    await addPiece(db, officer, { uploadId, offset, bytes: bytes.subarray(offset, offset + pieceBytes) })
}
const pieces = (uploadId: string) => storage().list(`private/uploads/${uploadId}/`)

test('a photo in pieces becomes the same photo as one sent whole, and its pieces go', async () => {
  const officer = await anOfficer()
  const bytes = await aPicture()
  expect(bytes.length).toBeGreaterThan(2 * pieceBytes)
  const { uploadId } = await begun(officer, bytes)
  await sendAll(officer, uploadId, bytes)
  const photo = await finishUpload(db, officer, { uploadId })
  expect(await storePhoto(db, officer, bytes)).toEqual(photo)
  expect(await pieces(uploadId)).toEqual([])
  expect(await finishUpload(db, officer, { uploadId })).toEqual(photo)
  expect(await db.photo.count()).toBe(1)
})

test('a piece sent ten times at once is taken once; one out of order is not, and the answer says where it stands', async () => {
  const officer = await anOfficer()
  const bytes = await aPicture()
  const { uploadId } = await begun(officer, bytes)
  const first = { uploadId, offset: 0, bytes: bytes.subarray(0, pieceBytes) }
  const answers = await Promise.all(Array.from({ length: 10 }, () => addPiece(db, officer, first)))
  expect(answers.filter(({ isTaken }) => isTaken)).toHaveLength(1)
  expect(new Set(answers.map(({ received }) => received))).toEqual(new Set([pieceBytes]))
  const late = { uploadId, offset: 2 * pieceBytes, bytes: bytes.subarray(2 * pieceBytes) }
  expect(await addPiece(db, officer, late)).toEqual({ received: pieceBytes, isTaken: false })
  expect(
    await beginUpload(db, officer, { uploadId, size: bytes.length, digest: digestOf(bytes) }, now),
  ).toEqual({
    id: uploadId,
    received: pieceBytes,
  })
})

test('finished ten times at once it is one photo', async () => {
  const officer = await anOfficer()
  const bytes = await aPicture()
  const { uploadId } = await begun(officer, bytes)
  await sendAll(officer, uploadId, bytes)
  const told = await Promise.allSettled(
    Array.from({ length: 10 }, () => finishUpload(db, officer, { uploadId })),
  )
  expect(told.map(({ status }) => status)).toEqual(Array(10).fill('fulfilled'))
  expect(await db.photo.count()).toBe(1)
})

test('pieces that are not the photo that was begun are refused, and it starts again', async () => {
  const officer = await anOfficer()
  const bytes = await aPicture()
  const { uploadId } = await begun(officer, bytes)
  await sendAll(officer, uploadId, Buffer.alloc(bytes.length, 7))
  await expect(finishUpload(db, officer, { uploadId })).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'photo.arrived_broken' },
  })
  expect([await db.photoUpload.count(), await db.photo.count(), await pieces(uploadId)]).toEqual([0, 0, []])
})

test('half a photo is not finished, and what is no photo goes with its pieces', async () => {
  const officer = await anOfficer()
  const bytes = await aPicture()
  const half = await begun(officer, bytes)
  await addPiece(db, officer, { uploadId: half.uploadId, offset: 0, bytes: bytes.subarray(0, 1000) })
  await expect(finishUpload(db, officer, half)).rejects.toMatchObject({ kind: 'conflict' })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const { uploadId } = await begun(officer, svg)
  await sendAll(officer, uploadId, svg)
  await expect(finishUpload(db, officer, { uploadId })).rejects.toMatchObject({
    said: { key: 'photo.wrong_format' },
  })
  expect([await db.photoUpload.count(), await pieces(uploadId)]).toEqual([0, []])
})

test.each([
  ['nothing', 0],
  ['more than a piece', pieceBytes + 1],
])('a piece of %s is refused', async (_, length) => {
  const officer = await anOfficer()
  const { uploadId } = await begun(officer, Buffer.alloc(3 * pieceBytes))
  await expect(
    addPiece(db, officer, { uploadId, offset: 0, bytes: Buffer.alloc(length) }),
  ).rejects.toMatchObject({
    kind: 'invalid',
  })
  expect(await pieces(uploadId)).toEqual([])
})

test('more than was said is refused', async () => {
  const officer = await anOfficer()
  const { uploadId } = await begun(officer, Buffer.alloc(10))
  await expect(addPiece(db, officer, { uploadId, offset: 0, bytes: Buffer.alloc(11) })).rejects.toMatchObject(
    {
      kind: 'invalid',
    },
  )
})

test('another cooperative, a colleague and another id find nothing; a buyer and an operator may not', async () => {
  const officer = await anOfficer()
  const bytes = await aPicture()
  const typed = await begun(officer, bytes)
  const { uploadId } = typed
  const piece = { uploadId, offset: 0, bytes: bytes.subarray(0, 100) }
  for (const other of [await anOfficer(), await aColleagueOf(officer)]) {
    await expect(addPiece(db, other, piece)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(finishUpload(db, other, { uploadId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(requireUpload(db, other, uploadId)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(beginUpload(db, other, typed, now)).rejects.toMatchObject({ kind: 'not_found' })
    await cancelUpload(db, other, { uploadId })
  }
  await expect(beginUpload(db, officer, { ...typed, size: 5 }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  for (const wrong of [await aBuyer(), await anOperator()]) {
    await expect(beginUpload(db, wrong as never, typed, now)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(addPiece(db, wrong as never, piece)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(finishUpload(db, wrong as never, { uploadId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(cancelUpload(db, wrong as never, { uploadId })).rejects.toMatchObject({ kind: 'forbidden' })
  }
  expect(await requireUpload(db, officer, uploadId)).toMatchObject({ received: 0 })
})

test('one person may have only so many on their way, also when all come at once, and only so much a day', async () => {
  const officer = await anOfficer()
  const told = await Promise.allSettled(
    Array.from({ length: mostOpen + 6 }, () => begun(officer, Buffer.alloc(10))),
  )
  const losers = told.filter((one) => one.status === 'rejected')
  expect(losers.map(({ reason }) => reason.said.key)).toEqual(Array(6).fill('photo.too_many_on_their_way'))
  expect(await db.photoUpload.count()).toBe(mostOpen)
  const { id } = await storePhoto(db, officer, await aPicture())
  await db.photoUpload.updateMany({ data: { photoId: id, size: Math.floor(mostBytesADay / mostOpen) } })
  await expect(begun(officer, Buffer.alloc(1000))).rejects.toMatchObject({ kind: 'too_many' })
  await expect(
    beginUpload(db, officer, { uploadId: newId('upload'), size: 13 << 20, digest: '0'.repeat(64) }, now),
  ).rejects.toMatchObject({ kind: 'invalid', said: { key: 'photo.too_large' } })
})

test('what was cancelled is gone; what never arrived is forgotten after two days, with pieces that belong to none', async () => {
  const officer = await anOfficer()
  const bytes = Buffer.alloc(1000, 1)
  const [cancelled, old] = [await begun(officer, bytes), await begun(officer, bytes)]
  for (const { uploadId } of [cancelled, old])
    await addPiece(db, officer, { uploadId, offset: 0, bytes: bytes.subarray(0, 500) })
  await cancelUpload(db, officer, cancelled)
  expect(await pieces(cancelled.uploadId)).toEqual([])
  await storage().put('private/uploads/krm_lost/0-0', bytes, 'application/octet-stream')
  await forgetUploads(db, new Date(now.getTime() + 47 * 3_600_000))
  expect(await storage().list('private/uploads/')).toHaveLength(1)
  await forgetUploads(db, new Date(now.getTime() + 49 * 3_600_000))
  expect([await storage().list('private/uploads/'), await db.photoUpload.count()]).toEqual([[], 0])
})

test('while the store is away a piece is refused with words and nothing is counted; when it is back it goes on', async () => {
  const store = await anS3Store()
  const officer = await anOfficer()
  const bytes = await aPicture()
  const { uploadId } = await begun(officer, bytes)
  store.break('broken')
  const first = { uploadId, offset: 0, bytes: bytes.subarray(0, pieceBytes) }
  await expect(addPiece(db, officer, first)).rejects.toMatchObject({
    kind: 'unavailable',
    said: { key: 'photo.store_away' },
  })
  expect(await requireUpload(db, officer, uploadId)).toMatchObject({ received: 0, pieces: [] })
  store.mend()
  await sendAll(officer, uploadId, bytes)
  store.break('broken')
  await expect(finishUpload(db, officer, { uploadId })).rejects.toMatchObject({ kind: 'unavailable' })
  store.mend()
  expect(await finishUpload(db, officer, { uploadId })).toMatchObject({ id: expect.stringMatching(/^pic_/) })
})
