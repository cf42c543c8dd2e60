import { expect, test } from 'vitest'
import {
  listCards,
  listCardsBeside,
  listCardsInStore,
  listCardsOf,
  listFreshCards,
  listNewCards,
  listShelfPacks,
} from '#app/domain/catalogue/card-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aCooperative, aFixture, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

const today = '2026-11-24'
const slugOf = (variant: { product: { id: string } }) => variant.product.id.replace('_', '-')
const publish = (variant: { product: { id: string } }, on: string) =>
  db.product.update({ where: { id: variant.product.id }, data: { publishedAt: new Date(on) } })

test('cards come in the order that was asked for, without what is not published any more', async () => {
  const [one, two, three] = [await aVariant(), await aVariant(), await aVariant()]
  await db.product.update({ where: { id: two.product.id }, data: { status: 'paused' } })

  const cards = await listCards(
    db,
    [three, two, one].map((variant) => variant.product.id).concat('prd_x'),
    today,
  )

  expect(cards.map((card) => card.slug)).toEqual([slugOf(three), slugOf(one)])
  expect(await listCards(db, [], today)).toEqual([])
})

test('a card shows the cheapest pack, how many there are, and how high its picture is', async () => {
  const variant = await aVariant({ retailPrice: 18_000n, widthMm: 160 })
  const small = await aVariant({ retailPrice: 10_500n, widthMm: 130 })
  const { productId, cooperativeId, frontPhotoId } = variant
  await db.variant.update({ where: { id: small.id }, data: { productId, cooperativeId, frontPhotoId } })

  const [card] = await listCards(db, [productId], today)

  expect(card).toMatchObject({
    price: 10_500n,
    packs: 2,
    widthMm: 130,
    heightMm: Math.round((130 * 900) / 640),
  })
})

test('a card says in how many stores the product stands, or when it first will', async () => {
  const [here, soon, nowhere] = [await aVariant(), await aVariant(), await aVariant({ onHand: 0 })]
  const [first, second] = [await aFixture({ levels: 2 }), await aFixture({ levels: 2 })]
  await aStanding(here, first)
  await aStanding(here, first, { level: 2 })
  await aStanding(here, second)
  await aStanding(here, second, { level: 2, startsOn: '2026-12-05' })
  await aStanding(soon, first, { startMm: 400, startsOn: '2026-12-15' })
  await aStanding(soon, second, { startMm: 400, startsOn: '2026-12-01' })
  await aStanding(nowhere, second, { startMm: 800, status: 'asked' })

  const cards = await listCards(
    db,
    [here, soon, nowhere].map((one) => one.product.id),
    today,
  )

  expect(cards).toMatchObject([
    { stores: 2, startsOn: null, isInStock: true },
    { stores: 0, startsOn: '2026-12-01', isInStock: true },
    { stores: 0, startsOn: null, isInStock: false },
  ])
})

test('a period ends on the day it ends: what stood until yesterday stands nowhere', async () => {
  const variant = await aVariant()
  await aStanding(variant, await aFixture(), { startsOn: '2026-10-01', endsOn: today })

  expect(await listCards(db, [variant.product.id], '2026-11-23')).toMatchObject([{ stores: 1 }])
  expect(await listCards(db, [variant.product.id], today)).toMatchObject([{ stores: 0, startsOn: null }])
})

test('new goods come newest first; fresh goods are those that keep for days', async () => {
  const [old, fresh, latest] = [
    await aVariant({ shelfLifeDays: 365 }),
    await aVariant({ shelfLifeDays: 4, storage: 'chilled' }),
    await aVariant({ shelfLifeDays: 180 }),
  ]
  await publish(old, '2026-11-01')
  await publish(fresh, '2026-11-02')
  await publish(latest, '2026-11-03')

  expect((await listNewCards(db, today, 2)).map((card) => card.slug)).toEqual([latest, fresh].map(slugOf))
  expect((await listFreshCards(db, today, 6)).map((card) => card.slug)).toEqual([slugOf(fresh)])
})

test('goods of a cooperative, a producer, a village and a store are theirs only', async () => {
  const cooperative = await aCooperative()
  const [mine, other] = [await aVariant({ cooperative }), await aVariant()]
  const fixture = await aFixture()
  await aStanding(mine, fixture)
  const village = await db.village.findUniqueOrThrow({ where: { code: cooperative.villageCode ?? '' } })
  const makers = [
    { cooperativeId: cooperative.id },
    { producerId: mine.product.producerId },
    { villageSlug: village.slug },
  ]

  for (const maker of makers)
    expect((await listCardsOf(db, today, maker, 10)).map((card) => card.slug)).toEqual([slugOf(mine)])
  expect((await listCardsInStore(db, today, fixture.storeId)).map((card) => card.slug)).toEqual([
    slugOf(mine),
  ])
  expect(await listCardsInStore(db, today, 'str_x')).toEqual([])
  expect(slugOf(other)).not.toBe(slugOf(mine))
})

test('beside a product come those on its board, then of its maker, its category, its cooperative', async () => {
  const cooperative = await aCooperative()
  const variant = await aVariant({ cooperative, categorySlug: 'a' })
  const onBoard = await aVariant({ categorySlug: 'b' })
  const ofMaker = await aVariant({ cooperative, categorySlug: 'c' })
  const ofCategory = await aVariant({ categorySlug: 'a' })
  const ofCooperative = await aVariant({ cooperative, categorySlug: 'd' })
  await aVariant({ categorySlug: 'e' })
  const producerId = variant.product.producerId
  await db.product.update({ where: { id: ofMaker.product.id }, data: { producerId } })
  const fixture = await aFixture()
  await aStanding(variant, fixture)
  await aStanding(onBoard, fixture, { startMm: 600 })

  const cards = await listCardsBeside(db, today, slugOf(variant), 6)

  expect(cards.map((card) => card.slug)).toEqual([onBoard, ofMaker, ofCategory, ofCooperative].map(slugOf))
})

test('the opening shelf has one pack of each category that fits, what stands in stores first', async () => {
  await aVariant({ categorySlug: 'a' })
  const standing = await aVariant({ categorySlug: 'a' })
  await aVariant({ categorySlug: 'b', heightMm: 700 })
  const other = await aVariant({ categorySlug: 'c' })
  await aStanding(standing, await aFixture())

  const packs = await listShelfPacks(db, today, 10)

  expect(packs.map((pack) => pack.slug)).toEqual([standing, other].map(slugOf))
})
