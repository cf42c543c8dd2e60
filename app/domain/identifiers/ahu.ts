import type { Read } from './gtin.ts'

/** The number under which the ministry of law approved a cooperative: `AHU-0023617.AH.01.29.TAHUN 2025`. */
export function readAhuNumber(written: string): Read {
  const value = written.toUpperCase().replace(/[\s.,-]/g, '')
  const found = /^(?:NO(?:MOR)?:?)?AHU(\d+)AH(\d{4})TAHUN(\d{4})$/.exec(value)
  if (!found) return { problem: { key: 'ahu.shape' } }
  const [, number = '', kind, year] = found
  if (number.length !== 7) return { problem: { key: 'ahu.count', count: number.length } }
  // Other middles are of companies, foundations and societies.
  if (kind !== '0129') return { problem: { key: 'ahu.kind' } }
  return { value: `AHU-${number}.AH.01.29.TAHUN ${year}` }
}
