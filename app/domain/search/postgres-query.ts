import type { Longer } from './longer-words.server.ts'
import { mostPhraseWords } from './rules.ts'
import { otherSpellings } from './spellings.ts'
import type { Synonyms } from './synonyms.server.ts'

/** What words may stand for: what the operator wrote down, and the known words that begin with them. */
export type Meanings = { synonyms: Synonyms; longer: Longer }

/**
 * Words as a tsquery that asks for all of them. Each may be the beginning of a longer one, or be half of a name that
 * others write as one (`sumber brantas`); a word or a phrase may mean something else that would do.
 *
 * Words are letters and digits only, so they need no quoting. While somebody is typing, the last one may be the
 * beginning of a longer one however short it is, and of another spelling.
 */
export function allOf(words: readonly string[], { synonyms, longer }: Meanings, isTyping = false): string {
  return phrasesIn(words, synonyms)
    .map(({ start, length }) => {
      const asTyped = words.slice(start, start + length).map((word, i) => {
        const at = start + i
        const begun = isTyping && at === words.length - 1 ? begunBy(word) : []
        return `(${[oneOf(word, { synonyms, longer }), ...begun, ...pairsAt(words, at, longer)].join(' | ')})`
      })
      const others =
        length === 1 ? [] : othersOf(words.slice(start, start + length).join(' '), { synonyms, longer })
      return `(${[asTyped.join(' & '), ...others].join(' | ')})`
    })
    .join(' & ')
}

/** What would do for each word or phrase of the synonyms, by itself. */
export function termsOf(words: readonly string[], meanings: Meanings): string[] {
  return words.map(
    (word, i) => `${[oneOf(word, meanings), ...pairsAt(words, i, meanings.longer)].join(' | ')}`,
  )
}

/** The words without beginnings and meanings: what is right to the letter comes first. */
export const exactly = (words: readonly string[]): string => words.join(' & ')

/** A word, longer ones that begin with it, and what else it means. */
const oneOf = (word: string, meanings: Meanings): string =>
  [...amounts(word, meanings.longer), ...othersOf(word, meanings)].join(' | ')

// Objects have names of their own; only the operator's count.
const othersOf = (phrase: string, { synonyms, longer }: Meanings): string[] =>
  (Object.hasOwn(synonyms, phrase) ? (synonyms[phrase] ?? []) : []).map(
    (other) =>
      `(${other
        .split(' ')
        .map((word) => `(${beginnings(word, longer).join(' | ')})`)
        .join(' & ')})`,
  )

/** `250` is also `250g` and `250ml`, because people leave the unit out. */
const amounts = (word: string, longer: Longer): readonly string[] =>
  /^\d{2,4}$/.test(word) ? [word, `${word}g`, `${word}ml`] : beginnings(word, longer)

const beginnings = (word: string, longer: Longer): readonly string[] =>
  longer.get(word) ?? [/^[a-z]{4,}$/.test(word) ? `${word}:*` : word]

/** What a half typed word may become. */
export const begunBy = (word: string): string[] => [
  `${word}:*`,
  ...(word.length < 3
    ? []
    : otherSpellings.filter(([other]) => other.startsWith(word)).map(([, standard]) => standard)),
]

/** Names that are written as one word and were typed as two. */
function pairsAt(words: readonly string[], at: number, longer: Longer): string[] {
  const [word = '', before, after] = [words[at], words[at - 1], words[at + 1]]
  const pairs = [...(before ? [before + word] : []), ...(after ? [word + after] : [])]
  return pairs.filter((pair) => longer.has(pair))
}

/** The words in pieces, from left to right: the longest phrase that means something else, or one word. */
function phrasesIn(words: readonly string[], synonyms: Synonyms): { start: number; length: number }[] {
  const pieces: { start: number; length: number }[] = []
  for (let start = 0; start < words.length; ) {
    let length = Math.min(mostPhraseWords, words.length - start)
    while (length > 1 && !Object.hasOwn(synonyms, words.slice(start, start + length).join(' '))) length--
    pieces.push({ start, length })
    start += length
  }
  return pieces
}
