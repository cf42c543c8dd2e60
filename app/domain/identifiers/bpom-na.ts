import type { Read } from './gtin.ts'

/** A BPOM notification of a cosmetic made in Asia: `NA` and 11 digits. */
export function readNaNumber(written: string): Read {
  const value = written.toUpperCase().replace(/BPOM|RI|[\s.:-]/g, '')
  const digits = /^(?:NA)?(\d+)$/.exec(value)?.[1]
  if (digits === undefined) return { problem: { key: 'bpom_na.shape' } }
  if (digits.length !== 11) return { problem: { key: 'bpom_na.count', count: digits.length } }
  return { value: `NA ${digits}` }
}
