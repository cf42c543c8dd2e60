import type { Db } from '#app/platform/transaction.server.ts'
import type { Match } from './engine.ts'
import { listLonger } from './longer-words.server.ts'
import { listNear } from './postgres-near.server.ts'
import { allOf, exactly, type Meanings, termsOf } from './postgres-query.ts'
import { readingsOf } from './readings.ts'
import type { Synonyms } from './synonyms.server.ts'

/**
 * What to look for, and how to rank it: where products need not have all the words, what each word that they have is
 * worth; else which words are right to the letter.
 */
export type Sought = { tsquery: string; exact: string; worth: { term: string; points: number }[] }
export type Understood = Sought & { match: Match }

/** What the words may stand for, as it is known now. */
export async function meaningsOf(db: Db, words: readonly string[], synonyms: Synonyms): Promise<Meanings> {
  return { synonyms, longer: await listLonger(db, words, synonyms) }
}

/** All of the words, as they were typed. */
export const asTyped = (words: readonly string[], meanings: Meanings, isTyping = false): Sought => ({
  tsquery: allOf(words, meanings, isTyping),
  exact: exactly(words),
  worth: [],
})

/**
 * What to look for instead, when these words found nothing: the nearest known words; failing that, any of them, those
 * first that have most of what tells goods apart.
 *
 * Words that do find something without the filters stay as they are, so that it is the filters that are to blame.
 */
export async function understand(db: Db, words: readonly string[], synonyms: Synonyms): Promise<Understood> {
  const meanings = await meaningsOf(db, words, synonyms)
  const typed: Understood = { ...asTyped(words, meanings), match: { kind: 'exactly' } }
  const [together, ...alone] = await countEach(db, [typed.tsquery, ...termsOf(words, meanings)])
  if (together) return typed
  const unknown = words.filter((_, i) => !alone[i])
  const near = await listNear(db, unknown)
  if (unknown.some((word) => near.has(word))) {
    const readings = readingsOf(words, unknown, near)
    const meant = await meaningsOf(db, readings.flat(), synonyms)
    const finds = await countEach(
      db,
      readings.map((reading) => allOf(reading, meant)),
    )
    const respelt = readings.find((_, i) => finds[i])
    if (respelt) return { ...asTyped(respelt, meant), match: { kind: 'respelt', words: respelt.join(' ') } }
  }
  const understood = words.flatMap((word) => (unknown.includes(word) ? (near.get(word)?.[0] ?? []) : word))
  if (understood.length === 0) return typed
  const partly = await anyOf(db, understood, await meaningsOf(db, understood, synonyms))
  return { ...partly, match: { kind: 'partly' } }
}

/** Any of the words, each worth the more the fewer products have it. */
async function anyOf(db: Db, words: readonly string[], meanings: Meanings): Promise<Sought> {
  const terms = [...new Set(termsOf(words, meanings))]
  const counts = await countEach(db, terms)
  const all = Math.max(...counts, 1) + 1
  const rarity = counts.map((count) => 1 + Math.log(all / (count + 1)))
  const sum = rarity.reduce((total, one) => total + one, 0)
  return {
    tsquery: terms.join(' | '),
    exact: '',
    worth: terms.map((term, i) => ({ term, points: (8 * (rarity[i] ?? 0)) / sum })),
  }
}

/** How many products each of these finds, up to a thousand. */
async function countEach(db: Db, tsqueries: readonly string[]): Promise<number[]> {
  if (tsqueries.length === 0) return []
  const rows = await db.$queryRaw<{ count: number }[]>`
    select (select count(*)::int from (
      select from search_rows where words @@ to_tsquery('simple', sought) limit 1000) found) as count
    from unnest(${tsqueries}::text[]) with ordinality typed(sought, place) order by place`
  return rows.map(({ count }) => count)
}
