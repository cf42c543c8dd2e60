import { createHash } from 'node:crypto'
import { bestBeforeProblem } from '#app/domain/stock/rules.ts'
import { type Day, dayOf, fromDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { barcodeOf, type Planned, packsOf, type RowToPlan, same, unknownPack, wrong } from './plan.ts'

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
  const variants = await db.variant.findMany({
    where: packsOf(cooperativeId, rows),
    select: {
      id: true,
      ownCode: true,
      gtin: true,
      shelfLifeDays: true,
      stockLevel: { select: { onHand: true, reserved: true } },
    },
  })
  const byCode = new Map(variants.map((variant) => [variant.ownCode, variant]))
  const byBarcode = new Map(variants.map((variant) => [variant.gtin, variant]))
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
  for (const { number, cells } of rows) {
    const variant =
      cells.ownCode === undefined ? byBarcode.get(barcodeOf(cells)) : byCode.get(String(cells.ownCode))
    const row = variant && rowOf(number, cells, variant.id)
    if (!variant || !row) planned.push(unknownPack(number, cells))
    else if (row.receivedOn && row.receivedOn > dayOf(at))
      planned.push(wrong(number, 'receivedOn', { key: 'import.day_future' }))
    else {
      const own = lots.filter(
        (lot) =>
          lot.variantId === variant.id &&
          lot.bestBefore === row.bestBefore &&
          (!row.receivedOn || lot.receivedOn === row.receivedOn),
      )
      const step =
        row.isReceipt || own.length === 0
          ? receive(row, { cooperativeId, shelfLifeDays: variant.shelfLifeDays, lots, times }, dayOf(at))
          : count(row, own, free)
      planned.push(step.planned)
      writes.push(...step.writes)
    }
  }
  return { planned, writes }
}

type Row = {
  number: number
  variantId: string
  isReceipt: boolean
  pieces: number
  bestBefore: Day
  receivedOn: Day | undefined
}
type Step = { planned: Planned; writes: StockWrite[] }

const rowOf = (number: number, cells: RowToPlan['cells'], variantId: string): Row => ({
  number,
  variantId,
  isReceipt: cells.how === 'receipt',
  pieces: Number(cells.pieces),
  bestBefore: String(cells.bestBefore),
  receivedOn: cells.receivedOn === undefined ? undefined : String(cells.receivedOn),
})

type Deliveries = {
  cooperativeId: string
  shelfLifeDays: number
  lots: Lot[]
  /** How often the file has said the same so far: two deliveries alike are two. */
  times: Map<string, number>
}

/** Pieces that come in, or that a count finds of a batch that nobody wrote down. */
function receive(row: Row, { cooperativeId, shelfLifeDays, lots, times }: Deliveries, today: Day): Step {
  const { number, variantId, isReceipt, pieces, bestBefore, receivedOn } = row
  const refused = (field: string, problem: Planned['problems'][string]): Step => ({
    planned: wrong(number, field, problem),
    writes: [],
  })
  if (isReceipt && !receivedOn) return refused('receivedOn', { key: 'import.received_missing' })
  if (isReceipt && pieces === 0)
    return refused('pieces', { key: 'import.number_between', least: 1, most: 1_000_000 })
  if (pieces === 0) return { planned: same(number), writes: [] }
  const day = receivedOn ?? today
  const late = bestBeforeProblem(day, bestBefore, shelfLifeDays)
  if (late) return refused('bestBefore', late)
  const what = isReceipt ? `${day} ${pieces}` : (receivedOn ?? '')
  const said = [cooperativeId, variantId, bestBefore, what].join(' ')
  const time = (times.get(said) ?? 0) + 1
  times.set(said, time)
  const lotId = lotIdOf(`${said} ${time}`)
  if (lots.some(({ id }) => id === lotId)) return { planned: same(number), writes: [] }
  // Another row may name the same pack otherwise: it is compared with what this one leaves.
  lots.push({ id: lotId, variantId, bestBefore, receivedOn: day, left: pieces })
  return {
    planned: { number, verdict: 'new', problems: {}, changes: { pieces: ['', String(pieces)] } },
    writes: [{ number, variantId, lotId, isNewLot: true, pieces, bestBefore, receivedOn: day }],
  }
}

/** What a count finds more or less of the batches with that day than was recorded. */
function count(row: Row, own: Lot[], free: Map<string, number>): Step {
  const { number, variantId, pieces, bestBefore } = row
  const left = own.reduce((sum, lot) => sum + lot.left, 0)
  const difference = pieces - left
  const spare = free.get(variantId) ?? 0
  if (difference === 0) return { planned: same(number), writes: [] }
  if (spare + difference < 0)
    return { planned: wrong(number, 'pieces', { key: 'import.reserved', least: left - spare }), writes: [] }
  free.set(variantId, spare + difference)
  const parts = spread(own, difference)
  for (const { lot, by } of parts) lot.left += by
  return {
    planned: {
      number,
      verdict: 'changed',
      problems: {},
      changes: { pieces: [String(left), String(pieces)] },
    },
    writes: parts.map(({ lot, by }) => ({
      number,
      variantId,
      lotId: lot.id,
      isNewLot: false,
      pieces: by,
      bestBefore,
      receivedOn: lot.receivedOn,
    })),
  }
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
