import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { cutPhoto } from '#app/domain/photos/cut-photo.server.ts'
import { deleteUnused } from '#app/domain/photos/forget-photos.server.ts'
import { holdPhotos } from '#app/domain/photos/hold-photos.server.ts'
import { lockFiles } from '#app/domain/photos/keep-photo.server.ts'
import { removePhotoFiles } from '#app/domain/photos/remove-photo-files.server.ts'
import { unsentDays } from '#app/domain/photos/rules.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { sweepPhotos } from '#app/domain/photos/sweep-photos.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { hashOf } from '#app/platform/images.server.ts'
import { storage } from '#app/platform/storage.server.ts'
import { anOfficer, aPhoto, aProducer, aVariant, jobs, reasonsOf } from '#tests/support/make.ts'
import { aSubmitted, draftBy, later, now, save } from '#tests/support/proposals.ts'
import { anS3Store } from '#tests/support/s3-store.ts'

const jpeg = (background = '#3a7') =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()
const filesOf = async (hash: string) =>
  [...(await storage().list('originals/')), ...(await storage().list('media/'))].filter((key) =>
    key.includes(hash),
  )
/** All that is there was sent so many days ago. */
const age = (days: number) =>
  db.photo.updateMany({ data: { sentAt: new Date(now.getTime() - days * 86_400_000) } })
const sweep = () => sweepPhotos(db, now)
const idsLeft = async () => (await db.photo.findMany({ select: { id: true } })).map(({ id }) => id)

test.each(['a folder', 'a bucket'])(
  'a photo that nothing shows goes from the table and from %s, once its days are over',
  async (where) => {
    if (where === 'a bucket') await anS3Store()
    const officer = await anOfficer()
    const { id, hash } = await storePhoto(db, officer, await jpeg())
    await age(unsentDays - 1)
    expect(await sweep()).toBe(0)
    expect(await idsLeft()).toEqual([id])
    await age(unsentDays + 1)
    expect(await sweep()).toBe(1)
    expect(await idsLeft()).toEqual([])
    expect(await jobs()).toContain('photo.forgotten')
    await removePhotoFiles(db, { hash })
    expect(await filesOf(hash)).toEqual([])
    expect(await sweep()).toBe(0)
  },
)

test('one that was sent again is young again', async () => {
  const officer = await anOfficer()
  const photo = await storePhoto(db, officer, await jpeg())
  await age(unsentDays + 1)
  expect(await storePhoto(db, officer, await jpeg())).toEqual(photo)
  expect(await sweep()).toBe(0)
})

test('what goods, a draft, a decided proposal, a pack or a producer shows stays, and the photo a shown square was cut from', async () => {
  const { officer, colleague, typed, decision } = await aSubmitted()
  const { cooperativeId } = officer
  // Approved, and meanwhile the product shows another: only its history has the first one.
  await approveProposal(db, colleague, decision, later(1))
  const other = await aPhoto(cooperativeId)
  await db.product.updateMany({ data: { photoId: other.id } })
  await db.variant.updateMany({ data: { frontPhotoId: other.id } })
  const draft = await draftBy(officer)
  await save(officer, draft)
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: cooperativeId } })
  const ofGoods = await aVariant({ cooperative })
  const front = await aPhoto(cooperativeId)
  await db.variant.update({ where: { id: ofGoods.id }, data: { frontPhotoId: front.id } })
  const whole = await storePhoto(db, officer, await jpeg())
  const square = await cutPhoto(db, officer, { photoId: whole.id, left: 0, top: 0, size: 300 })
  const { id: producerId } = await aProducer(cooperative)
  await db.producerPhoto.create({ data: { producerId, cooperativeId, photoId: square.id, position: 1 } })
  const shown = [
    typed.photoId,
    other.id,
    draft.photoId,
    ofGoods.product.photoId,
    front.id,
    whole.id,
    square.id,
  ]
  await aPhoto(cooperativeId)
  await age(400)
  expect(await sweep()).toBe(1)
  expect((await idsLeft()).sort()).toEqual([...shown].sort())
})

test('a square that nobody kept goes with the photo it was cut from', async () => {
  const officer = await anOfficer()
  const whole = await storePhoto(db, officer, await jpeg())
  await cutPhoto(db, officer, { photoId: whole.id, left: 0, top: 0, size: 300 })
  await age(400)
  expect(await sweep()).toBe(2)
})

async function manyOld(officer: CooperativeMember, count: number) {
  const drafts = []
  for (let n = 0; n < count; n++) drafts.push(await draftBy(officer))
  await age(400)
  return drafts
}

test('of what is attached while a sweep runs, each is either shown and there, or refused and gone', async () => {
  const officer = await anOfficer()
  const drafts = await manyOld(officer, 12)
  const [first, ...others] = drafts.map((draft) => () => save(officer, draft))
  const tries = await Promise.allSettled(
    [first, ...others.slice(0, 5), sweep, ...others.slice(5)].map((one) => one?.()),
  )
  const refused = tries.filter(({ status }) => status === 'rejected')
  expect(new Set(reasonsOf(tries))).toEqual(new Set(refused.length ? ['invalid form.check'] : []))
  const shown = await db.proposalPhoto.findMany({ select: { photoId: true } })
  expect(shown).toHaveLength(12 - refused.length)
  expect((await idsLeft()).sort()).toEqual(shown.map(({ photoId }) => photoId).sort())
})

test('what is being attached is passed over; what is being swept is waited for and then not there', async () => {
  const officer = await anOfficer()
  const [one] = await manyOld(officer, 1)
  const ids = [one?.photoId ?? '']
  await db.$transaction(async (tx) => {
    expect(await holdPhotos(tx, officer, ids)).toBe(true)
    expect(await sweep()).toBe(0)
  })
  const held = await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from photos for update`
    expect(await deleteUnused(tx, ids)).toBe(1)
    const waiting = db.$transaction((other) => holdPhotos(other, officer, ids))
    await new Promise((resolve) => setTimeout(resolve, 100))
    return [waiting] as const
  })
  expect(await held[0]).toBe(false)
})

test('files that go while the same photo is sent again are there afterwards', async () => {
  const officer = await anOfficer()
  const bytes = await jpeg()
  const hash = hashOf(bytes)
  const sent = await db.$transaction(async (tx) => {
    // The worker has seen that no row keeps them, and removes them.
    await lockFiles(tx, hash)
    const sending = storePhoto(db, officer, bytes)
    while ((await filesOf(hash)).length < 3) await new Promise((resolve) => setTimeout(resolve, 20))
    for (const key of await filesOf(hash)) await storage().remove(key)
    return [sending] as const
  })
  expect(await sent[0]).toMatchObject({ hash })
  expect(await filesOf(hash)).toHaveLength(3)
})
