// The main photo is the first of its photos, nothing stands twice at one place, and nothing shows another's.
import { expect, test } from 'vitest'
import { listProductPhotos, listProposalPhotos } from '#app/domain/photos/keep-photos.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { anOfficer, aPhoto } from '#tests/support/make.ts'
import { aColleagueOf, draftBy, later, now, save, submit, typedBy } from '#tests/support/proposals.ts'

async function aScene() {
  const officer = await anOfficer()
  const ids: string[] = []
  for (let n = 0; n < 4; n++) ids.push((await aPhoto(officer.cooperativeId)).id)
  const turned = (by: number) =>
    [...ids.slice(by), ...ids.slice(0, by)].map((id, at) => ({ id, alt: `${by}.${at}` }))
  return { officer, ids, turned }
}
async function aPublished() {
  const scene = await aScene()
  const colleague = await aColleagueOf(scene.officer, 'manager')
  const photos = scene.turned(0)
  const typed = await typedBy(scene.officer, { photoId: photos[0]?.id ?? '', photos })
  const { id, version } = await submit(scene.officer, typed)
  await approveProposal(db, colleague, { proposalId: id, version }, later(1))
  const { productId } = await db.productProposal.findUniqueOrThrow({ where: { id } })
  if (!productId) throw new Error('not published')
  return { ...scene, colleague, typed, productId }
}
const shown = (photos: { id: string; alt: string }[]) => photos.map(({ id, alt }) => ({ id, alt }))

test('eight orders of the same photos saved at once leave one of them whole, and its first is the main one', async () => {
  const { officer, turned } = await aScene()
  const typed = await draftBy(officer, { photoId: turned(0)[0]?.id, photos: turned(0) })
  const { version } = await save(officer, typed)
  const orders = Array.from({ length: 8 }, (_, n) => turned(n % 4))
  const told = await Promise.allSettled(
    orders.map((photos) => save(officer, { ...typed, version, photoId: photos[0]?.id, photos })),
  )
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
  const kept = shown(await listProposalPhotos(db, typed.proposalId))
  expect(orders).toContainEqual(kept)
  const { photoId } = await db.productProposal.findUniqueOrThrow({ where: { id: typed.proposalId } })
  expect(photoId).toBe(kept[0]?.id)
})

test('approved and saved in another order at once, what is published is what was approved', async () => {
  const { officer, colleague, typed, turned, productId } = await aPublished()
  const change = { ...typed, proposalId: newId('proposal'), version: 0, productId }
  const [approved, other] = [turned(1), turned(2)]
  const { id, version } = await submit(
    officer,
    { ...change, photoId: approved[0]?.id ?? '', photos: approved },
    later(2),
  )
  const [decided] = await Promise.allSettled([
    approveProposal(db, colleague, { proposalId: id, version }, later(3)),
    submit(officer, { ...change, version, photoId: other[0]?.id ?? '', photos: other }, later(3)),
  ])
  const published = shown(await listProductPhotos(db, productId))
  expect(published).toEqual(decided.status === 'fulfilled' ? approved : turned(0))
  if (decided.status === 'rejected') expect(decided.reason).toBeInstanceOf(Refusal)
  const { photoId } = await db.product.findUniqueOrThrow({ where: { id: productId } })
  expect(photoId).toBe(published[0]?.id)
})

test('the database keeps the main photo first, one at a place and no more than eight, whatever writes', async () => {
  const { officer, productId, ids } = await aPublished()
  const [first = '', second = ''] = ids
  const row = (photoId: string) => ({ productId_photoId: { productId, photoId } })
  await expect(db.productPhoto.delete({ where: row(first) })).rejects.toThrow()
  await expect(db.productPhoto.update({ where: row(first), data: { position: 5 } })).rejects.toThrow()
  await expect(db.productPhoto.update({ where: row(second), data: { position: 1 } })).rejects.toThrow()
  await expect(db.productPhoto.update({ where: row(second), data: { position: 9 } })).rejects.toThrow()
  const stranger = await aPhoto((await anOfficer()).cooperativeId)
  const { cooperativeId } = officer
  const theirs = { productId, cooperativeId, photoId: stranger.id, position: 8 }
  await expect(db.productPhoto.create({ data: theirs })).rejects.toThrow()
  expect((await listProductPhotos(db, productId)).map(({ id }) => id)).toEqual(ids)
})

test('a photo of another cooperative and one that never was are refused alike, and nothing is kept', async () => {
  const { officer, ids } = await aScene()
  const theirs = await aPhoto((await anOfficer()).cooperativeId)
  for (const id of [theirs.id, newId('photo')]) {
    const photos = [ids[0] ?? '', id].map((one) => ({ id: one, alt: '' }))
    for (const listed of [photos, [...photos].reverse()]) {
      const typed = await draftBy(officer, { photoId: listed[0]?.id, photos: listed })
      await expect(save(officer, typed, now)).rejects.toMatchObject({
        kind: 'invalid',
        fields: { photoId: { key: 'photo.missing' } },
      })
      expect(await db.proposalPhoto.count({ where: { proposalId: typed.proposalId } })).toBe(0)
      expect(await db.productProposal.count({ where: { id: typed.proposalId } })).toBe(0)
    }
  }
})
