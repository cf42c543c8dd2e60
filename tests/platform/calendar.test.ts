import { expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  formatInstant,
  formatPeriod,
  formatWait,
} from '#app/platform/calendar.ts'

test('a day begins at midnight in western Indonesia', () => {
  expect(dayOf(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23')
  expect(dayOf(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
})

test('days are counted across months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysBetween('2026-12-01', '2027-03-01')).toBe(90)
})

test('a period shows its last day', () => {
  expect(formatPeriod('2026-12-01', '2027-03-01')).toBe('1 Des – 28 Feb 2027')
  expect(formatDay('2026-12-01')).toBe('1 Des 2026')
  expect(formatInstant(new Date('2026-11-24T03:42:00Z'))).toBe('24 Nov, 10.42')
})

test.for([
  [20, 'baru saja'],
  [35 * 60, '35 menit'],
  [28 * 3_600 + 60, '1 hari 4 jam'],
  [48 * 3_600, '2 hari'],
  [-60, 'baru saja'],
] as const)('%d seconds are %s', ([seconds, text]) => {
  const from = new Date('2026-11-24T00:00:00Z')
  expect(formatWait(from, new Date(from.getTime() + seconds * 1_000))).toBe(text)
})
