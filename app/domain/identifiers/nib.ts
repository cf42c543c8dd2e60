import type { Read } from './gtin.ts'

/** A NIB: 13 digits, without a public check digit. */
export function readNib(written: string): Read {
  const value = written.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(value)) return { problem: { key: 'nib.digits' } }
  if (value.length !== 13)
    return { problem: { key: value.length < 13 ? 'nib.short' : 'nib.long', count: value.length } }
  return { value }
}
