import type { Read } from './gtin.ts'

/** A BPOM number of food made here: `MD` and 12 digits, or 15 on newer ones. `ML` is for imports. */
export function readBpomNumber(written: string): Read {
  const value = written.toUpperCase().replace(/BPOM|RI|[\s.:-]/g, '')
  if (value.startsWith('ML')) return { problem: { key: 'bpom.import' } }
  const digits = /^(?:MD)?(\d+)$/.exec(value)?.[1]
  if (digits === undefined) return { problem: { key: 'bpom.shape' } }
  if (digits.length !== 12 && digits.length !== 15)
    return { problem: { key: 'bpom.count', count: digits.length } }
  return { value: `MD ${digits}` }
}
