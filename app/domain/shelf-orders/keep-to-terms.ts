import type { Message } from '#app/messages/say.ts'
import { addDays, type Day, formatDay, toDate } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { DrawnLine } from './lines.ts'
import { piecesOf } from './rules.ts'

/** The week of a day, from Monday to Sunday. */
export function weekOf(day: Day): { from: Day; to: Day } {
  const sinceMonday = (toDate(day).getUTCDay() + 6) % 7
  return { from: addDays(day, -sinceMonday), to: addDays(day, 6 - sinceMonday) }
}

/**
 * Holds an order against what its variants are sold by: the least of a chain's first order, and what can be made for the
 * week of the delivery. Both count all stores of the order together. Lines, and what others ordered, are read under the
 * lock on the variants' stock.
 *
 * @throws Refusal `conflict` at every line of the first variant that misses them, with how many cartons or pieces it is.
 */
export function keepToTerms(lines: DrawnLine[], deliverOn: Day): void {
  for (const theirs of Map.groupBy(lines, ({ variantId }) => variantId).values()) {
    const [{ variant }] = theirs as [DrawnLine]
    const { name, firstOrderCartons, weekLeft, unitsPerCarton } = variant
    const cartons = theirs.reduce((sum, line) => sum + line.cartons, 0)
    const pieces = theirs.reduce((sum, line) => sum + piecesOf(line), 0)
    if (firstOrderCartons !== null && cartons < firstOrderCartons)
      throw refusedAt(theirs, { key: 'cartons.first_order', name, minimum: firstOrderCartons })
    if (weekLeft !== null && pieces > weekLeft) {
      const { from, to } = weekOf(deliverOn)
      const left = Math.floor(weekLeft / unitsPerCarton)
      throw refusedAt(theirs, {
        key: 'cartons.week_full',
        name,
        from: formatDay(from),
        to: formatDay(to),
        pieces: weekLeft,
        left,
      })
    }
  }
}

const refusedAt = (lines: DrawnLine[], message: Message): Refusal =>
  new Refusal('conflict', message, Object.fromEntries(lines.map(({ field }) => [field, message])))
