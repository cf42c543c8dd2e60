import { expect, test } from 'vitest'
import { compareCount, listLotsToCount } from '#app/domain/stock/count-queries.server.ts'
import { type CountStock, countStockForm, needsReason } from '#app/domain/stock/count-rules.ts'
import { countStock } from '#app/domain/stock/count-stock.server.ts'
import { receiveLot } from '#app/domain/stock/receive-lot.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, addStock, anOfficer, anOperator, aVariant, reasonsOf } from '#tests/support/make.ts'
import { aPlacedOrder, levelOf, now } from '#tests/support/orders.ts'

/** A pack with a lot of 60 and one of 40. */
async function aShelf() {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variant = await aVariant({ cooperative, onHand: 60 })
  await addStock(variant.id, cooperative.id, 40)
  const lots = await db.lot.findMany({ where: { variantId: variant.id }, orderBy: { id: 'asc' } })
  const line = (i: number, counted?: number, over: Partial<CountStock['lots'][number]> = {}) => ({
    lotId: lots[i]?.id ?? '',
    movementId: newId('movement'),
    counted,
    expected: i ? 40 : 60,
    reason: 'Jatuh',
    ...over,
  })
  return { officer, variant, line }
}
const counts = () => db.stockMovement.count({ where: { kind: 'counted' } })

test('lots are counted in one go; what fits and what was left out is not touched', async () => {
  const { officer, variant, line } = await aShelf()
  expect(await listLotsToCount(db, officer, [variant.id])).toHaveLength(2)
  await countStock(db, officer, { lots: [line(0, 57), line(1, 40)] }, now)
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 97 })
  expect(await db.stockMovement.findMany({ where: { kind: 'counted' } })).toMatchObject([
    { onHand: -3, reason: 'Jatuh', byMembershipId: officer.membershipId, at: now },
  ])
  await countStock(db, officer, { lots: [line(0, 0, { expected: 57 }), line(1)] }, now)
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 40 })
  expect(await listLotsToCount(db, officer, [variant.id])).toHaveLength(1)
})

test('a count is compared with what is recorded, of what was counted only', async () => {
  const { officer, line } = await aShelf()
  const lots = [line(0, 57, { expected: undefined }), line(1, undefined, { expected: undefined })]
  const compared = await compareCount(db, officer, { lots })
  expect(compared.map(({ counted, expected }) => [counted, expected])).toEqual([
    [57, 60],
    [undefined, undefined],
  ])
})

test('nothing is saved when one lot has moved meanwhile, and its line says so', async () => {
  const { officer, variant, line } = await aShelf()
  for (const stale of [{ expected: 39 }, { expected: undefined }])
    await expect(
      countStock(db, officer, { lots: [line(0, 57), line(1, 38, stale)] }, now),
    ).rejects.toMatchObject({
      kind: 'conflict',
      said: { key: 'count.moved_some' },
      fields: { 'lots[1].counted': { key: 'count.moved' } },
    })
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 100 })
})

test('a count that leaves less than is reserved is refused, and names the orders', async () => {
  const { officer, variant, order } = await aPlacedOrder({ onHand: 240, cartons: 4 })
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })
  const line = { lotId: lot.id, expected: 240, reason: 'Hilang' }
  const count = (counted: number) =>
    countStock(db, officer, { lots: [{ ...line, counted, movementId: newId('movement') }] }, now)
  await expect(count(95)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'count.reserved_some' },
    fields: { 'lots[0].counted': { key: 'count.reserved', reserved: 96, orders: String(order.number) } },
  })
  expect(await counts()).toBe(0)
  await count(96)
  expect(await levelOf(variant.id)).toEqual({ onHand: 96, reserved: 96 })
})

test('one count sent ten times at once is made once; sent again with other numbers it is refused', async () => {
  const { officer, variant, line } = await aShelf()
  const lots = [line(0, 50), line(1, 35)]
  await Promise.all(Array.from({ length: 10 }, () => countStock(db, officer, { lots }, now)))
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 85 })
  expect(await counts()).toBe(2)
  const other = lots.map((lot) => ({ ...lot, counted: 1 }))
  await expect(countStock(db, officer, { lots: other }, now)).rejects.toMatchObject({
    said: { key: 'count.saved_before' },
  })
})

test('of two who count one lot at once, one is told that it moved', async () => {
  const { officer, variant, line } = await aShelf()
  const tries = await Promise.allSettled(
    [50, 51, 52].map((counted) => countStock(db, officer, { lots: [line(0, counted)] }, now)),
  )
  expect(reasonsOf(tries)).toEqual(['conflict count.moved_some', 'conflict count.moved_some'])
  expect(await counts()).toBe(1)
  const { onHand } = await levelOf(variant.id)
  expect([90, 91, 92]).toContain(onHand)
})

test('a lot that arrives while another is counted stands in nobody’s way', async () => {
  const { officer, variant, line } = await aShelf()
  const lot = { lotId: newId('lot'), variantId: variant.id, quantity: 5, bestBefore: '2027-06-01' }
  await Promise.all([
    countStock(db, officer, { lots: [line(0, 50)] }, now),
    receiveLot(db, officer, lot, now),
  ])
  expect(await levelOf(variant.id)).toMatchObject({ onHand: 95 })
})

test('nothing counted is nothing to save', async () => {
  const { officer, line } = await aShelf()
  await expect(countStock(db, officer, { lots: [line(0), line(1)] }, now)).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'count.nothing' },
  })
})

test('who may not record stock may not count; another cooperative, lot or movement is not found', async () => {
  const { officer, variant, line } = await aShelf()
  const lots = [line(0, 50)]
  for (const wrong of [await aBuyer(), await anOperator()]) {
    await expect(countStock(db, wrong as never, { lots }, now)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(compareCount(db, wrong as never, { lots })).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const stranger = await anOfficer()
  await expect(countStock(db, stranger, { lots }, now)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(compareCount(db, stranger, { lots })).rejects.toMatchObject({ kind: 'not_found' })
  expect(await listLotsToCount(db, stranger, [variant.id])).toEqual([])
  await expect(
    countStock(db, officer, { lots: [line(0, 50, { lotId: newId('lot') })] }, now),
  ).rejects.toMatchObject({ kind: 'not_found' })
  const { id: movementId } = await db.stockMovement.findFirstOrThrow({ where: { lotId: lots[0]?.lotId } })
  await expect(countStock(db, officer, { lots: [line(1, 38, { movementId })] }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await counts()).toBe(0)
})

test('a difference of more than two pieces, or one in fifty, asks for its reason', () => {
  expect([needsReason(10, 8), needsReason(10, 13), needsReason(500, 490), needsReason(500, 489)]).toEqual([
    false,
    true,
    false,
    true,
  ])
  const lot = { lotId: 'lot_1', movementId: 'mut_1', counted: 5, expected: 60 }
  const parsed = (over: object, step = 'save') =>
    countStockForm.safeParse({ step, lots: [{ ...lot, ...over }] }).success
  expect(parsed({})).toBe(false)
  expect(parsed({ reason: 'Jatuh' })).toBe(true)
  expect(parsed({ counted: 59 })).toBe(true)
  expect(parsed({}, 'check')).toBe(true)
  for (const wrong of [{ counted: -1 }, { counted: 1.5 }, { lotId: 'var_1' }, { movementId: '' }])
    expect(parsed({ reason: 'Jatuh', ...wrong })).toBe(false)
  expect(countStockForm.safeParse({ step: 'check', lots: [lot, lot] }).success).toBe(false)
})
