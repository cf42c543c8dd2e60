// The store is a bucket that fails: what a person is told, what is left behind, and that the job comes again.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makePhotoSizes } from '#app/domain/photos/make-photo-sizes.server.ts'
import { removePhotoFiles } from '#app/domain/photos/remove-photo-files.server.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { db } from '#app/platform/db.server.ts'
import { StorageError } from '#app/platform/storage.server.ts'
import { anOfficer, jobs } from '#tests/support/make.ts'
import { now } from '#tests/support/proposals.ts'
import { anS3Store } from '#tests/support/s3-store.ts'

const jpeg = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#383' } })
    .jpeg()
    .toBuffer()

test('a photo is kept in the bucket with its type, and its sizes beside it', async () => {
  const store = await anS3Store()
  const { id, hash } = await storePhoto(db, await anOfficer(), await jpeg())
  await makePhotoSizes(db, { photoId: id }, now)
  expect(store.kept.get(`media/${hash}-640.avif`)?.type).toBe('image/avif')
  expect(store.kept.size).toBe(10)
  await db.photo.deleteMany()
  await removePhotoFiles(db, { hash })
  expect(store.kept.size).toBe(0)
})

test('a store that fails half way leaves no photo, says so, and what did arrive is removed later', async () => {
  const store = await anS3Store()
  const officer = await anOfficer()
  store.troubles = [(line) => (line.includes('-640.jpeg') ? 'broken' : null)]
  await expect(storePhoto(db, officer, await jpeg())).rejects.toMatchObject({
    kind: 'unavailable',
    fields: { photoId: { key: 'photo.store_away' } },
  })
  expect(await db.photo.count()).toBe(0)
  expect(store.kept.size).toBe(2)
  expect(await jobs()).toEqual(['photo.forgotten'])
  store.mend()
  const hash = [...store.kept.keys()][0]?.slice('originals/'.length, -'.webp'.length) ?? ''
  await removePhotoFiles(db, { hash })
  expect(store.kept.size).toBe(0)
})

test('the job that makes sizes fails while the store is away, so it comes again, and then makes them', async () => {
  const store = await anS3Store()
  const { id } = await storePhoto(db, await anOfficer(), await jpeg())
  store.break('broken')
  await expect(makePhotoSizes(db, { photoId: id }, now)).rejects.toThrow(StorageError)
  expect(await db.photo.findUnique({ where: { id } })).toMatchObject({ madeAt: null })
  store.mend()
  await makePhotoSizes(db, { photoId: id }, now)
  expect(await db.photo.findUnique({ where: { id } })).toMatchObject({ madeAt: now })
})
