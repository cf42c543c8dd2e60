import type { Read } from './gtin.ts'

/** What the digits of a P-IRT number say (BPOM 22/2018, domain.md §3). */
export type Pirt = { packaging: number; group: string; regency: string; expiryYear: number }

const shape = /^([1-8])(0[1-9]|1[0-5])(\d{4})\d{6}(\d{2})$/

/** A P-IRT number: packaging, food group, regency, product, producer, and after the hyphen the year it ends. */
export function readPirtNumber(written: string): Read {
  const digits = written.toUpperCase().replace(/P-?IRT|NO|[\s.:-]/g, '')
  if (!/^\d+$/.test(digits)) return { problem: { key: 'pirt.digits' } }
  if (digits.length !== 15)
    return { problem: { key: digits.length < 15 ? 'pirt.short' : 'pirt.long', count: digits.length } }
  if (!/^[1-8]/.test(digits)) return { problem: { key: 'pirt.packaging', digit: digits.slice(0, 1) } }
  if (!shape.test(digits)) return { problem: { key: 'pirt.group', group: digits.slice(1, 3) } }
  return { value: `${digits.slice(0, 13)}-${digits.slice(13)}` }
}

/** The parts of a number that `readPirtNumber` gave. Null for anything else. */
export function partsOfPirt(value: string): Pirt | null {
  const found = shape.exec(value.replace('-', ''))
  if (!found) return null
  const [, packaging, group = '', regency = '', year] = found
  return { packaging: Number(packaging), group, regency, expiryYear: 2000 + Number(year) }
}
