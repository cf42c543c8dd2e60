import { releaseStock } from '#app/domain/stock/release-stock.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { facingsFor } from './rules.ts'

type Line = { id: string; variantId: string; unitsPerCarton: number; cartons: number }

/** Lets stock and shelf space of lines go: all of it. They are free for the next order when the transaction commits. */
export async function releaseLines(
  tx: Db,
  by: { membershipId: string },
  lines: Line[],
  reason: string,
  at: Date,
): Promise<void> {
  if (lines.length === 0) return
  const releases = lines.map(({ id, variantId, cartons, unitsPerCarton }) => ({
    variantId,
    orderLineId: id,
    pieces: cartons * unitsPerCarton,
  }))
  await releaseStock(tx, by, releases, reason, at)
  await tx.shelfBooking.updateMany({
    where: { lineId: { in: lines.map(({ id }) => id) }, releasedAt: null },
    data: { releasedAt: at },
  })
}

/**
 * Shrinks lines to what was agreed: the stock not taken is free again, and so are the facings that fewer pieces do not
 * fill, and the days before a later delivery.
 *
 * A booking only ever becomes smaller, so it cannot meet another.
 */
export async function shrinkLines(
  tx: Db,
  by: { membershipId: string },
  lines: (Line & { takenCartons: number; deliverOn: Date })[],
  reason: string,
  at: Date,
): Promise<void> {
  const releases = lines.map((line) => ({
    variantId: line.variantId,
    orderLineId: line.id,
    pieces: (line.cartons - line.takenCartons) * line.unitsPerCarton,
  }))
  await releaseStock(tx, by, releases, reason, at)
  const bookings = await tx.shelfBooking.findMany({
    where: { lineId: { in: lines.map(({ id }) => id) }, releasedAt: null },
    select: {
      id: true,
      lineId: true,
      facings: true,
      stack: true,
      startMm: true,
      packWidthMm: true,
      packDepthMm: true,
      startsOn: true,
      shelf: { select: { depthMm: true } },
    },
    orderBy: [{ shelfId: 'asc' }, { startMm: 'asc' }],
  })
  for (const line of lines) {
    const theirs = bookings
      .filter(({ lineId }) => lineId === line.id)
      .map((one) => ({
        ...one,
        piecesPerFacing: one.stack * Math.floor(one.shelf.depthMm / one.packDepthMm),
      }))
    for (const { id, facings } of facingsFor(line.takenCartons * line.unitsPerCarton, theirs)) {
      const booking = theirs.find((one) => one.id === id)
      if (!booking) continue
      const startsOn = new Date(Math.max(booking.startsOn.getTime(), line.deliverOn.getTime()))
      const endMm = booking.startMm + facings * booking.packWidthMm
      const data = facings === 0 ? { releasedAt: at } : { facings, endMm, startsOn }
      await tx.shelfBooking.update({ where: { id }, data })
    }
  }
}
