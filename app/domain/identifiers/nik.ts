import { fromDate } from '#app/platform/calendar.ts'
import type { Read } from './gtin.ts'

// Kemendagri's provinces; the regencies below them are too many to keep and change by law.
const provinces =
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'

/**
 * A NIK: province, regency and district, the day of birth (of women 40 more), a serial. There is no check digit.
 *
 * What is wrong with one is said without repeating it.
 */
export function readNik(written: string): Read {
  const value = written.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(value)) return { problem: { key: 'nik.digits' } }
  if (value.length !== 16)
    return { problem: { key: value.length < 16 ? 'nik.short' : 'nik.long', count: value.length } }
  const [province = '', regency, district, day, month, year, serial] = partsOf(value)
  if (!provinces.split(' ').includes(province) || regency === '00' || district === '00')
    return { problem: { key: 'nik.place' } }
  const date = Number(day) > 40 ? Number(day) - 40 : Number(day)
  // Of the two centuries one is enough: a leap day is not in both.
  const isReal = ['19', '20'].some((century) => isRealDay(`${century}${year}`, month ?? '', date))
  if (!isReal) return { problem: { key: 'nik.day' } }
  if (serial === '0000') return { problem: { key: 'nik.serial' } }
  return { value }
}

const partsOf = (nik: string) => /^(..)(..)(..)(..)(..)(..)(....)$/.exec(nik)?.slice(1) ?? []

function isRealDay(year: string, month: string, date: number): boolean {
  const day = `${year}-${month}-${String(date).padStart(2, '0')}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(time) && fromDate(new Date(time)) === day
}

/** How a NIK is shown to everybody but the verifier: where it was issued, and no more. */
export const maskedNik = (region: string): string => `${region} •••• •••• ••••`
