import { expect, test } from 'vitest'
import { requireProducerProfile } from '#app/domain/organisations/public-queries.server.ts'
import { addClosure } from '#app/domain/producers/add-closure.server.ts'
import { addPhoto } from '#app/domain/producers/add-photo.server.ts'
import { describeProducer } from '#app/domain/producers/describe-producer.server.ts'
import { removeClosure } from '#app/domain/producers/remove-closure.server.ts'
import { removePhoto } from '#app/domain/producers/remove-photo.server.ts'
import type { AddClosure } from '#app/domain/producers/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aCategory, anOfficer, aPhoto, reasonsOf } from '#tests/support/make.ts'
import { actsOf, aMember, aProducerMember, now } from '#tests/support/members.ts'

const daysOff = (producerId: string, over: Partial<AddClosure> = {}): AddClosure => ({
  producerId,
  closureId: newId('closure'),
  startsOn: '2026-11-24',
  lastDay: '2026-11-30',
  reason: 'panen raya',
  ...over,
})

/** A member, its own sign-in, and a neighbour in the same cooperative. */
async function aScene() {
  const { officer, producerId } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const neighbour = (await aMember({ officer, name: 'Tetangga' })).producerId
  return { officer, producerId, producer, own: await aProducerMember(producer), neighbour }
}

test('what a producer shows of itself is what everybody sees, and it is marked who wrote it', async () => {
  const { officer, producerId, producer, own } = await aScene()
  const photo = await aPhoto(officer.cooperativeId, producerId)
  await describeProducer(db, own, { producerId, story: 'Sejak 1998.', categories: [await aCategory()] }, now)
  await addPhoto(db, own, { producerId, photoId: photo.id }, now)
  await addClosure(db, officer, daysOff(producerId), now)
  expect(await requireProducerProfile(db, producer.slug, '2026-11-30')).toMatchObject({
    story: 'Sejak 1998.',
    photos: [photo.hash],
    categories: ['Keripik buah'],
    closure: { startsOn: '2026-11-24', endsOn: '2026-12-01', reason: 'panen raya' },
  })
  expect((await requireProducerProfile(db, producer.slug, '2026-12-01')).closure).toBeNull()
  expect((await actsOf(producerId)).slice(2)).toEqual([
    'described story categories',
    'photo_added',
    'closure_added',
  ])
  const acts = await db.producerAct.findMany({ where: { kind: 'closure_added' }, select: { by: true } })
  expect(acts).toMatchObject([{ by: { role: 'officer' } }])
})

test('another member of the same cooperative is not there for a producer, whatever it tries', async () => {
  const { own, officer, neighbour: producerId } = await aScene()
  const photoId = (await aPhoto(officer.cooperativeId)).id
  const closure = daysOff(producerId)
  await addClosure(db, officer, closure, now)
  const tries = await Promise.allSettled([
    describeProducer(db, own, { producerId, story: 'x', categories: [] }, now),
    addPhoto(db, own, { producerId, photoId }, now),
    removePhoto(db, own, { producerId, photoId }, now),
    addClosure(db, own, daysOff(producerId, { startsOn: '2027-01-01', lastDay: '2027-01-02' }), now),
    removeClosure(db, own, { producerId, closureId: closure.closureId }, now),
  ])
  expect(reasonsOf(tries)).toEqual(Array.from({ length: 5 }, () => 'not_found error.not_found'))
  expect(await db.producerClosure.count()).toBe(1)
})

test('another cooperative’s member is not there, and a buyer may not', async () => {
  const { producerId } = await aScene()
  const stranger = await anOfficer()
  const photoId = (await aPhoto(stranger.cooperativeId)).id
  for (const [who, kind] of [
    [stranger, 'not_found error.not_found'],
    [await aBuyer(), 'forbidden error.forbidden'],
  ] as const) {
    const keeper = who as typeof stranger
    const tries = await Promise.allSettled([
      describeProducer(db, keeper, { producerId, story: 'x', categories: [] }, now),
      addPhoto(db, keeper, { producerId, photoId }, now),
      removePhoto(db, keeper, { producerId, photoId }, now),
      addClosure(db, keeper, daysOff(producerId), now),
      removeClosure(db, keeper, { producerId, closureId: newId('closure') }, now),
    ])
    expect(reasonsOf(tries)).toEqual(Array.from({ length: 5 }, () => kind))
  }
})

test('six photos at most, each once, a place freed is used again; a photo of others is not there', async () => {
  const { officer, producerId } = await aScene()
  const photos = []
  for (let n = 0; n < 7; n++) photos.push((await aPhoto(officer.cooperativeId)).id)
  const tries = await Promise.allSettled(
    photos.map((photoId) => addPhoto(db, officer, { producerId, photoId }, now)),
  )
  expect(reasonsOf(tries)).toEqual(['conflict member.photos_full'])
  const [kept] = await db.producerPhoto.findMany({ where: { producerId }, orderBy: { position: 'asc' } })
  await addPhoto(db, officer, { producerId, photoId: kept?.photoId ?? '' }, now)
  expect(await db.producerPhoto.count()).toBe(6)
  await removePhoto(db, officer, { producerId, photoId: kept?.photoId ?? '' }, now)
  await removePhoto(db, officer, { producerId, photoId: kept?.photoId ?? '' }, now)
  await addPhoto(db, officer, { producerId, photoId: kept?.photoId ?? '' }, now)
  const strange = (await aPhoto((await anOfficer()).cooperativeId)).id
  await expect(addPhoto(db, officer, { producerId, photoId: strange }, now)).rejects.toMatchObject({
    fields: { photoId: { key: 'member.photo_missing' } },
  })
})

test.each([
  [{ startsOn: '2026-11-30', lastDay: '2026-11-29' }, 'closure.order'],
  [{ startsOn: '2026-11-01', lastDay: '2026-11-23' }, 'closure.past'],
  [{ startsOn: '2026-12-01', lastDay: '2027-12-01' }, 'closure.long'],
])('days off that cannot be are refused at their field: %o', async (over, key) => {
  const { officer, producerId } = await aScene()
  await expect(addClosure(db, officer, daysOff(producerId, over), now)).rejects.toMatchObject({
    kind: 'invalid',
    fields: { lastDay: { key } },
  })
})

test('the same days for twenty at once are written down once, and the same form again is no refusal', async () => {
  const { officer, producerId } = await aScene()
  const forms = Array.from({ length: 20 }, () => daysOff(producerId))
  const tries = await Promise.allSettled(forms.map((form) => addClosure(db, officer, form, now)))
  expect(reasonsOf(tries)).toEqual(Array.from({ length: 19 }, () => 'conflict closure.overlaps'))
  const winner = forms[tries.findIndex(({ status }) => status === 'fulfilled')]
  if (winner) await addClosure(db, officer, winner, now)
  expect(await db.producerClosure.count()).toBe(1)
  if (winner) await removeClosure(db, officer, winner, now)
  if (winner) await removeClosure(db, officer, winner, now)
  expect(await db.producerClosure.count()).toBe(0)
})

test('a kind of goods that does not exist is refused', async () => {
  const { own, producerId } = await aScene()
  await expect(
    describeProducer(db, own, { producerId, story: '', categories: ['roket'] }, now),
  ).rejects.toMatchObject({ fields: { categories: { key: 'category.missing' } } })
})
