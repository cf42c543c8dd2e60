import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { otherSpellings, spelt } from './spellings.ts'

const { sql } = Prisma

/** A word without its vowels, each consonant once. */
const bonesOf = sql`regexp_replace(translate(word, 'aeiou', ''), '(.)\\1+', '\\1', 'g')`
/** A word with one letter for those that are taken for each other. */
const soundOf = sql`translate(word, 'cqfvz', 'kkppj')`

const mostUnknown = 4
const mostNear = 3

/**
 * For words that no product has, what was perhaps meant, the likeliest first: words that some product has, one letter
 * or two away (missing, added, changed, swapped), or with the vowels left out (`krpk`); or two words run together.
 *
 * A short word is only taken for another when a letter was left out or two were swapped: of three letters, one changed
 * is a different word.
 */
export async function listNear(db: Db, unknown: readonly string[]): Promise<Map<string, string[][]>> {
  const words = unknown.filter((word) => /^[a-z]{3,30}$/.test(word)).slice(0, mostUnknown)
  if (words.length === 0) return new Map()
  const [near, halves] = await Promise.all([listNearWords(db, words), listHalves(db, words)])
  return new Map(
    words.flatMap((word) => {
      const found = [...(halves.get(word) ?? []), ...(near.get(word) ?? []).map((one) => [one])]
      return found.length === 0 ? [] : [[word, found.slice(0, mostNear)]]
    }),
  )
}

async function listNearWords(db: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  const others = otherSpellings.map(([other]) => other)
  const standards = otherSpellings.map(([, standard]) => standard)
  const swaps = words.flatMap((word) => swapsOf(word).map((swapped) => ({ word, swapped })))
  const rows = await db.$queryRaw<{ word: string; standard: string }[]>`
    with typed as (
      select word, length(word) as letters, word !~ '[aeiou]' as is_short_hand, ${bonesOf} as bones,
        ${soundOf} as sound
      from unnest(${words}::text[]) typed(word)
    ), known as materialized (
      select word, standard, length(word) as letters, ${bonesOf} as bones, ${soundOf} as sound from (
        select word, word as standard from search_vocabulary
        union all select * from unnest(${others}::text[], ${standards}::text[])
      ) all_words(word, standard)
    ), near as (
      select t.word, known.standard, similarity(known.word, t.word) as alike, left(known.word, 1) = left(t.word, 1) as begins,
        case
          when swap.word is not null or known.sound = t.sound then 1
          when known.word <> known.standard and t.letters >= 4 and starts_with(known.word, t.word) then 1
          when known.letters >= t.letters and length(t.bones) >= 3 and known.bones = t.bones then 1
          else levenshtein_less_equal(known.word, t.word, 1, 1, 1, 2) end as away,
        case when least(t.letters, known.letters) >= 6 then 2 else 1 end as furthest
      from typed t join known on known.letters between t.letters - 2 and t.letters + 2
        or is_short_hand and known.bones = t.bones
        or t.letters >= 4 and known.word <> known.standard and starts_with(known.word, t.word)
      left join unnest(${swaps.map((one) => one.word)}::text[], ${swaps.map((one) => one.swapped)}::text[])
        swap(word, swapped) on swap.word = t.word and swap.swapped = known.word
      where t.letters > 3 or known.letters > 3 or swap.word is not null
    ), best as (
      select word, standard, min(away) as away, max(alike) as alike, bool_or(begins) as begins
      from near where away <= furthest group by word, standard
    ), ranked as (
      select word, standard, row_number() over (
        partition by word order by away, begins desc, round(alike::numeric, 1) desc,
          (select count(*) from (select from search_rows where words @@ to_tsquery('simple', standard) limit 50) few) desc,
          standard) as place
      from best where exists (select from search_rows where words @@ to_tsquery('simple', standard))
    )
    select word, standard from ranked where place <= ${mostNear} order by word, place`
  const near = new Map<string, string[]>()
  for (const { word, standard } of rows) near.set(word, [...(near.get(word) ?? []), standard])
  return near
}

/** Words that were run together, `kripikapel`: where to cut so that some product has both. */
async function listHalves(db: Db, words: readonly string[]): Promise<Map<string, string[][]>> {
  const cuts = words.flatMap((word) =>
    Array.from({ length: Math.max(word.length - 5, 0) }, (_, i) => i + 3).map((cut) => ({
      word,
      left: spelt(word.slice(0, cut)),
      right: spelt(word.slice(cut)),
    })),
  )
  if (cuts.length === 0) return new Map()
  const rows = await db.$queryRaw<{ word: string; left: string; right: string }[]>`
    select distinct on (word) word, "left", "right"
    from unnest(${cuts.map((one) => one.word)}::text[], ${cuts.map((one) => one.left)}::text[],
      ${cuts.map((one) => one.right)}::text[]) cut(word, "left", "right")
    where exists (select from search_vocabulary known where known.word = "left")
      and exists (select from search_vocabulary known where known.word = "right")
      and exists (select from search_rows where words @@ to_tsquery('simple', "left" || ' & ' || "right"))
    order by word, least(length("left"), length("right")) desc`
  return new Map(rows.map(({ word, left, right }) => [word, [[left, right]]]))
}

/** The word with two neighbouring letters swapped, in every place. */
function swapsOf(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  )
}
