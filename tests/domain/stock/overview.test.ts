import { expect, test } from 'vitest'
import { correctStock } from '#app/domain/stock/correct-stock.server.ts'
import { countStock, listStock, requireLowStock } from '#app/domain/stock/overview-queries.server.ts'
import { setLowStockForm } from '#app/domain/stock/rules.ts'
import { setLowStock } from '#app/domain/stock/set-low-stock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, anOfficer, anOperator, anotherVariant, aVariant } from '#tests/support/make.ts'
import { aPlacedOrder, now } from '#tests/support/orders.ts'

const today = '2026-11-24'
const all = { view: 'all', search: '' } as const
const namesOf = (list: { page: { name: string }[] }) => list.page.map(({ name }) => name)

async function aCooperativeWith(...packs: { name: string; onHand: number }[]) {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variants = []
  for (const pack of packs) variants.push(await aVariant({ cooperative, ...pack }))
  return { officer, variants }
}

test('a pack says what is on hand, reserved, free, and past its day, which is free for nobody', async () => {
  const { officer, variant } = await aPlacedOrder({ onHand: 100 })
  // Of one lot only, which keeps until 1 August 2027.
  const of = async (day: string) => (await listStock(db, officer, all, day)).page
  expect(await of(today)).toMatchObject([
    { id: variant.id, onHand: 100, reserved: 24, free: 76, past: 0, nearest: '2027-08-01', isSoon: false },
  ])
  expect(await of('2027-07-10')).toMatchObject([{ free: 76, isSoon: true, pastLotId: null }])
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })
  expect(await of('2027-08-02')).toMatchObject([
    { onHand: 100, free: 0, past: 100, nearest: null, isSoon: false, pastLotId: lot.id },
  ])
})

test('what runs low is what has no more free than its own threshold', async () => {
  const { officer, variants } = await aCooperativeWith(
    { name: 'Sari apel', onHand: 30 },
    { name: 'Keripik', onHand: 30 },
    { name: 'Selai', onHand: 0 },
  )
  const [juice] = variants
  await setLowStock(db, officer, { variantId: juice?.id ?? '', pieces: 30 })
  expect(namesOf(await listStock(db, officer, { view: 'low', search: '' }, today))).toEqual([
    'Sari apel',
    'Selai',
  ])
  expect(await countStock(db, officer, today)).toEqual({ all: 3, low: 2, soon: 0, past: 0 })
  expect(await countStock(db, officer, '2027-08-02')).toEqual({ all: 3, low: 3, soon: 0, past: 2 })
  const asked = { productId: juice?.product.id ?? '', packId: juice?.id ?? '' }
  expect(await requireLowStock(db, officer, asked)).toMatchObject({ pieces: 30, name: 'Sari apel' })
})

test('each pack of a product stands by itself, under a name of its own, with a threshold of its own', async () => {
  const { officer, variants } = await aCooperativeWith({ name: 'Keripik Apel 100 g', onHand: 30 })
  const [small] = variants
  if (!small) throw new Error('no pack')
  const large = await anotherVariant(small, { netContent: '250 g', onHand: 12 })
  const { page } = await listStock(db, officer, all, today)
  expect(page.map(({ id, name, free }) => [id, name, free]).toSorted()).toEqual(
    [
      [small.id, 'Keripik Apel 100 g', 30],
      [large.id, 'Keripik Apel 250 g', 12],
    ].toSorted(),
  )
  await setLowStock(db, officer, { variantId: large.id, pieces: 12 })
  const asked = { productId: small.product.id, packId: large.id }
  expect(await requireLowStock(db, officer, asked)).toMatchObject({ pieces: 12, name: 'Keripik Apel 250 g' })
  expect(namesOf(await listStock(db, officer, { view: 'low', search: '' }, today))).toEqual([
    'Keripik Apel 250 g',
  ])
  // What is no longer made is not shown as running low, once nothing of it is left.
  const ended = await anotherVariant(small, { netContent: '40 g', onHand: 0 })
  expect(await countStock(db, officer, today)).toMatchObject({ all: 3, low: 2 })
  await db.variant.updateMany({ where: { id: { in: [ended.id, small.id] } }, data: { endedAt: now } })
  expect(await countStock(db, officer, today)).toMatchObject({ all: 2, low: 1 })
})

test('a lot that was taken out is nowhere any more', async () => {
  const { officer, variants } = await aCooperativeWith({ name: 'Sari apel', onHand: 30 })
  const variantId = variants[0]?.id ?? ''
  const lot = await db.lot.findFirstOrThrow({ where: { variantId } })
  const taken = { variantId, lotId: lot.id, kind: 'expired', quantity: 30, reason: '' } as const
  await correctStock(db, officer, { ...taken, movementId: newId('movement') }, now)
  expect((await listStock(db, officer, all, '2027-08-02')).page).toMatchObject([{ past: 0, onHand: 0 }])
})

test('packs are found by a part of a name, literally, and paged by name without a gap', async () => {
  const named = Array.from({ length: 23 }, (_, i) => ({ name: `Kemasan ${i % 5}`, onHand: 1 }))
  const { officer } = await aCooperativeWith(...named, { name: 'Rasa 100% apel', onHand: 1 })
  const first = await listStock(db, officer, { view: 'all', search: 'kemasan' }, today)
  const second = await listStock(db, officer, { view: 'all', search: 'kemasan', after: first.next }, today)
  expect(first.page).toHaveLength(20)
  expect(new Set([...first.page, ...second.page].map(({ id }) => id)).size).toBe(23)
  expect(second.next).toBeUndefined()
  expect(namesOf(await listStock(db, officer, { view: 'all', search: '0%' }, today))).toEqual([
    'Rasa 100% apel',
  ])
})

test('another cooperative sees nothing of it, not even by an id to go on from', async () => {
  const { variants } = await aCooperativeWith({ name: 'Sari apel', onHand: 30 })
  const stranger = await anOfficer()
  const after = variants[0]?.id
  expect((await listStock(db, stranger, { ...all, after }, today)).page).toEqual([])
  const asked = { productId: variants[0]?.product.id ?? '', packId: variants[0]?.id ?? '' }
  await expect(requireLowStock(db, stranger, asked)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a threshold is set by the cooperative that has the pack, and by nobody else', async () => {
  const { officer, variants } = await aCooperativeWith({ name: 'Sari apel', onHand: 30 })
  const asked = { variantId: variants[0]?.id ?? '', pieces: 12 }
  for (const wrong of [await aBuyer(), await anOperator()])
    await expect(setLowStock(db, wrong as never, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(setLowStock(db, await anOfficer(), asked)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(setLowStock(db, officer, { ...asked, variantId: newId('variant') })).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(listStock(db, (await aBuyer()) as never, all, today)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await setLowStock(db, officer, asked)
  await setLowStock(db, officer, asked)
  expect(await db.variant.findFirstOrThrow()).toMatchObject({ lowStockPieces: 12 })
  for (const pieces of [-1, 1.5, 1_000_001])
    expect(setLowStockForm.safeParse({ ...asked, pieces }).success).toBe(false)
})
