import { type Day, isDay } from '#app/platform/calendar.ts'

/** A lot as it is called on a label: the day it came in, and its number among the lots of that day. */
export type LotName = { receivedOn: Day; number: number }

/** `L261101`, and `L261101-2` for the second lot of the pack on that day. Nothing in it is secret. */
export const lotCodeOf = ({ receivedOn, number }: LotName): string =>
  `L${receivedOn.slice(2).replaceAll('-', '')}${number > 1 ? `-${number}` : ''}`

/** What a code on a label names, or null for what is none. */
export function readLotCode(code: string): LotName | null {
  const found = /^L?(\d\d)(\d\d)(\d\d)(?:-([1-9]\d{0,3}))?$/i.exec(code.trim())
  if (!found) return null
  const [, year, month, date, number = '1'] = found
  const receivedOn = `20${year}-${month}-${date}`
  return isDay(receivedOn) ? { receivedOn, number: Number(number) } : null
}
