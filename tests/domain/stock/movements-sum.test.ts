// Everything that moves stock, by several at once, on the real database.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctStock } from '#app/domain/stock/correct-stock.server.ts'
import { piecesLeft } from '#app/domain/stock/count-queries.server.ts'
import { countStock } from '#app/domain/stock/count-stock.server.ts'
import { receiveLot } from '#app/domain/stock/receive-lot.server.ts'
import { releaseStock } from '#app/domain/stock/release-stock.server.ts'
import { reserveStock } from '#app/domain/stock/reserve-stock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { aPlacedOrder, levelOf, now } from '#tests/support/orders.ts'

const kinds = ['receive', 'reserve', 'release', 'damaged', 'expired', 'counted', 'count'] as const
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  pieces: fc.integer({ min: 1, max: 90 }),
  which: fc.nat(1),
})

test('movements sum to the level and each lot to what is left of it, whatever several do at once', async () => {
  const { variant, line, officer, buyer } = await aPlacedOrder({ onHand: 120 })
  const lots = [await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })].map(({ id }) => id)
  const received = { lotId: newId('lot'), variantId: variant.id, quantity: 60, bestBefore: '2027-06-01' }
  await receiveLot(db, officer, received, now)
  lots.push(received.lotId)

  const act = async ({
    kind,
    pieces,
    which,
  }: {
    kind: (typeof kinds)[number]
    pieces: number
    which: number
  }) => {
    const lotId = lots[which] ?? received.lotId
    const [variantId, orderLineId, movementId] = [variant.id, line.id, newId('movement')]
    if (kind === 'receive')
      return receiveLot(db, officer, { ...received, lotId: newId('lot'), quantity: pieces }, now)
    if (kind === 'reserve')
      return inTransaction(db, (tx) =>
        reserveStock(
          tx,
          buyer,
          [
            {
              variantId,
              orderLineId,
              pieces,
              unitsPerCarton: 24,
              field: 'a',
              deliverOn: '2026-11-24',
              leastDaysLeft: 0,
            },
          ],
          now,
        ),
      )
    if (kind === 'release')
      return inTransaction(db, (tx) =>
        releaseStock(tx, officer, [{ variantId, orderLineId, pieces }], 'Dilepas', now),
      )
    if (kind === 'count') {
      const expected = (await piecesLeft(db, [lotId])).get(lotId) ?? 0
      const counted = { lotId, movementId, counted: pieces, expected, reason: 'Hitungan' }
      return countStock(db, officer, { lots: [counted] }, now)
    }
    return correctStock(
      db,
      officer,
      { movementId, variantId, lotId, kind, quantity: pieces, reason: 'Koreksi' },
      now,
    )
  }

  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const tries = await Promise.allSettled(steps.map(act))
      for (const [i, one] of tries.entries()) {
        if (one.status === 'fulfilled') done++
        // Letting go of more than is reserved is the only thing that the database itself has to refuse.
        else if (steps[i]?.kind !== 'release') expect(one.reason).toBeInstanceOf(Refusal)
      }
      const { _sum } = await db.stockMovement.aggregate({
        where: { variantId: variant.id },
        _sum: { onHand: true, reserved: true },
      })
      const level = await levelOf(variant.id)
      expect(level).toEqual({ onHand: _sum.onHand, reserved: _sum.reserved })
      expect(level.reserved).toBeGreaterThanOrEqual(0)
      expect(level.onHand).toBeGreaterThanOrEqual(level.reserved)
      const all = await db.lot.findMany({ where: { variantId: variant.id }, select: { id: true } })
      const left = await piecesLeft(
        db,
        all.map(({ id }) => id),
      )
      expect([...left.values()].reduce((sum, pieces) => sum + pieces, 0)).toBe(level.onHand)
      expect(Math.min(...left.values())).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 15 },
  )
  expect(done).toBeGreaterThan(10)
}, 60_000)
