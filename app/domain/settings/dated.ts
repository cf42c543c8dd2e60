import type { Day } from '#app/platform/calendar.ts'

/** A number of law: what it is from a day on, and where it stands. */
export type DatedSetting = { key: string; effectiveFrom: Day; value: number; source?: string }

/** Whole hours of western Indonesian time between which no phone rings; none where both are the same. */
export type QuietHours = { from: number; until: number }

/** The row that says what the law is on a day; null where it says nothing yet. */
export function ruleInForce(settings: DatedSetting[], key: string, on: Day): DatedSetting | null {
  const known = settings.filter((one) => one.key === key && one.effectiveFrom <= on)
  return known.toSorted(byDay).at(-1) ?? null
}

/** What the law says on a day; null where it says nothing yet. */
export const inForce = (settings: DatedSetting[], key: string, on: Day): number | null =>
  ruleInForce(settings, key, on)?.value ?? null

/** The first day after `on` on which it becomes `value`; null where no such day is set. */
export function nextDayOf(settings: DatedSetting[], key: string, value: number, on: Day): Day | null {
  const later = settings.filter((one) => one.key === key && one.effectiveFrom > on && one.value === value)
  return later.toSorted(byDay)[0]?.effectiveFrom ?? null
}

const byDay = (a: DatedSetting, b: DatedSetting): number => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)
