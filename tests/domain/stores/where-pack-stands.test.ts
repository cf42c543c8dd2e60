import { expect, test } from 'vitest'
import { listWherePackStands } from '#app/domain/stores/where-pack-stands.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, aChain, aFixture, anOfficer, anotherVariant, aStore, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const today = '2026-11-24'

test('a pack stands in each store once, those it is in before those it comes to; other packs and cooperatives apart', async () => {
  const chain = await aChain()
  const fixtures = []
  for (const name of ['Nanti', 'Anyar'])
    fixtures.push(await aFixture({ store: await aStore(chain, name), levels: 2 }))
  const [later, first] = fixtures as [(typeof fixtures)[0], (typeof fixtures)[0]]
  const variant = await aVariant()
  const large = { ...(await anotherVariant(variant)), product: variant.product }
  await aStanding(variant, first, { level: 1 })
  await aStanding(variant, first, { level: 2, startsOn: '2026-12-10' })
  await aStanding(variant, later, { startsOn: '2026-12-01' })
  await aStanding(variant, later, { level: 2, status: 'declined' })
  await aStanding(large, later, { startMm: 700 })
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  const officer = await anOfficer({ organisation })

  expect(await listWherePackStands(db, officer, variant.id, today)).toMatchObject([
    { name: 'Anyar', startsOn: '2026-11-01', isThere: true },
    { name: 'Nanti', startsOn: '2026-12-01', isThere: false },
  ])
  expect(await listWherePackStands(db, officer, large.id, today)).toMatchObject([
    { name: 'Nanti', isThere: true },
  ])
  expect(await listWherePackStands(db, await anOfficer(), variant.id, today)).toEqual([])
  const buyer = (await aBuyer()) as never
  expect(() => listWherePackStands(db, buyer, variant.id, today)).toThrow('forbidden')
})
