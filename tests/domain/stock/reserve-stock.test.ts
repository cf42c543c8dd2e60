import { expect, test } from 'vitest'
import { releaseStock } from '#app/domain/stock/release-stock.server.ts'
import { reserveStock } from '#app/domain/stock/reserve-stock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { aPlacedOrder, levelOf, now } from '#tests/support/orders.ts'

const soon = { deliverOn: '2026-12-01', leastDaysLeft: 0 }

test('lines of one variant count together, and the refusal names what is left, at its line', async () => {
  const { line, variant, buyer } = await aPlacedOrder({ onHand: 100 })
  const request = { variantId: variant.id, orderLineId: line.id, pieces: 40, unitsPerCarton: 24, ...soon }
  const requests = ['a', 'b'].map((field) => ({ ...request, field }))

  await expect(inTransaction(db, (tx) => reserveStock(tx, buyer, requests, now))).rejects.toMatchObject({
    kind: 'conflict',
    fields: { b: { key: 'stock.short', left: 1, pieces: 36 } },
  })
  expect(await levelOf(variant.id)).toEqual({ onHand: 100, reserved: 24 })
})

test('a variant that never had stock is short of it', async () => {
  const { line, buyer } = await aPlacedOrder()
  const request = {
    variantId: 'var_none',
    orderLineId: line.id,
    pieces: 1,
    unitsPerCarton: 24,
    field: 'a',
    ...soon,
  }

  await expect(inTransaction(db, (tx) => reserveStock(tx, buyer, [request], now))).rejects.toMatchObject({
    said: { key: 'stock.short', left: 0, pieces: 0 },
  })
})

test('what is let go was reserved, and says who and why', async () => {
  const { line, variant, buyer } = await aPlacedOrder()
  const release = (pieces: number) =>
    inTransaction(db, (tx) =>
      releaseStock(tx, buyer, [{ variantId: variant.id, orderLineId: line.id, pieces }], 'Dilepas', now),
    )
  await release(10)
  await release(0)

  expect(await levelOf(variant.id)).toEqual({ onHand: 240, reserved: 14 })
  expect(await db.stockMovement.findFirst({ where: { kind: 'released' } })).toMatchObject({
    reserved: -10,
    reason: 'Dilepas',
    byMembershipId: buyer.membershipId,
  })
  await expect(release(15)).rejects.toThrow()
  expect(await levelOf(variant.id)).toEqual({ onHand: 240, reserved: 14 })
})
