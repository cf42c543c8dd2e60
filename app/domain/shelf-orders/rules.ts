import type { OrderLineStatus, PurchaseOrderStatus } from '#app/generated/prisma/enums.ts'
import { type Rupiah, times } from '#app/platform/money.ts'

/** Where a purchase order may go from each status. A status with nowhere to go is final. */
export const moves = {
  sent: ['accepted', 'countered', 'declined'],
  countered: ['accepted', 'cancelled'],
  accepted: [],
  declined: [],
  cancelled: [],
} as const satisfies Record<PurchaseOrderStatus, readonly PurchaseOrderStatus[]>

/** The same of one line. `left`: the buyer did not take the counter-offer. */
export const lineMoves = {
  asked: ['accepted', 'countered', 'declined'],
  countered: ['accepted', 'left'],
  accepted: [],
  declined: [],
  left: [],
} as const satisfies Record<OrderLineStatus, readonly OrderLineStatus[]>

/** Whether a line still holds stock and shelf space. */
export const stands = (status: OrderLineStatus): boolean => status !== 'declined' && status !== 'left'

export const piecesOf = (line: { cartons: number; unitsPerCarton: number }): number =>
  line.cartons * line.unitsPerCarton

type Line = { status: OrderLineStatus; cartons: number; unitsPerCarton: number; unitPrice: Rupiah }

/** What the lines that stand come to, before PPN. */
export function totalOf(lines: Line[]): Rupiah {
  return lines
    .filter(({ status }) => stands(status))
    .reduce((sum, line) => sum + times(line.unitPrice, piecesOf(line)), 0n)
}

/** What the lines came to when they were asked for. */
export const askedTotalOf = (lines: (Line & { askedCartons: number })[]): Rupiah =>
  totalOf(lines.map((line) => ({ ...line, status: 'asked', cartons: line.askedCartons })))

/** What the lines come to if every counter-offer is taken. */
export const offeredTotalOf = (lines: (Line & { counterCartons: number | null })[]): Rupiah =>
  totalOf(
    lines.map((line) => ({
      ...line,
      cartons: line.status === 'countered' ? (line.counterCartons ?? line.cartons) : line.cartons,
    })),
  )

/** What a purchase order becomes when its lines have been answered, or its counter-offers decided. */
export function statusOf(lines: OrderLineStatus[], before: PurchaseOrderStatus): PurchaseOrderStatus {
  if (lines.includes('countered')) return 'countered'
  if (lines.includes('accepted')) return 'accepted'
  return before === 'sent' ? 'declined' : 'cancelled'
}

type Booking = { id: string; facings: number; piecesPerFacing: number }

/**
 * The facings that fewer pieces still fill: taken from the last booking first, one facing at least kept.
 *
 * A booking left with none is to be released.
 */
export function facingsFor(pieces: number, bookings: Booking[]): { id: string; facings: number }[] {
  let fill = bookings.reduce((sum, one) => sum + one.facings * one.piecesPerFacing, 0)
  let facings = bookings.reduce((sum, one) => sum + one.facings, 0)
  return bookings
    .toReversed()
    .map(({ id, facings: had, piecesPerFacing }) => {
      let kept = had
      while (kept > 0 && facings > 1 && fill - piecesPerFacing >= pieces) {
        kept--
        facings--
        fill -= piecesPerFacing
      }
      return { id, facings: kept }
    })
    .toReversed()
}
