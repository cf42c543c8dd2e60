import { expect, test } from 'vitest'
import { listStores, listStoresOfChains, requireStore } from '#app/domain/stores/public-queries.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aChain, aFixture, aStore, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const today = '2026-11-24'

test('stores come fullest first, each with the board on which most of our goods stand', async () => {
  const chain = await aChain()
  const [empty, full] = [
    await aStore(chain, 'Kosong'),
    await aFixture({ store: await aStore(chain, 'Penuh'), levels: 2 }),
  ]
  const [one, two] = [await aVariant(), await aVariant()]
  await aStanding(one, full, { level: 1, facings: 4 })
  await aStanding(one, full, { level: 2, facings: 1 })
  await aStanding(two, full, { level: 2, facings: 1, startMm: 200 })

  const stores = await listStores(db, today)

  expect(stores).toMatchObject([
    { name: 'Penuh', products: 2, board: { level: 2, items: [{ facings: 1 }, { facings: 1 }] } },
    { name: 'Kosong', products: 0, board: null },
  ])
  expect(stores[1]?.slug).toBe(empty.id.replace('_', '-'))
})

test('to begin with, every chain shows its fullest store', async () => {
  const [first, second] = [await aChain(), await aChain()]
  const variant = await aVariant()
  for (const name of ['A1', 'A2'])
    await aStanding(variant, await aFixture({ store: await aStore(first, name) }))
  await aFixture({ store: await aStore(second, 'B1') })

  expect((await listStoresOfChains(db, today, 2)).map((store) => store.name)).toEqual(['A1', 'B1'])
})

test('a store shows what stands there today, what comes where nothing stands, and goods of others', async () => {
  const fixture = await aFixture()
  const [shelf] = fixture.shelves
  const [now, next, beside] = [
    await aVariant(),
    await aVariant({ name: 'Berikutnya' }),
    await aVariant({ name: 'Di sebelah' }),
  ]
  await aStanding(now, fixture, { endsOn: '2026-12-10' })
  await aStanding(next, fixture, { startsOn: '2026-12-10', endsOn: '2027-03-01' })
  await aStanding(beside, fixture, { startMm: 400, startsOn: '2026-12-01' })
  await db.shelfBooking.create({
    data: {
      id: newId('booking'),
      shelfId: shelf?.id ?? '',
      chainId: fixture.chainId,
      label: 'Gula pasir',
      facings: 1,
      stack: 1,
      packWidthMm: 200,
      packHeightMm: 100,
      packDepthMm: 100,
      startMm: 900,
      endMm: 1100,
      startsOn: toDate('2026-11-01'),
      endsOn: toDate('2027-11-01'),
    },
  })

  const store = await requireStore(db, fixture.store.id.replace('_', '-'), today)

  expect(store.fixtures[0]?.shelves).toMatchObject([
    {
      items: [
        { productSlug: now.product.id.replace('_', '-'), isThere: true },
        { name: 'Di sebelah', isThere: false, startsOn: '2026-12-01' },
      ],
      others: [{ startMm: 900, endMm: 1100, label: 'Gula pasir' }],
    },
  ])
})

test('a hidden product stands on no board', async () => {
  const variant = await aVariant()
  const fixture = await aFixture()
  await aStanding(variant, fixture)
  await db.product.update({ where: { id: variant.product.id }, data: { status: 'paused' } })

  const store = await requireStore(db, fixture.store.id.replace('_', '-'), today)

  expect(store.fixtures[0]?.shelves[0]?.items).toEqual([])
  expect(await listStores(db, today)).toMatchObject([{ products: 0, board: null }])
})

test('a name that no store has is not found', async () => {
  await expect(requireStore(db, 'tidak-ada', today)).rejects.toMatchObject({ kind: 'not_found' })
})
