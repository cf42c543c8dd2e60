import { expect, test } from 'vitest'
import type { CityMember } from '#app/domain/access/actors.ts'
import { getCity } from '#app/domain/city/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aCooperative, anOfficer, anOperator, anOverseer, aProducer, aVariant } from '#tests/support/make.ts'

async function anOverseerOfBatu(): Promise<CityMember> {
  const overseer = await anOverseer()
  await db.city.createMany({
    data: [
      { code: '35.79', name: 'Kota Batu', slug: 'kota-batu' },
      { code: '35.73', name: 'Kota Malang', slug: 'kota-malang' },
    ],
    skipDuplicates: true,
  })
  await db.organisation.update({ where: { id: overseer.organisationId }, data: { cityCode: '35.79' } })
  return overseer
}

test('villages stand with their products, those with most first', async () => {
  const overseer = await anOverseerOfBatu()
  const few = await aCooperative()
  const many = await aCooperative()
  await aVariant({ cooperative: few })
  for (let i = 0; i < 2; i++) await aVariant({ cooperative: many })
  const none = await aCooperative()

  const { name, villages } = await getCity(db, overseer)
  expect(name).toBe('Kota Batu')
  const codes = [many, few, none].map(({ villageCode }) => villageCode)
  const slugs = await Promise.all(
    codes.map(async (code) => (await db.village.findUniqueOrThrow({ where: { code: code ?? '' } })).slug),
  )
  expect(villages.map(({ slug, products }) => [slug, products])).toEqual([
    [slugs[0], 2],
    [slugs[1], 1],
    [slugs[2], 0],
  ])
})

test('cooperatives whose proposals wait stand with the longest wait first, of this city only', async () => {
  const overseer = await anOverseerOfBatu()
  const waiting = await Promise.all([aProposal('2026-11-23T01:00:00Z'), aProposal('2026-11-20T01:00:00Z')])
  const elsewhere = await aProposal('2026-11-01T01:00:00Z')
  await db.village.update({ where: { code: elsewhere.villageCode ?? '' }, data: { cityCode: '35.73' } })

  const { proposals } = await getCity(db, overseer)
  expect(proposals).toEqual([
    { name: waiting[1].shortName, count: 1, since: new Date('2026-11-20T01:00:00Z'), answerBy: null },
    { name: waiting[0].shortName, count: 1, since: new Date('2026-11-23T01:00:00Z'), answerBy: null },
  ])
})

test('others than the city do not see it', async () => {
  for (const actor of [await anOfficer(), await anOperator()])
    await expect(getCity(db, actor as unknown as CityMember)).rejects.toMatchObject({ kind: 'forbidden' })
})

async function aProposal(submittedAt: string) {
  const cooperative = await aCooperative()
  const { product, categorySlug } = { ...(await aVariant({ cooperative })), categorySlug: 'keripik-buah' }
  const { personId } = await anOfficer({ organisation: cooperative })
  const producer = await aProducer(cooperative)
  await db.productProposal.create({
    data: {
      id: `usl_${cooperative.id}`,
      cooperativeId: cooperative.id,
      producerId: producer.id,
      proposedBy: personId,
      status: 'submitted',
      submittedAt: new Date(submittedAt),
      name: 'Keripik Apel',
      photoId: product.photoId,
      categorySlug,
      processing: 'fried',
      variants: {
        create: {
          position: 0,
          pack: 'pouch',
          netContent: '100 g',
          widthMm: 160,
          heightMm: 230,
          depthMm: 60,
          weightG: 120,
          stackable: false,
          storage: 'ambient',
          shelfLifeDays: 270,
          unitsPerCarton: 24,
          minCartons: 1,
          leadTimeDays: 2,
          retailPrice: 18_000n,
          wholesalePrice: 13_500n,
          memberPrice: 12_000n,
        },
      },
    },
  })
  return cooperative
}
