// GTIN-13, the number under a barcode (domain.md §3).
import type { Message } from '#app/messages/say.ts'

/** What was read from a number as written: the number as it is kept, or what is wrong with it. */
export type Read = { value: string } | { problem: Message }

/** The thirteenth digit: weights 1 and 3 from the left over twelve digits, up to a multiple of ten. */
export function checkDigitOf(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

// GS1 keeps 20–29, 02 and 04 for codes that mean something inside one shop only.
const insideOneShop = /^(2|02|04)/

/** A GS1 barcode number as people type it, spaces and hyphens allowed. A code for use inside one shop is refused. */
export function readGtin(written: string): Read {
  const value = written.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(value)) return { problem: { key: 'gtin.digits' } }
  if (value.length !== 13)
    return { problem: { key: value.length < 13 ? 'gtin.short' : 'gtin.long', count: value.length } }
  if (insideOneShop.test(value)) return { problem: { key: 'gtin.in_store', prefix: value.slice(0, 2) } }
  const right = checkDigitOf(value.slice(0, 12))
  if (Number(value[12]) !== right) return { problem: { key: 'gtin.check_digit' } }
  return { value }
}

/** Whether a number can be one of the in-store codes that the system makes. */
export const isInStoreCode = (number: string): boolean =>
  /^20\d{11}$/.test(number) && checkDigitOf(number.slice(0, 12)) === Number(number[12])

/** The in-store code of a serial number: prefix 20, ten digits, check digit. */
export function inStoreCodeOf(serial: bigint): string {
  const twelve = `20${String(serial).padStart(10, '0')}`
  return `${twelve}${checkDigitOf(twelve)}`
}
