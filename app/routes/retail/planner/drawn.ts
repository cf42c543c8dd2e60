// What the planner draws: bookings dimmed, the draft in colour, what was refused where it was tried. Pure.

import { type Board, boardOf, type Placement, type Problem } from '#app/domain/shelf-plans/draft.ts'
import { shortMessage } from '#app/domain/shelf-plans/problems.ts'
import type { OfferedVariant } from '#app/domain/shelf-plans/proposal.ts'
import type { Miss } from '#app/domain/shelf-plans/spots.ts'
import { fillOf, stackOf } from '#app/domain/shelves/rules.ts'
import type { Booking } from '#app/domain/stores/fixture-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { addDays, type Day, formatShortDay } from '#app/platform/calendar.ts'
import type { DrawnBlock, DrawnItem } from '#app/ui/shelf-drawing.tsx'

export type PlannerScene = { boards: Board[]; variants: Record<string, OfferedVariant> }

/** A placement as it is drawn. */
export function drawnPlacement(placement: Placement, scene: PlannerScene): DrawnItem | null {
  const board = boardOf(scene, placement.shelfId)
  const variant = scene.variants[placement.variantId]
  if (!board || !variant) return null
  return {
    key: placement.id,
    level: board.level,
    startMm: placement.startMm,
    facings: placement.facings,
    stack: stackOf(variant, board),
    packWidthMm: variant.widthMm,
    packHeightMm: variant.heightMm,
    name: variant.name,
    photo: variant.photo,
    note: say({ key: 'planner.holds', fill: fillOf(placement.facings, variant, board) }),
  }
}

/** The same, refused: what sticks out, on which side, and what its flag says. */
export function drawnRefused(item: DrawnItem, problem: Problem | Miss): DrawnItem {
  const isWide = problem.kind === 'overlap' || problem.kind === 'too_wide' || problem.kind === 'full'
  const isHigh = problem.kind === 'too_high'
  return {
    ...item,
    state: 'refused',
    flag: say(shortMessage(problem)),
    overMm: isWide || isHigh ? problem.byMm : undefined,
    overAt: isHigh ? 'top' : problem.kind === 'overlap' ? problem.side : 'right',
  }
}

const until = (endsOn: Day) => say({ key: 'planner.until', day: formatShortDay(addDays(endsOn, -1)) })

/** What is booked: goods of the catalogue dimmed, anything else as a block. Of two in one place, the earlier. */
export function drawnBookings(
  bookings: Booking[],
  startsOn: Day,
): { items: DrawnItem[]; blocks: DrawnBlock[] } {
  const shown: Booking[] = []
  for (const booking of bookings.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const isHidden = shown.some(
      (one) => one.shelfId === booking.shelfId && one.startMm < booking.endMm && booking.startMm < one.endMm,
    )
    if (!isHidden) shown.push(booking)
  }
  const when = (booking: Booking) =>
    booking.startsOn > startsOn
      ? say({ key: 'planner.from', day: formatShortDay(booking.startsOn) })
      : until(booking.endsOn)
  return {
    items: shown.flatMap((booking) =>
      booking.variant
        ? {
            key: booking.id,
            level: booking.level,
            startMm: booking.startMm,
            facings: booking.facings,
            stack: booking.stack,
            packWidthMm: booking.packWidthMm,
            packHeightMm: booking.packHeightMm,
            name: booking.variant.name,
            photo: booking.variant.photo,
            note: when(booking),
            state: 'dim' as const,
          }
        : [],
    ),
    blocks: shown
      .filter(({ variant }) => !variant)
      .map(({ level, startMm, endMm, label, ...booking }) => ({
        level,
        startMm,
        endMm,
        text: [t('planner.other_booking'), label ?? '', when({ ...booking, level, startMm, endMm, label })],
      })),
  }
}

/** How many of the boards' millimetres are taken, by bookings and by the draft. */
export function usedMm(
  boards: Board[],
  items: DrawnItem[],
  blocks: DrawnBlock[],
): { used: number; whole: number } {
  const used =
    items.reduce((sum, item) => sum + item.facings * item.packWidthMm, 0) +
    blocks.reduce((sum, block) => sum + block.endMm - block.startMm, 0)
  return { used, whole: boards.reduce((sum, board) => sum + board.widthMm, 0) }
}
