/** A day without a time, `2026-12-01`. */
export type Day = string

const zone = 'Asia/Jakarta'
const dayMs = 86_400_000

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
const shortDay = new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', day: 'numeric', month: 'short' })
const fullDay = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const instant = new Intl.DateTimeFormat('id-ID', {
  timeZone: zone,
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

const clock = new Intl.DateTimeFormat('id-ID', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** The day it is at `at`, in western Indonesian time. */
export const dayOf = (at: Date): Day => isoDay.format(at)

/** A day as the database keeps it; the only place where a day becomes a Date. */
export const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`)
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day =>
  fromDate(new Date(toDate(day).getTime() + days * dayMs))
export const daysBetween = (from: Day, to: Day): number =>
  (toDate(to).getTime() - toDate(from).getTime()) / dayMs

/** The same day of a later month; the last day of it where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return fromDate(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))))
}
/** True for `2026-12-01`, not for `2026-02-30` or `besok`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? toDate(text).getTime() : Number.NaN
  return Number.isFinite(time) && fromDate(new Date(time)) === text
}

/** `1 Des 2026`. */
export const formatDay = (day: Day): string => fullDay.format(toDate(day))
/** `1 Des`. */
export const formatShortDay = (day: Day): string => shortDay.format(toDate(day))
/** `1 Des – 28 Feb 2027` for `[2026-12-01, 2027-03-01)`: people read the last day, the database keeps the day after it. */
export const formatPeriod = (startsOn: Day, endsOn: Day): string =>
  `${formatShortDay(startsOn)} – ${formatDay(addDays(endsOn, -1))}`
/** `24 Nov, 10.42` in western Indonesian time. */
export const formatInstant = (at: Date): string => instant.format(at)

/** `10.42` in western Indonesian time. */
export const formatClock = (at: Date): string => clock.format(at)

/** How long something has lasted, in words: `baru saja`, `35 menit`, `1 hari 4 jam`. */
export function formatWait(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
  if (minutes < 1) return 'baru saja'
  if (minutes < 60) return `${minutes} menit`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} jam`
  const rest = hours % 24
  return rest ? `${Math.floor(hours / 24)} hari ${rest} jam` : `${hours / 24} hari`
}
