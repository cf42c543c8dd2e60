import { createHash } from 'node:crypto'
import { bestBeforeProblem } from '#app/domain/stock/rules.ts'
import { type Day, dayOf, fromDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Planned, type RowToPlan, same, wrong } from './plan.ts'

/** What a row of stock would write: pieces that come in a batch of their own, or the difference of a count. */
export type StockWrite = {
  number: number
  variantId: string
  lotId: string
  isNewLot: boolean
  pieces: number
  bestBefore: Day
  receivedOn: Day
}

type Lot = { id: string; variantId: string; bestBefore: Day; receivedOn: Day; left: number }

/**
 * What rows of stock would write. Nothing is written.
 *
 * A delivery has an id made of what it says, so that the same file brings it in once. A count is compared with what the
 * movements leave of the batch with that day.
 */
export async function planStock(
  db: Db,
  { cooperativeId }: { cooperativeId: string },
  rows: RowToPlan[],
  at: Date,
): Promise<{ planned: Planned[]; writes: StockWrite[] }> {
  const codes = rows.map(({ cells }) => String(cells.ownCode))
  const variants = await db.variant.findMany({
    where: { cooperativeId, ownCode: { in: codes } },
    select: {
      id: true,
      ownCode: true,
      shelfLifeDays: true,
      stockLevel: { select: { onHand: true, reserved: true } },
    },
  })
  const byCode = new Map(variants.map((variant) => [variant.ownCode, variant]))
  const lots = await listLots(
    db,
    variants.map(({ id }) => id),
  )
  const free = new Map(
    variants.map(({ id, stockLevel }) => [id, (stockLevel?.onHand ?? 0) - (stockLevel?.reserved ?? 0)]),
  )
  const times = new Map<string, number>()
  const planned: Planned[] = []
  const writes: StockWrite[] = []
  const today = dayOf(at)
  for (const { number, cells } of rows) {
    const variant = byCode.get(String(cells.ownCode))
    if (!variant) {
      planned.push(wrong(number, 'ownCode', { key: 'import.code_unknown', text: String(cells.ownCode) }))
      continue
    }
    const bestBefore = String(cells.bestBefore)
    const pieces = Number(cells.pieces)
    const receivedOn = cells.receivedOn === undefined ? undefined : String(cells.receivedOn)
    if (receivedOn && receivedOn > today) {
      planned.push(wrong(number, 'receivedOn', { key: 'import.day_future' }))
      continue
    }
    const own = lots.filter(
      (lot) =>
        lot.variantId === variant.id &&
        lot.bestBefore === bestBefore &&
        (!receivedOn || lot.receivedOn === receivedOn),
    )
    if (cells.how === 'receipt' || own.length === 0) {
      const isReceipt = cells.how === 'receipt'
      if (isReceipt && !receivedOn) {
        planned.push(wrong(number, 'receivedOn', { key: 'import.received_missing' }))
        continue
      }
      if (pieces === 0) {
        planned.push(
          isReceipt
            ? wrong(number, 'pieces', { key: 'import.number_between', least: 1, most: 1_000_000 })
            : same(number),
        )
        continue
      }
      const day = receivedOn ?? today
      const late = bestBeforeProblem(day, bestBefore, variant.shelfLifeDays)
      if (late) {
        planned.push(wrong(number, 'bestBefore', late))
        continue
      }
      const said = [
        cooperativeId,
        variant.id,
        bestBefore,
        isReceipt ? `${day} ${pieces}` : (receivedOn ?? ''),
      ].join(' ')
      const time = (times.get(said) ?? 0) + 1
      times.set(said, time)
      const lotId = lotIdOf(`${said} ${time}`)
      if (lots.some(({ id }) => id === lotId)) {
        planned.push(same(number))
        continue
      }
      planned.push({ number, verdict: 'new', problems: {}, changes: { pieces: ['', String(pieces)] } })
      writes.push({
        number,
        variantId: variant.id,
        lotId,
        isNewLot: true,
        pieces,
        bestBefore,
        receivedOn: day,
      })
      continue
    }
    const left = own.reduce((sum, lot) => sum + lot.left, 0)
    const difference = pieces - left
    const spare = free.get(variant.id) ?? 0
    if (difference === 0) planned.push(same(number))
    else if (spare + difference < 0)
      planned.push(wrong(number, 'pieces', { key: 'import.reserved', least: left - spare }))
    else {
      free.set(variant.id, spare + difference)
      planned.push({
        number,
        verdict: 'changed',
        problems: {},
        changes: { pieces: [String(left), String(pieces)] },
      })
      for (const { lot, by } of spread(own, difference))
        writes.push({
          number,
          variantId: variant.id,
          lotId: lot.id,
          isNewLot: false,
          pieces: by,
          bestBefore,
          receivedOn: lot.receivedOn,
        })
    }
  }
  return { planned, writes }
}

// More than was recorded is of the newest batch; less is missing from the oldest ones first.
function spread(lots: Lot[], difference: number): { lot: Lot; by: number }[] {
  const newest = lots.at(-1)
  if (difference > 0 && newest) return [{ lot: newest, by: difference }]
  let missing = -difference
  return lots.flatMap((lot) => {
    const by = Math.min(missing, lot.left)
    missing -= by
    return by > 0 ? [{ lot, by: -by }] : []
  })
}

function lotIdOf(said: string): string {
  const hash = createHash('sha256').update(said).digest('hex')
  return `lot_${BigInt(`0x${hash.slice(0, 32)}`)
    .toString(36)
    .padStart(26, '0')}`
}

async function listLots(db: Db, variantIds: string[]): Promise<Lot[]> {
  const rows = await db.$queryRaw<
    (Omit<Lot, 'bestBefore' | 'receivedOn'> & { bestBefore: Date; receivedOn: Date })[]
  >`
    select l.id, l.variant_id as "variantId", l.best_before as "bestBefore", l.received_on as "receivedOn",
      coalesce(sum(m.on_hand), 0)::int as "left"
    from lots l left join stock_movements m on m.variant_id = l.variant_id and m.lot_id = l.id
    where l.variant_id = any(${variantIds}::text[])
    group by l.id order by l.received_on, l.id`
  return rows.map((row) => ({
    ...row,
    bestBefore: fromDate(row.bestBefore),
    receivedOn: fromDate(row.receivedOn),
  }))
}
