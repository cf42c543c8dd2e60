import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makePhotoSizes } from '#app/domain/photos/make-photo-sizes.server.ts'
import { getPhoto } from '#app/domain/photos/queries.server.ts'
import { photoProblem, refusalAtSight } from '#app/domain/photos/rules.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { say } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { aBuyer, anOfficer, anOperator, jobs } from '#tests/support/make.ts'
import { mediaDir } from '#tests/support/media.ts'
import { aSubmitted, later, now } from '#tests/support/proposals.ts'

const picture = (width = 400, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } })
const jpeg = () => picture().jpeg().toBuffer()

test('a photo is kept upright, without its metadata, and the worker is asked for its sizes', async () => {
  const officer = await anOfficer()
  const bytes = await picture(600, 400)
    .jpeg()
    .withExif({ IFD0: { Make: 'HP', Artist: 'Siti' }, IFD3: { GPSLatitude: '7/1 52/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { id, hash } = await storePhoto(db, officer, bytes)
  expect(await db.photo.findUniqueOrThrow({ where: { id } })).toMatchObject({
    width: 400,
    height: 600,
    madeAt: null,
  })
  const shown = await sharp(path.join(mediaDir(), `${hash}-640.jpeg`)).metadata()
  expect(shown).toMatchObject({ width: 400, height: 600 })
  expect([shown.exif, shown.orientation]).toEqual([undefined, undefined])
  expect(await jobs()).toEqual(['photo.stored'])
})

test('the same photo sent ten times at once is kept once', async () => {
  const officer = await anOfficer()
  const bytes = await jpeg()
  const kept = await Promise.all(Array.from({ length: 10 }, () => storePhoto(db, officer, bytes)))
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1)
  expect(await db.photo.count()).toBe(1)
  expect(await jobs()).toEqual(['photo.stored'])
})

test('the worker makes every width and format, once, and tells the pages that show it', async () => {
  const { colleague, decision, typed, officer } = await aSubmitted()
  const { id, hash } = await storePhoto(db, officer, await jpeg())
  await db.productProposal.update({ where: { id: typed.proposalId }, data: { photoId: id } })
  await approveProposal(db, colleague, decision, later(1))
  await db.$executeRaw`delete from graphile_worker._private_jobs`
  for (let time = 0; time < 2; time++) await makePhotoSizes(db, { photoId: id }, later(2))
  for (const width of [320, 640, 1280])
    for (const type of ['avif', 'webp', 'jpeg'])
      expect(existsSync(path.join(mediaDir(), `${hash}-${width}.${type}`))).toBe(true)
  expect(await getPhoto(db, officer, id)).toEqual({ hash, isReady: true })
  expect(await jobs()).toEqual(['product.changed'])
})

test('a photo that is gone is nothing to do', async () => {
  await makePhotoSizes(db, { photoId: 'pic_gone' }, now)
  expect(await jobs()).toEqual([])
})

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>',
)
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)])

test.each([
  ['0 bytes', async () => Buffer.alloc(0), 'photo.empty'],
  ['more than 12 MB', async () => Buffer.alloc(12 * 1024 * 1024 + 1, 1), 'photo.too_large'],
  [
    '60 megapixels',
    async () => picture(10_000, 6000).png({ compressionLevel: 9 }).toBuffer(),
    'photo.too_many_pixels',
  ],
  ['an SVG named .jpg', async () => svg, 'photo.wrong_format'],
  ['a GIF', async () => picture(10, 10).gif().toBuffer(), 'photo.wrong_format'],
  ['HEIC', async () => heic, 'photo.heic'],
  [
    'half a JPEG',
    async () =>
      (
        await sharp({
          create: {
            width: 900,
            height: 900,
            channels: 3,
            noise: { type: 'gaussian', mean: 128, sigma: 30 },
            background: '#000',
          },
        })
          .jpeg()
          .toBuffer()
      ).subarray(0, 20_000),
    'photo.unreadable',
  ],
  [
    'a JPEG with a script before it',
    async () => Buffer.concat([Buffer.from('<script>alert(1)</script>'), await jpeg()]),
    'photo.unreadable',
  ],
  ['a text', async () => Buffer.from('bukan foto'), 'photo.unreadable'],
])('%s is refused with a reason, and nothing is stored', async (_, make, key) => {
  const officer = await anOfficer()
  const files = await readdir(mediaDir()).catch(() => [])
  await expect(storePhoto(db, officer, await make())).rejects.toMatchObject({
    kind: 'invalid',
    said: { key },
    fields: { photoId: { key } },
  })
  expect(await db.photo.count()).toBe(0)
  expect(await jobs()).toEqual([])
  expect(await readdir(mediaDir()).catch(() => [])).toEqual(files)
})

test('what hides behind a photo is not kept, and a CMYK print is kept as a screen shows it', async () => {
  const officer = await anOfficer()
  const behind = Buffer.concat([await jpeg(), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')])
  const { hash } = await storePhoto(db, officer, behind)
  expect((await readStored(`originals/${hash}.webp`))?.includes('alert')).toBe(false)
  const print = await storePhoto(db, officer, await picture().toColourspace('cmyk').jpeg().toBuffer())
  const shown = await sharp(path.join(mediaDir(), `${print.hash}-640.jpeg`)).metadata()
  expect([shown.space, shown.channels]).toEqual(['srgb', 3])
})

test('who has an iPhone is told how to take JPEGs', () => {
  expect(refusalAtSight(heic, heic.length)).toBe('heic')
  expect(say(photoProblem('heic', 1))).toContain('Paling Kompatibel')
  expect(say(photoProblem('too_large', 13_000_000))).toContain('13 MB')
})

test('a buyer and an operator may not store photos', async () => {
  const bytes = await jpeg()
  for (const wrong of [await aBuyer(), await anOperator()])
    await expect(storePhoto(db, wrong as never, bytes)).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await db.photo.count()).toBe(0)
})

test('the same photo of two cooperatives is a row of each, and neither finds the other', async () => {
  const officers = [await anOfficer(), await anOfficer()] as const
  const bytes = await jpeg()
  const [one, two] = [await storePhoto(db, officers[0], bytes), await storePhoto(db, officers[1], bytes)]
  expect(one.id).not.toBe(two.id)
  expect(await getPhoto(db, officers[0], two.id)).toBeNull()
})
