import { expect, test } from 'vitest'
import {
  requireCooperativeProfile,
  requireProducerProfile,
} from '#app/domain/organisations/public-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aChain, aCooperative, aFixture, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const today = '2026-11-24'

test('a cooperative shows its members and the stores where their goods stand today', async () => {
  const cooperative = await aCooperative()
  const variant = await aVariant({ cooperative })
  await aStanding(variant, await aFixture())
  await aStanding(variant, await aFixture(), { startsOn: '2026-12-01' })
  await aStanding(await aVariant(), await aFixture())

  expect(await requireCooperativeProfile(db, cooperative.slug, today)).toMatchObject({
    shortName: cooperative.shortName,
    village: { name: 'Tulungrejo' },
    producers: [{ name: 'Kelompok Tani Makmur', products: 1 }],
    stores: [{ name: 'Batu Kota', products: 1 }],
  })
})

test('a chain is no cooperative, and neither is a name nobody has', async () => {
  const chain = await aChain()
  for (const slug of [chain.slug, 'tidak-ada'])
    await expect(requireCooperativeProfile(db, slug, today)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a producer shows its village and its cooperative; another name is not found', async () => {
  const cooperative = await aCooperative()
  const { product } = await aVariant({ cooperative })
  const { slug } = await db.producer.findUniqueOrThrow({ where: { id: product.producerId } })

  expect(await requireProducerProfile(db, slug, today)).toMatchObject({
    name: 'Kelompok Tani Makmur',
    village: { name: 'Tulungrejo' },
    cooperative: { slug: cooperative.slug },
  })
  await expect(requireProducerProfile(db, 'tidak-ada', today)).rejects.toMatchObject({ kind: 'not_found' })
})
