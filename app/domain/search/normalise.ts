import { spelt } from './spellings.ts'

/** Small words that say nothing about a product. */
const fillers = new Set(
  'dan di ke dari yang untuk dengan atau ada isi beli jual cari harga murah asli khas produk oleh the of and'.split(
    ' ',
  ),
)

const units: Record<string, { unit: string; times: number }> = {}
const sameUnit = (words: string, unit: string, times: number) => {
  for (const word of words.split(' ')) units[word] = { unit, times }
}
sameUnit('g gr grm gram grams', 'g', 1)
sameUnit('ons', 'g', 100)
sameUnit('kg kilo kilogram kilos', 'g', 1000)
sameUnit('ml mili mililiter milliliter cc', 'ml', 1)
sameUnit('l lt ltr lit liter litre', 'ml', 1000)

const half: Record<string, string> = { setengah: '1/2', separuh: '1/2', seperempat: '1/4' }
const quantity = new RegExp(
  `(\\d+(?:[.,]\\d+)?)(?:\\s*/\\s*(\\d+))?\\s*(${Object.keys(units)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![a-z0-9])`,
  'g',
)

/**
 * The words of a text as they are indexed and sought: one spelling for each, quantities in grams and millilitres.
 *
 * The same for what is indexed and for what is typed, so that the two meet. `Kripik apel 100gr` and `keripik apel
 * 100 g` are the same words; `1 L` is `1000ml`; `oleh2` is `oleh-oleh`.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .replace(/\u2044/g, '/')
    .replace(/\b(setengah|separuh|seperempat)\b/g, (word) => half[word] ?? word)
    .replace(/\bse(kilo|kilogram|liter|ons)\b/g, '1 $1')
    .replace(quantity, measured)
    // oleh2, oleh-oleh, oro oro: said twice, one word
    .replace(/\b([a-z]{2,})2\b/g, '$1$1')
    .replace(/\b([a-z]{2,})[\s-]+\1\b/g, '$1$1')
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, 2_000).map((word) => spelt(word.slice(0, 40)))
}

/** The words of a query: each once, without those that say nothing, at most eight. */
export function soughtWords(text: string): string[] {
  const words = [...new Set(wordsOf(text.slice(0, 200)))]
  const telling = words.filter((word) => !fillers.has(word))
  return (telling.length > 0 ? telling : words).slice(0, 8)
}

function measured(_: string, number: string, divisor: string | undefined, word: string): string {
  const { unit, times } = units[word] ?? { unit: word, times: 1 }
  const isThousands = /^\d{1,3}\.\d{3}$/.test(number)
  const value = Number(isThousands ? number.replace('.', '') : number.replace(',', '.'))
  return ` ${Math.round((value / (Number(divisor) || 1)) * times)}${unit} `
}
