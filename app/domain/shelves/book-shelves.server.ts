import { formatDay, fromDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type BookingRequest = {
  shelfId: string
  chainId: string
  lineId: string
  variantId: string
  startMm: number
  facings: number
  stack: number
  packWidthMm: number
  packHeightMm: number
  packDepthMm: number
  field: string
}
type Period = { startsOn: Date; endsOn: Date }

/**
 * Books spans of shelves for a period: all of them, or none.
 *
 * @throws Refusal `conflict`, at the placement's field, where part of the span is taken; says until when.
 */
export async function bookShelves(tx: Db, period: Period, requests: BookingRequest[]): Promise<void> {
  const sorted = requests.toSorted((a, b) =>
    a.shelfId < b.shelfId ? -1 : a.shelfId > b.shelfId ? 1 : a.startMm - b.startMm,
  )
  const rows = sorted.map((request) => rowOf(request, period))
  // Sorted, so that two orders never wait in a circle; what no_two_bookings_overlap excludes is left out of the count.
  const count = await insertRows(tx, 'shelf_bookings', rows, { skipTaken: true })
  if (count < rows.length)
    throw await takenBy(
      tx,
      period,
      requests,
      rows.map(({ id }) => id),
    )
}

function rowOf(request: BookingRequest, { startsOn, endsOn }: Period) {
  return {
    id: newId('booking'),
    shelf_id: request.shelfId,
    chain_id: request.chainId,
    line_id: request.lineId,
    variant_id: request.variantId,
    facings: request.facings,
    stack: request.stack,
    pack_width_mm: request.packWidthMm,
    pack_height_mm: request.packHeightMm,
    pack_depth_mm: request.packDepthMm,
    start_mm: request.startMm,
    end_mm: request.startMm + request.facings * request.packWidthMm,
    starts_on: fromDate(startsOn),
    ends_on: fromDate(endsOn),
  }
}

// Whoever took the span has committed by now: the insert waited for it.
async function takenBy(tx: Db, period: Period, requests: BookingRequest[], ours: string[]): Promise<Refusal> {
  const theirs = await tx.shelfBooking.findMany({
    where: {
      shelfId: { in: requests.map(({ shelfId }) => shelfId) },
      id: { notIn: ours },
      releasedAt: null,
      startsOn: { lt: period.endsOn },
      endsOn: { gt: period.startsOn },
    },
    select: { shelfId: true, startMm: true, endMm: true, endsOn: true, shelf: { select: { level: true } } },
  })
  for (const { shelfId, startMm, facings, packWidthMm, field } of requests) {
    const endMm = startMm + facings * packWidthMm
    const taken = theirs.find((one) => one.shelfId === shelfId && one.startMm < endMm && startMm < one.endMm)
    if (!taken) continue
    const until = formatDay(fromDate(new Date(taken.endsOn.getTime() - 86_400_000)))
    const message = { key: 'shelf.taken', level: taken.shelf.level, until } as const
    return new Refusal('conflict', message, { [field]: message })
  }
  // Two placements of this very order lie on each other.
  return new Refusal('conflict', { key: 'shelf.overlap' })
}
