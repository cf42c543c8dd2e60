import { fillers } from './fillers.ts'
import { withFractions, withQuantities } from './quantities.ts'
import { rephrased, speltApart } from './spellings.ts'

/**
 * The words of a text as they are indexed and sought: one spelling for each, quantities in grams and millilitres.
 *
 * The same for what is indexed and for what is typed, so that the two meet. `Kripik apel 100gr` and `keripik apel
 * 100 g` are the same words; `1 L` is `1000ml`; `oleh2` is `oleh-oleh`. Reading its own result changes nothing.
 */
export function wordsOf(text: string): string[] {
  const plain = withFractions(text.slice(0, longestText))
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
  const words = (withQuantities(joinDoubles(plain)).match(/[a-z0-9]+/g) ?? []).slice(0, 2_000)
  const phrased = rephrased(words.flatMap((word) => speltApart(word.slice(0, longestWord))))
  return phrased.filter((word, i) => word !== phrased[i - 1] || /\d/.test(word))
}

const longestText = 40_000
const longestWord = 40
const mostSought = 8

/** The words of a query: each once, without those that say nothing, at most eight. */
export function soughtWords(text: string): string[] {
  const words = [...new Set(wordsOf(text.slice(0, 200)))]
  const telling = words.filter((word) => !fillers.has(word))
  return (telling.length > 0 ? telling : words).slice(0, mostSought)
}

/** oleh2, oleh², oleh-oleh, oro oro, buah2an: said twice, one word. */
const joinDoubles = (text: string): string =>
  text
    .replace(/\b([a-z]{2,20})2(an)?\b/g, '$1$1$2')
    .replace(/\b([a-z]{2,20})(?:\s?-\s?|\s+)\1(an)?\b/g, '$1$1$2')
