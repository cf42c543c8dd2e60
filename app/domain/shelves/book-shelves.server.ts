import { formatDay, fromDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
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
  const rows = requests.map(({ field: _, ...request }) => ({
    ...request,
    ...period,
    id: newId('booking'),
    endMm: request.startMm + request.facings * request.packWidthMm,
  }))
  rows.sort((a, b) => (a.shelfId < b.shelfId ? -1 : a.shelfId > b.shelfId ? 1 : a.startMm - b.startMm))
  // Sorted, so that two orders never wait in a circle; what no_two_bookings_overlap excludes is left out of the count.
  const { count } = await tx.shelfBooking.createMany({ data: rows, skipDuplicates: true })
  if (count < rows.length)
    throw await takenBy(
      tx,
      period,
      requests,
      rows.map(({ id }) => id),
    )
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
