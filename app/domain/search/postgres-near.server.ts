import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { bySound, withoutVowels } from './sounds.ts'
import { isKnown, otherSpellings, spelt } from './spellings.ts'

const { sql } = Prisma

// As the indexes of migration 000770 have it.
const bonesOf = sql`regexp_replace(translate(v.word, 'aeiou', ''), '(.)\\1+', '\\1', 'g')`
const soundOf = sql`translate(v.word, 'cqfvz', 'kkppj')`

const others = {
  words: otherSpellings.map(([other]) => other),
  standards: otherSpellings.map(([, standard]) => standard),
  bones: otherSpellings.map(([other]) => withoutVowels(other)),
  sounds: otherSpellings.map(([other]) => bySound(other)),
}

const mostUnknown = 4
const mostNear = 3

/**
 * For words that no product has, what was perhaps meant, the likeliest first: words that some product has, one letter
 * or two away (missing, added, changed, swapped), or with the vowels left out (`krpk`); or two words run together.
 *
 * A word of the table (`keramik`) was meant, whether or not some product has it. A short word is only taken for another
 * when a letter was left out or two were swapped: of three letters, one changed is a different word.
 */
export async function listNear(db: Db, unknown: readonly string[]): Promise<Map<string, string[][]>> {
  const words = unknown.filter((word) => /^[a-z]{3,30}$/.test(word) && !isKnown(word)).slice(0, mostUnknown)
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
  const swaps = words.flatMap((word) => swapsOf(word).map((swapped) => ({ word, swapped })))
  const rows = await db.$queryRaw<{ word: string; standard: string }[]>`
    with typed as (
      select word, bones, sound, length(word) as letters, case when length(word) >= 6 then 2 else 1 end as furthest
      from unnest(${words}::text[], ${words.map(withoutVowels)}::text[], ${words.map(bySound)}::text[])
        typed(word, bones, sound)
    ), swaps as (
      select * from unnest(${swaps.map((one) => one.word)}::text[], ${swaps.map((one) => one.swapped)}::text[])
        swaps(word, swapped)
    ), others as materialized (
      select * from unnest(${others.words}::text[], ${others.standards}::text[], ${others.bones}::text[],
        ${others.sounds}::text[]) others(word, standard, bones, sound)
    ), heard as (
      select t.word, v.word as known, v.word as standard from swaps t join search_vocabulary v on v.word = t.swapped
      union all
      select t.word, v.word, v.word from typed t join search_vocabulary v on ${soundOf} = t.sound
      union all
      select t.word, v.word, v.word from typed t join search_vocabulary v on ${bonesOf} = t.bones
      where length(t.bones) >= 3 and length(v.word) >= letters
      union all
      select t.word, o.word, standard from swaps t join others o on o.word = t.swapped
      union all
      select t.word, o.word, standard from typed t join others o on o.sound = t.sound
        or o.bones = t.bones and length(o.bones) >= 3 and length(o.word) >= letters
        or letters >= 4 and starts_with(o.word, t.word)
    ), all_words as (
      select word, word as standard from search_vocabulary union all select word, standard from others
    ), near as (
      select word, known, standard, 1 as away from heard
      union all
      select t.word, k.word, standard, levenshtein_less_equal(k.word, t.word, 1, 1, 1, furthest)
      from typed t join all_words k on length(k.word) between letters - furthest and letters + furthest
      where levenshtein_less_equal(k.word, t.word, 1, 1, 1, furthest) <= least(furthest, case when length(k.word) >= 6 then 2 else 1 end)
        and (letters > 3 or length(k.word) > 3)
    ), best as (
      select word, standard, min(away) as away, max(similarity(known, word)) as alike,
        bool_or(left(known, 1) = left(word, 1)) as begins
      from near group by word, standard
    ), ranked as (
      select word, standard, row_number() over (
        partition by word order by away, begins desc, round(alike::numeric, 1) desc,
          products desc, standard) as place
      from best cross join lateral (
        select count(*) as products from (
          select from search_rows where words @@ to_tsquery('simple', standard) limit 50) few
      ) found
      where products > 0
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
