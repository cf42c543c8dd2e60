import { wordsOf } from './normalise.ts'

/** A piece of a text, and whether it is one of the sought words. Put together again they are the text. */
export type Piece = { text: string; isSought: boolean }

/** Letters and digits, and what stands within a word: `rak'yat`. */
const token = /[\p{L}\p{M}\p{N}]+(?:['’`][\p{L}\p{M}\p{N}]+)*/gu
/** What may stand within a name or a quantity of several parts: `oro-oro`, `1/2 kg`, `0,5 l`. */
const joint = /^[\s\-/.,]{1,2}$/
/** What may lie under one mark that covers two words. */
const beside = /^[\s-]{1,2}$/
const mostParts = 3
/** Of how many words a phrase may be that means something else too. */
const longestPhrase = 3

/**
 * Marks the sought words in texts, in whatever spelling they stand there: `100gr` marks `100 g`, `sumberbrantas` marks
 * `Sumber Brantas`. Only whole words are marked, by the same `wordsOf` that finds them.
 *
 * `sought` are normalised words. As in the engines a longer word is found by its beginning from four letters on, and two
 * of them may be one name.
 */
export function marker(sought: readonly string[]): (text: string) => Piece[] {
  if (sought.length === 0) return (text) => [{ text, isSought: false }]
  const names = sought.flatMap((word, i) => (i > 0 ? [sought[i - 1] + word] : []))
  const whole = new Set([...sought, ...names])
  const beginnings = sought.filter((word) => /^[a-z]{4,}$/.test(word))
  const isSought = (word: string) => whole.has(word) || beginnings.some((start) => word.startsWith(start))
  return (text) =>
    piecesOf(text, (part, parts) => {
      const words = knownWords(part)
      if (parts > 1 && whole.has(words.join(''))) return 'sought'
      if (parts > 1 && words.length !== 1) return 'several'
      return words.some(isSought) ? 'sought' : 'other'
    })
}

const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** The words of a piece of a name; the same names are marked on every page. */
function knownWords(text: string): readonly string[] {
  const found = known.get(text)
  if (found) return found
  if (known.size >= mostKnown) known.clear()
  const words = wordsOf(text)
  known.set(text, words)
  return words
}

/** Whether parts of a text are one word that is sought, or another one, or several. */
type Read = (part: string, parts: number) => 'sought' | 'other' | 'several'

/** The words to mark: those that were sought, and what the phrases among them also mean. */
export function widened(
  sought: readonly string[],
  synonyms: Readonly<Record<string, readonly string[]>>,
): string[] {
  const phrases = sought.flatMap((_, i) =>
    Array.from({ length: longestPhrase }, (_, more) => sought.slice(i, i + more + 1).join(' ')),
  )
  // Its own phrases only: `constructor` is a word like any other.
  const also = phrases.flatMap((phrase) => (Object.hasOwn(synonyms, phrase) ? (synonyms[phrase] ?? []) : []))
  return [...new Set([...sought, ...also.flatMap(wordsOf)])]
}

function piecesOf(text: string, read: Read): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const take = (end: number, isSought: boolean) => {
    const last = pieces.at(-1)
    if (last?.isSought === isSought) last.text += text.slice(done, end)
    else if (end > done) pieces.push({ text: text.slice(done, end), isSought })
    done = end
  }
  for (const { start, end, isSought } of wordsIn(text, read)) {
    if (!isSought) continue
    // One mark over words that stand beside each other.
    take(start, pieces.at(-1)?.isSought === true && beside.test(text.slice(done, start)))
    take(end, true)
  }
  take(text.length, false)
  return pieces
}

/** The words of a text one after the other, each of as many parts as make one word. */
function* wordsIn(text: string, read: Read) {
  const tokens = [...text.matchAll(token)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  for (let i = 0; i < tokens.length; ) {
    let parts = 1
    const start = tokens[i]?.start ?? 0
    const endOf = (count: number) => tokens[i + count - 1]?.end ?? text.length
    const isJoined = (count: number) => joint.test(text.slice(endOf(count - 1), tokens[i + count - 1]?.start))
    let kind = read(text.slice(start, endOf(1)), 1)
    for (let more = 2; more <= mostParts && i + more <= tokens.length && isJoined(more); more++) {
      const together = read(text.slice(start, endOf(more)), more)
      if (together !== 'several') [parts, kind] = [more, together]
    }
    yield { start, end: endOf(parts), isSought: kind === 'sought' }
    i += parts
  }
}
