import type { Bar } from './bars.ts'

// ISO/IEC 15420: seven modules per digit, 1 is black. Of the three sets the other two follow from the first.
const oddSet = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ')
const rightSet = oddSet.map((digit) => [...digit].map((module) => (module === '1' ? '0' : '1')).join(''))
const evenSet = rightSet.map((digit) => [...digit].reverse().join(''))

// The first digit has no bars of its own: it is in which of the next six are odd (O) and which even (E).
const firstDigit = 'OOOOOO OOEOEE OOEEOE OOEEEO OEOOEE OEEOOE OEEEOO OEOEOE OEOEEO OEEOEO'.split(' ')

/** How wide an EAN-13 is with the white that scanners need at its sides, in modules. */
export const ean13 = { modules: 95, quietLeft: 11, quietRight: 7, width: 113 } as const

/** The 95 modules of a GTIN-13 as text, 1 for black. The number is taken as right: what is kept was checked. */
export function ean13Modules(gtin: string): string {
  const digits = [...gtin].map(Number)
  const sets = firstDigit[digits[0] ?? 0] ?? ''
  const left = digits.slice(1, 7).map((digit, i) => (sets[i] === 'O' ? oddSet : evenSet)[digit])
  const right = digits.slice(7).map((digit) => rightSet[digit])
  return `101${left.join('')}01010${right.join('')}101`
}

/** The same as bars; those at the sides and in the middle reach further down, between the digits. */
export function ean13Bars(gtin: string): Bar[] {
  return [...ean13Modules(gtin).matchAll(/1+/g)].map(({ index, 0: run }) => ({
    at: index,
    width: run.length,
    isLong: index < 3 || index >= 92 || (index > 44 && index < 50),
  }))
}
