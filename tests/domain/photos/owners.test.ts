// Whose a photo is within a cooperative: an officer shows any of them, a producer its own.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cutPhoto } from '#app/domain/photos/cut-photo.server.ts'
import { getCut, getPhoto } from '#app/domain/photos/queries.server.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { eraseProducer } from '#app/domain/producers/erase-producer.server.ts'
import { showPhotos } from '#app/domain/producers/show-photos.server.ts'
import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { anOfficer, aPhoto } from '#tests/support/make.ts'
import { aMember, aProducerMember, now } from '#tests/support/members.ts'
import { draftBy } from '#tests/support/proposals.ts'

const jpeg = (background = '#3a7') =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** Two members of a cooperative with sign-ins of their own, and their officer. */
async function aScene() {
  const { officer, producerId } = await aMember()
  const neighbourId = (await aMember({ officer, name: 'Tetangga' })).producerId
  const own = await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
  const neighbour = await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: neighbourId } }))
  return { officer, own, neighbour }
}
type Own = Awaited<ReturnType<typeof aScene>>['own']

const shownAlone = (producerId: string, photoId: string) => ({
  ...{ producerId, photos: [{ id: photoId, alt: '' }], was: '' },
})

/** Everything by which a photo could be made one's own. */
async function tries(who: Own, photoId: string) {
  const draft = await draftBy(who, { photoId })
  const asked = await Promise.allSettled([
    saveProposal(db, who, draft, now),
    saveProposal(db, who, { ...draft, photos: [{ id: photoId, alt: '' }] }, now),
    showPhotos(db, who, shownAlone(who.producerId, photoId), now),
    cutPhoto(db, who, { photoId, left: 0, top: 0, size: 300 }),
  ])
  return asked.map((one) =>
    one.status === 'fulfilled' ? 'taken' : `${one.reason.kind} ${one.reason.said.key}`,
  )
}
const notThere = [
  'invalid form.check',
  'invalid form.check',
  'invalid member.photo_missing',
  'not_found error.not_found',
]

test('a neighbour’s photo, an officer’s and another cooperative’s are not there for a producer', async () => {
  const { officer, own, neighbour } = await aScene()
  const stranger = await anOfficer()
  const photos = [
    await storePhoto(db, neighbour, await jpeg()),
    await storePhoto(db, officer, await jpeg('#137')),
    await aPhoto(stranger.cooperativeId),
  ]
  for (const { id } of photos) {
    expect(await tries(own, id)).toEqual(notThere)
    expect([await getPhoto(db, own, id), await getCut(db, own, id)]).toEqual([null, null])
  }
  expect(await db.proposalPhoto.count()).toBe(0)
})

test('a producer shows what it sent, what an officer put at its goods, and what both sent', async () => {
  const { officer, own, neighbour } = await aScene()
  const sent = await storePhoto(db, own, await jpeg())
  expect(await tries(own, sent.id)).toEqual(['taken', 'taken', 'taken', 'taken'])

  const byOfficer = await storePhoto(db, officer, await jpeg('#137'))
  const draft = await draftBy(officer, { producerId: own.producerId, photoId: byOfficer.id })
  await saveProposal(db, officer, draft, now)
  expect(await getPhoto(db, own, byOfficer.id)).not.toBeNull()
  expect(await getPhoto(db, neighbour, byOfficer.id)).toBeNull()
  const square = await cutPhoto(db, own, { photoId: byOfficer.id, left: 0, top: 0, size: 300 })
  expect(await getPhoto(db, own, square.id)).not.toBeNull()

  expect(await getPhoto(db, neighbour, sent.id)).toBeNull()
  expect(await storePhoto(db, neighbour, await jpeg())).toEqual(sent)
  expect(await getPhoto(db, neighbour, sent.id)).not.toBeNull()
})

test('what a producer only sent goes when it is erased; what both sent, and what its goods show, stays', async () => {
  const { officer, own, neighbour } = await aScene()
  await storePhoto(db, own, await jpeg())
  const ofGoods = await storePhoto(db, own, await jpeg('#137'))
  await saveProposal(db, own, await draftBy(own, { photoId: ofGoods.id }), now)
  const both = await storePhoto(db, own, await jpeg('#731'))
  await storePhoto(db, neighbour, await jpeg('#731'))
  await inTransaction(db, (tx) => eraseProducer(tx, own, officer, now))
  const left = await db.photo.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id).sort()).toEqual([ofGoods.id, both.id].sort())
  expect(await db.photoSender.findMany()).toMatchObject([
    { photoId: both.id, producerId: neighbour.producerId },
  ])
})

test('an officer shows any photo of the cooperative', async () => {
  const { officer, own } = await aScene()
  const { id: photoId } = await storePhoto(db, own, await jpeg())
  await showPhotos(db, officer, shownAlone(own.producerId, photoId), now)
  expect(await getCut(db, officer, photoId)).not.toBeNull()
})
