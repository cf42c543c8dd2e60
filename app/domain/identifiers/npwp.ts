import type { Read } from './gtin.ts'
import { readNik } from './nik.ts'

/**
 * An NPWP in the form used since 2024: 16 digits, of a resident person the NIK, of everybody else 0 and the former 15.
 *
 * The former 15 digits are taken too and get their 0. Luhn holds over the nine digits that name the taxpayer.
 */
export function readNpwp(written: string): Read {
  const digits = written.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(digits)) return { problem: { key: 'npwp.digits' } }
  if (digits.length !== 15 && digits.length !== 16)
    return { problem: { key: 'npwp.count', count: digits.length } }
  const value = digits.padStart(16, '0')
  if (!value.startsWith('0')) return 'value' in readNik(value) ? { value } : { problem: { key: 'npwp.nik' } }
  return isLuhn(value.slice(1, 10)) ? { value } : { problem: { key: 'npwp.check_digit' } }
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 ? 2 : 1)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0 && digits !== '000000000'
}
