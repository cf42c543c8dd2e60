import type { Read } from './gtin.ts'

/** A BPJPH halal certificate number: `ID` and 17 digits. `KH…` is the number of a fatwa, not of the certificate. */
export function readHalalNumber(written: string): Read {
  const value = written.toUpperCase().replace(/[\s.-]/g, '')
  if (/^(KH|LPPOM)/.test(value)) return { problem: { key: 'halal.fatwa' } }
  const digits = /^(?:ID)?(\d+)$/.exec(value)?.[1]
  if (digits === undefined) return { problem: { key: 'halal.shape' } }
  if (digits.length !== 17)
    return { problem: { key: digits.length < 17 ? 'halal.short' : 'halal.long', count: digits.length } }
  return { value: `ID${digits}` }
}
