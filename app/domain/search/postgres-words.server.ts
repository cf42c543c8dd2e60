import type { Db } from '#app/platform/transaction.server.ts'
import type { Match } from './engine.ts'
import { meanings, otherSpellings } from './spellings.ts'

/**
 * Words as a tsquery that asks for all of them. Each may be the beginning of a longer one, mean something else that
 * would do, or be half of a name that others write as one (`sumber brantas`).
 *
 * Words are letters and digits only, so they need no quoting.
 */
export function allOf(words: readonly string[]): string {
  return words
    .map((word, i) => {
      const [before, after] = [words[i - 1], words[i + 1]]
      const pairs = [...(before ? [before + word] : []), ...(after ? [word + after] : [])]
      return `(${[oneOf(word), ...pairs].join(' | ')})`
    })
    .join(' & ')
}

const anyOf = (words: readonly string[]): string => words.map(oneOf).join(' | ')
const oneOf = (word: string): string => meanings(word).map(beginning).join(' | ')
const beginning = (word: string): string => (/^[a-z]{4,}$/.test(word) ? `${word}:*` : word)

/**
 * What to look for instead, when these words found nothing: the nearest known words; failing that, any of them.
 *
 * Words that do find something without the filters stay as they are, so that it is the filters that are to blame.
 */
export async function understand(
  db: Db,
  words: readonly string[],
): Promise<{ tsquery: string; match: Match }> {
  const asTyped = allOf(words)
  if (await findsAnything(db, asTyped)) return { tsquery: asTyped, match: { kind: 'exactly' } }
  const nearest = await nearestKnown(db, words)
  const respelt = words.map((word) => nearest.get(word) ?? word)
  const understood = respelt.filter((_, i) => nearest.get(words[i] ?? '') !== null)
  if (understood.length === 0) return { tsquery: asTyped, match: { kind: 'exactly' } }
  if (understood.length === words.length && (await findsAnything(db, allOf(respelt))))
    return { tsquery: allOf(respelt), match: { kind: 'respelt', words: respelt.join(' ') } }
  return { tsquery: anyOf(understood), match: { kind: 'partly' } }
}

async function findsAnything(db: Db, tsquery: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    select exists (select from search_rows where words @@ to_tsquery('simple', ${tsquery})) as found`
  return row?.found ?? false
}

const mostRespelt = 3

/**
 * For each word that no product has, the nearest that one has: by letters missing, added, changed or swapped, then by
 * common trigrams; null where none is near. Words not named are known.
 */
async function nearestKnown(db: Db, words: readonly string[]): Promise<Map<string, string | null>> {
  const others = otherSpellings.map(([other]) => other)
  const standards = otherSpellings.map(([, standard]) => standard)
  const swaps = words.flatMap((word) => swapsOf(word).map((swapped) => ({ word, swapped })))
  const rows = await db.$queryRaw<{ word: string; nearest: string | null }[]>`
    with unknown as (
      select word from unnest(${words}::text[], ${words.map(oneOf)}::text[]) typed(word, meant)
      where not exists (select from search_rows where words @@ to_tsquery('simple', meant))
    ), respellable as (
      select word, length(word) as letters, length(word) >= 6 as is_long from unknown
      where word ~ '^[a-z]{3,}$' limit ${mostRespelt}
    ), known as (
      select word, word as standard from search_vocabulary
      union all select * from unnest(${others}::text[], ${standards}::text[])
    ), near as (
      select r.word, known.standard, similarity(known.word, r.word) as alike,
        case when swap.word is null then levenshtein_less_equal(known.word, r.word, 2) else 1 end as away, is_long
      from respellable r join known on length(known.word) between letters - 2 and letters + 2
      left join unnest(${swaps.map((one) => one.word)}::text[], ${swaps.map((one) => one.swapped)}::text[])
        swap(word, swapped) on swap.word = r.word and swap.swapped = known.word
    ), best as (
      select distinct on (word) word, standard from near
      where away <= case when is_long then 2 else 1 end
        and exists (select from search_rows where words @@ to_tsquery('simple', standard))
      order by word, away, alike desc, standard
    )
    select u.word, best.standard as nearest from unknown u left join best using (word)`
  return new Map(rows.map(({ word, nearest }) => [word, nearest]))
}

/** The word with two neighbouring letters swapped, in every place. */
function swapsOf(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  )
}
