import path from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fitted, isInside, middleOf, moved, scaled, smallestCut } from '#app/domain/photos/cut.ts'
import { cutPhoto } from '#app/domain/photos/cut-photo.server.ts'
import { forgetPhotos } from '#app/domain/photos/forget-photos.server.ts'
import { makePhotoSizes } from '#app/domain/photos/make-photo-sizes.server.ts'
import { getCut } from '#app/domain/photos/queries.server.ts'
import { removePhotoFiles } from '#app/domain/photos/remove-photo-files.server.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { db } from '#app/platform/db.server.ts'
import { storage } from '#app/platform/storage.server.ts'
import { aBuyer, anOfficer, anOperator, aProducer } from '#tests/support/make.ts'
import { mediaDir } from '#tests/support/media.ts'
import { now } from '#tests/support/proposals.ts'

const measure = fc.record({
  width: fc.integer({ min: 1, max: 2048 }),
  height: fc.integer({ min: 1, max: 2048 }),
})
const number = fc.integer({ min: -5000, max: 5000 })

test('whatever is asked for, the square is whole, inside the photo and not needlessly small', () => {
  fc.assert(
    fc.property(
      measure,
      number,
      number,
      number,
      fc.double({ min: 0.01, max: 50, noNaN: true }),
      (photo, left, top, size, factor) => {
        const asked = { left: left + 0.4, top: top - 0.4, size }
        const start = fitted(asked, photo)
        for (const square of [
          start,
          middleOf(photo),
          moved(start, left, top, photo),
          scaled(start, factor, photo),
        ]) {
          const { left, top, size } = square
          expect([left, top, size].every(Number.isInteger)).toBe(true)
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
          expect(left + size).toBeLessThanOrEqual(photo.width)
          expect(top + size).toBeLessThanOrEqual(photo.height)
          expect(size).toBeGreaterThanOrEqual(Math.min(smallestCut, photo.width, photo.height))
          expect(isInside(square, photo)).toBe(true)
        }
        expect(fitted(start, photo)).toEqual(start)
      },
    ),
  )
})

/** Red on the left, blue on the right. */
async function twoColours(officer: Awaited<ReturnType<typeof anOfficer>>) {
  const red = await sharp({ create: { width: 400, height: 600, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .png()
    .toBuffer()
  return storePhoto(db, officer, bytes)
}

test('a square is a photo of its own, made of the right part, at once and in every size; cut again without sending it', async () => {
  const officer = await anOfficer()
  const whole = await twoColours(officer)
  const left = { left: 0, top: 100, size: 300 }
  const cut = await cutPhoto(db, officer, { photoId: whole.id, ...left })
  expect(await cutPhoto(db, officer, { photoId: whole.id, ...left })).toEqual(cut)
  expect(await getCut(db, officer, cut.id)).toEqual({
    whole: { hash: whole.hash, width: 800, height: 600 },
    square: left,
  })
  const again = await cutPhoto(db, officer, { photoId: cut.id, left: 450, top: 0, size: 300 })
  for (const id of [cut.id, again.id]) await makePhotoSizes(db, { photoId: id }, now)
  for (const [hash, colour] of [
    [cut.hash, [254, 0, 0]],
    [again.hash, [0, 0, 254]],
  ] as const) {
    const file = path.join(mediaDir(), `${hash}-320.jpeg`)
    expect(await sharp(file).metadata()).toMatchObject({ width: 300, height: 300 })
    const { channels } = await sharp(file).stats()
    for (const [i, mean] of channels.map((channel) => channel.mean).entries())
      expect(Math.abs(mean - (colour[i] ?? 0))).toBeLessThan(3)
  }
  expect(await db.photo.count()).toBe(3)
})

test.each([
  { left: -1, top: 0, size: 300 },
  { left: 0, top: 0, size: 601 },
  { left: 501, top: 0, size: 300 },
  { left: 0, top: 0, size: 10 },
])('a square that the photo does not hold is refused: %j', async (square) => {
  const officer = await anOfficer()
  const { id: photoId } = await twoColours(officer)
  await expect(cutPhoto(db, officer, { photoId, ...square })).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'photo.cut_outside' },
  })
  expect(await db.photo.count()).toBe(1)
})

test('another cooperative cuts nothing; a buyer and an operator may not', async () => {
  const officer = await anOfficer()
  const { id: photoId } = await twoColours(officer)
  const square = { photoId, left: 0, top: 0, size: 300 }
  const other = await anOfficer()
  await expect(cutPhoto(db, other, square)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await getCut(db, other, photoId)).toBeNull()
  for (const wrong of [await aBuyer(), await anOperator()])
    await expect(cutPhoto(db, wrong as never, square)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('what nothing shows is forgotten with its squares and the photo it was cut from; what is shown keeps its photo', async () => {
  const officer = await anOfficer()
  const whole = await twoColours(officer)
  const cut = await cutPhoto(db, officer, { photoId: whole.id, left: 0, top: 0, size: 300 })
  const shown = await cutPhoto(db, officer, { photoId: whole.id, left: 200, top: 0, size: 300 })
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const { id: producerId, cooperativeId } = await aProducer(cooperative)
  await db.producerPhoto.create({ data: { producerId, cooperativeId, photoId: shown.id, position: 1 } })
  await forgetPhotos(db, [cut.id])
  expect(await db.photo.count({ where: { id: { in: [whole.id, cut.id, shown.id] } } })).toBe(2)

  const alone = await anOfficer()
  const [one] = [await twoColours(alone)]
  const square = await cutPhoto(db, alone, { photoId: one.id, left: 0, top: 0, size: 300 })
  await forgetPhotos(db, [square.id])
  expect(await db.photo.count({ where: { organisationId: alone.cooperativeId } })).toBe(0)
  await removePhotoFiles(db, { hash: one.hash })
  expect(await storage().has(`originals/${one.hash}.webp`)).toBe(true) // the other cooperative keeps the same photo
})
