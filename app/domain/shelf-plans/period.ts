import { addDays, addMonths, type Day, daysBetween, isDay } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'

/** `[startsOn, endsOn)`, as the database keeps it. */
export type Period = { startsOn: Day; endsOn: Day }

const leadDays = 5
const longestDays = 366
const furthestDays = 731

/** Three months from the next first of a month, or from five days ahead where that is too near to deliver. */
export function nextPeriod(today: Day): Period {
  const first = `${addMonths(today, 1).slice(0, 8)}01`
  const startsOn = daysBetween(today, first) >= leadDays ? first : addDays(today, leadDays)
  return { startsOn, endsOn: addMonths(startsOn, 3) }
}

export type PeriodField = 'mulai' | 'sampai'
type Read = {
  period: Period
  typed: { from: string; to: string }
  problem: { field: PeriodField; key: ProblemKey } | null
}
type ProblemKey = 'day.missing' | 'period.past' | 'period.backwards' | 'period.long' | 'period.far'

/**
 * The period that was asked for, by its first and last day as people read them; the next one where none was.
 *
 * A period in the past, backwards or longer than a year is refused at its field, and the next one shown instead.
 */
export function readPeriod(from: string | null, to: string | null, today: Day): Read {
  const period = nextPeriod(today)
  const start = from ?? period.startsOn
  const end = to ?? (from && isDay(from) ? addDays(addMonths(from, 3), -1) : lastDayOf(period))
  const typed = { from: start, to: end }
  const problem = problemOf(start, end, today)
  if (problem) return { period, typed, problem }
  return { period: { startsOn: start, endsOn: addDays(end, 1) }, typed, problem: null }
}

/** Refuses a period that cannot be planned, at the field of its first or last day. */
export function keepToPeriod({ startsOn, endsOn }: Period, today: Day): void {
  const problem = problemOf(startsOn, isDay(endsOn) ? addDays(endsOn, -1) : '', today)
  if (!problem) return
  const { key } = problem
  throw new Refusal('invalid', { key }, { [problem.field === 'mulai' ? 'startsOn' : 'endsOn']: { key } })
}

function problemOf(from: string, to: string, today: Day): Read['problem'] {
  if (!isDay(from)) return { field: 'mulai', key: 'day.missing' }
  if (!isDay(to)) return { field: 'sampai', key: 'day.missing' }
  if (from < today) return { field: 'mulai', key: 'period.past' }
  if (daysBetween(today, from) > furthestDays) return { field: 'mulai', key: 'period.far' }
  if (to < from) return { field: 'sampai', key: 'period.backwards' }
  if (daysBetween(from, to) > longestDays) return { field: 'sampai', key: 'period.long' }
  return null
}

/** The last day, as people read it. */
export const lastDayOf = ({ endsOn }: Period): Day => addDays(endsOn, -1)
