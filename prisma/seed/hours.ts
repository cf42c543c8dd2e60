import { type Day, toDate } from '#app/platform/calendar.ts'

/** An hour of a day in western Indonesian time. */
export const at = (day: Day, hour: number): Date => new Date(toDate(day).getTime() + (hour - 7) * 3_600_000)
