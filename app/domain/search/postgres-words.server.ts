import type { Db } from '#app/platform/transaction.server.ts'
import type { Match } from './engine.ts'
import { listNear } from './postgres-near.server.ts'
import { allOf, exactly, termsOf } from './postgres-query.ts'
import { readingsOf } from './readings.ts'
import type { Synonyms } from './synonyms.server.ts'

/**
 * What to look for, and how to rank it: where products need not have all the words, what each word that they have is
 * worth; else which words are right to the letter.
 */
export type Sought = { tsquery: string; exact: string; worth: { term: string; points: number }[] }
export type Understood = Sought & { match: Match }

/** All of the words, as they were typed. */
export const asTyped = (words: readonly string[], synonyms: Synonyms, isTyping = false): Sought => ({
  tsquery: allOf(words, synonyms, isTyping),
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
  const typed: Understood = { ...asTyped(words, synonyms), match: { kind: 'exactly' } }
  const [together, ...alone] = await countEach(db, [typed.tsquery, ...termsOf(words, synonyms)])
  if (together) return typed
  const unknown = words.filter((_, i) => !alone[i])
  const near = await listNear(db, unknown)
  if (unknown.some((word) => near.has(word))) {
    const readings = readingsOf(words, unknown, near)
    const finds = await countEach(
      db,
      readings.map((reading) => allOf(reading, synonyms)),
    )
    const respelt = readings.find((_, i) => finds[i])
    if (respelt)
      return { ...asTyped(respelt, synonyms), match: { kind: 'respelt', words: respelt.join(' ') } }
  }
  const understood = words.flatMap((word) => (unknown.includes(word) ? (near.get(word)?.[0] ?? []) : word))
  if (understood.length === 0) return typed
  return { ...(await anyOf(db, understood, synonyms)), match: { kind: 'partly' } }
}

/** Any of the words, each worth the more the fewer products have it. */
async function anyOf(db: Db, words: readonly string[], synonyms: Synonyms): Promise<Sought> {
  const terms = [...new Set(termsOf(words, synonyms))]
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
