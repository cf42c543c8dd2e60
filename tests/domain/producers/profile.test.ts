import { expect, test } from 'vitest'
import { requireProducerProfile } from '#app/domain/organisations/public-queries.server.ts'
import { addClosure } from '#app/domain/producers/add-closure.server.ts'
import { describeProducer } from '#app/domain/producers/describe-producer.server.ts'
import { removeClosure } from '#app/domain/producers/remove-closure.server.ts'
import { type AddClosure, showPhotosForm } from '#app/domain/producers/rules.ts'
import { showPhotos } from '#app/domain/producers/show-photos.server.ts'
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

const shown = (producerId: string, ids: string[], alt = '', was = '') => ({
  producerId,
  photos: ids.map((id) => ({ id, alt })),
  was,
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
  await showPhotos(db, own, shown(producerId, [photo.id], 'Dapur kami'), now)
  await addClosure(db, officer, daysOff(producerId), now)
  expect(await requireProducerProfile(db, producer.slug, '2026-11-30')).toMatchObject({
    story: 'Sejak 1998.',
    photos: [{ hash: photo.hash, alt: 'Dapur kami' }],
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
    showPhotos(db, own, shown(producerId, [photoId]), now),
    showPhotos(db, own, shown(producerId, []), now),
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
      showPhotos(db, keeper, shown(producerId, [photoId]), now),
      showPhotos(db, keeper, shown(producerId, []), now),
      addClosure(db, keeper, daysOff(producerId), now),
      removeClosure(db, keeper, { producerId, closureId: newId('closure') }, now),
    ])
    expect(reasonsOf(tries)).toEqual(Array.from({ length: 5 }, () => kind))
  }
})

const listShown = async (producerId: string) => {
  const rows = await db.producerPhoto.findMany({ where: { producerId }, orderBy: { position: 'asc' } })
  return rows.map(({ photoId }) => photoId)
}

test('photos stand as they were put, each once; the same again and only another order are told apart', async () => {
  const { officer, producerId } = await aScene()
  const ids: string[] = []
  for (let n = 0; n < 6; n++) ids.push((await aPhoto(officer.cooperativeId)).id)
  await showPhotos(db, officer, shown(producerId, [...ids, ids[0] ?? '']), now)
  expect(await listShown(producerId)).toEqual(ids)
  await showPhotos(db, officer, shown(producerId, ids), now)
  const turned = [...ids.slice(1), ids[0] ?? '']
  await showPhotos(db, officer, shown(producerId, turned, '', ids.join()), now)
  await showPhotos(db, officer, shown(producerId, turned.slice(0, 5), '', turned.join()), now)
  expect(await listShown(producerId)).toEqual(turned.slice(0, 5))
  expect((await actsOf(producerId)).slice(2)).toEqual(['photo_added', 'described photos', 'photo_removed'])
  const strange = (await aPhoto((await anOfficer()).cooperativeId)).id
  const last = turned.slice(0, 5).join()
  await expect(showPhotos(db, officer, shown(producerId, [strange], '', last), now)).rejects.toMatchObject({
    fields: { photoId: { key: 'member.photo_missing' } },
  })
})

test('of eight who change the photos at once one is heard, the others learn that it was changed', async () => {
  const { officer, producerId } = await aScene()
  const ids: string[] = []
  for (let n = 0; n < 8; n++) ids.push((await aPhoto(officer.cooperativeId)).id)
  const tries = await Promise.allSettled(
    ids.map((id) => showPhotos(db, officer, shown(producerId, [id]), now)),
  )
  expect(reasonsOf(tries)).toEqual(Array.from({ length: 7 }, () => 'conflict member.photos_changed'))
  expect(await listShown(producerId)).toHaveLength(1)
})

test('a form holds six photos at most', () => {
  const photos = Array.from({ length: 7 }, () => ({ id: newId('photo'), alt: '' }))
  const producerId = newId('producer')
  expect(showPhotosForm.safeParse({ producerId, photos }).success).toBe(false)
  expect(showPhotosForm.safeParse({ producerId, photos: photos.slice(1) }).success).toBe(true)
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
