import { checkDigitOf } from '#app/domain/identifiers/gtin.ts'
import type { Bar } from './bars.ts'

// ISO/IEC 16390: five elements per digit, W is wide. Of a pair the first digit is in the bars, the second between them.
const elements = 'nnWWn WnnnW nWnnW WWnnn nnWnW WnWnn nWWnn nnnWW WnnWn nWnWn'.split(' ')

/** Wide to narrow as GS1 asks for, and the white at each side in modules. */
export const itf14 = { ratio: 2.5, quiet: 10 } as const

/**
 * The number of a carton of one pack: an indicator of 1 to 8 before the pack's twelve digits, and a new check digit.
 *
 * @throws RangeError for an in-store code: GS1 builds no carton number from codes that mean something inside one shop only.
 */
export function cartonNumberOf(gtin: string, indicator = 1): string {
  if (/^(2|02|04)/.test(gtin)) throw new RangeError(`${gtin} is an in-store code and has no carton number`)
  const thirteen = `${indicator}${gtin.slice(0, 12)}`
  // Thirteen digits have their weights the other way round; a zero before them puts that right.
  return `${thirteen}${checkDigitOf(`0${thirteen}`)}`
}

/** The elements of an even number of digits, bars and spaces in turn, N and W. */
export function itfElements(digits: string): string {
  const pairs = digits.match(/\d\d/g) ?? []
  const body = pairs.map((pair) => {
    const [bars = '', spaces = ''] = [...pair].map((digit) => elements[Number(digit)])
    return [...bars].map((bar, i) => bar + spaces[i]).join('')
  })
  return `nnnn${body.join('')}Wnn`.toUpperCase()
}

/** The same as bars, and how wide all of it is without the white at its sides, in modules. */
export function itfBars(digits: string): { bars: Bar[]; width: number } {
  const bars: Bar[] = []
  let at = 0
  for (const [i, element] of [...itfElements(digits)].entries()) {
    const width = element === 'W' ? itf14.ratio : 1
    if (i % 2 === 0) bars.push({ at, width, isLong: true })
    at += width
  }
  return { bars, width: at }
}

/** How people read it: indicator, company, article, check digit. */
export const formatCartonNumber = (digits: string): string =>
  `${digits[0]} ${digits.slice(1, 3)} ${digits.slice(3, 8)} ${digits.slice(8, 13)} ${digits[13]}`
