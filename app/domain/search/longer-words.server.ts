import type { Db } from '#app/platform/transaction.server.ts'
import type { Synonyms } from './synonyms.server.ts'

/** Known words with the known words that begin with them, themselves included. */
export type Longer = ReadonlyMap<string, readonly string[]>

/** More than this many are found sooner as a beginning than word by word. */
const mostLonger = 8

/**
 * What these words, and pairs of them written as one, are the beginning of among the words that names and origins have: a word
 * asked for by itself is found in half the time of a beginning. Those that are not known, or begin many, are left out.
 */
export async function listLonger(db: Db, words: readonly string[], synonyms: Synonyms): Promise<Longer> {
  const also = phrasesOf(words).flatMap((phrase) =>
    Object.hasOwn(synonyms, phrase) ? (synonyms[phrase] ?? []).flatMap((other) => other.split(' ')) : [],
  )
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`)
  const asked = [...new Set([...words, ...pairs, ...also])].filter((word) => /^[a-z]{4,}$/.test(word))
  if (asked.length === 0) return new Map()
  const rows = await db.$queryRaw<{ word: string; longer: string[] }[]>`
    select typed.word, array_agg(known.word) as longer
    from unnest(${asked}::text[]) typed(word)
    cross join lateral (
      select word from search_vocabulary v
      where v.word >= typed.word and v.word < typed.word || '{' -- what stands after z
      order by v.word limit ${mostLonger + 1}
    ) known
    group by typed.word`
  const found = rows.filter(({ word, longer }) => longer.includes(word) && longer.length <= mostLonger)
  return new Map(found.map(({ word, longer }) => [word, longer]))
}

const phrasesOf = (words: readonly string[]): string[] =>
  words.flatMap((_, start) =>
    words.slice(start).map((_, more) => words.slice(start, start + more + 1).join(' ')),
  )
