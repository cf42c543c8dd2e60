import type { Meili, MeiliQuery, MeiliResult } from '#app/platform/meilisearch.server.ts'
import type { Match } from './engine.ts'

/** What is looked for: all of these words or, where `any`, one of them. */
export type Sought = { words: readonly string[]; any: boolean; match: Match; isTyping?: boolean }

/** A part of what is asked about them. */
export type Part = Pick<MeiliQuery, 'filter' | 'sort' | 'facets' | 'offset' | 'limit'>

/** The index of words that products are known by, beside that of the products. */
export const wordsUid = (uid: string): string => `${uid}_words`

/** Answers every part, in their order. */
export async function answer(
  meili: Meili,
  uid: string,
  { words, any, isTyping }: Sought,
  parts: Part[],
): Promise<MeiliResult[]> {
  const shown = { indexUid: uid, matchingStrategy: 'all' as const, attributesToRetrieve: ['productId'] }
  if (!any) return meili.search(parts.map((part) => ({ ...shown, ...part, q: phrased(words, isTyping) })))
  return Promise.all(
    parts.map(({ filter = [], sort = [], facets = [], offset = 0, limit = 0 }) =>
      meili.searchAny(
        uid,
        subsetsOf(words).map(({ q, weight }) => ({
          ...shown,
          q,
          filter,
          sort,
          federationOptions: { weight },
        })),
        { offset, limit, facets },
      ),
    ),
  )
}

/** The last word may be the beginning of a longer one, if it is not too short; Meilisearch takes a space as its end. */
const phrased = (words: readonly string[], isTyping = false): string =>
  words.join(' ') + (isTyping || words.length === 0 || /^[a-z]{4,}$/.test(words.at(-1) ?? '') ? '' : ' ')

/** Each word alone and, worth more, all but one of them. */
function subsetsOf(words: readonly string[]): { q: string; weight: number }[] {
  const most = words.length > 2 ? words.map((_, i) => words.filter((_, j) => j !== i)) : []
  return [
    ...most.map((some) => ({ q: phrased(some), weight: 1 })),
    ...words.map((word) => ({ q: phrased([word]), weight: most.length > 0 ? 0.3 : 1 })),
  ]
}

const mostRespelt = 3
const mostMeant = 3

/**
 * What to look for instead, when these words found nothing: the nearest known words; failing that, any of them.
 *
 * Words that do find something without the filters stay as they are, so that it is the filters that are to blame.
 */
export async function understand(meili: Meili, uid: string, words: readonly string[]): Promise<Sought> {
  const asTyped: Sought = { words, any: false, match: { kind: 'exactly' } }
  const [together = 0, ...alone] = await countEach(meili, uid, [words, ...words.map((word) => [word])])
  if (together > 0) return asTyped
  const unknown = words.filter((_, i) => alone[i] === 0)
  const meant = await nearestKnown(meili, uid, unknown)
  const readings = readingsOf(words, unknown, meant)
  const finds = await countEach(meili, uid, readings)
  const respelt = readings.find((_, i) => finds[i])
  if (respelt) return { words: respelt, any: false, match: { kind: 'respelt', words: respelt.join(' ') } }
  const understood = words.flatMap((word) => (unknown.includes(word) ? (meant.get(word)?.[0] ?? []) : word))
  return understood.length > 0 ? { words: understood, any: true, match: { kind: 'partly' } } : asTyped
}

/** For each word that no product has, those near it that some have, the likeliest first. */
async function nearestKnown(
  meili: Meili,
  uid: string,
  unknown: readonly string[],
): Promise<Map<string, string[]>> {
  const respellable = unknown.filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, mostRespelt)
  if (respellable.length === 0) return new Map()
  const found = await meili.search(
    respellable.map((word) => ({
      indexUid: wordsUid(uid),
      q: word,
      matchingStrategy: 'all',
      limit: 20,
      attributesToRetrieve: ['standard'],
      showRankingScore: true,
    })),
  )
  const near = found.map(({ hits }) => {
    const likeness = new Map<string, number>()
    for (const { standard, _rankingScore } of hits)
      if (!likeness.has(String(standard))) likeness.set(String(standard), Number(_rankingScore))
    return likeness
  })
  const all = [...new Set(near.flatMap((likeness) => [...likeness.keys()]))]
  const counts = await countEach(
    meili,
    uid,
    all.map((word) => [word]),
  )
  const products = new Map(all.map((word, i) => [word, counts[i] ?? 0]))
  // By letters that differ; where these are as many, the word that more products have.
  const ranked = (likeness: Map<string, number>) =>
    [...likeness]
      .map(([word, alike]) => ({ word, alike, count: products.get(word) ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.alike - a.alike || b.count - a.count)
      .slice(0, mostMeant)
      .map(({ word }) => word)
  return new Map(respellable.map((word, i) => [word, ranked(near[i] ?? new Map())]))
}

/** The words with every unknown one replaced, in all combinations, the likeliest first; none where one is like none. */
function readingsOf(
  words: readonly string[],
  unknown: readonly string[],
  meant: Map<string, string[]>,
): string[][] {
  if (unknown.length === 0) return []
  return words.reduce<string[][]>(
    (readings, word) => {
      const choices = unknown.includes(word) ? (meant.get(word) ?? []) : [word]
      return readings.flatMap((reading) => choices.map((choice) => [...reading, choice]))
    },
    [[]],
  )
}

/** How many products have all of the words, for each list of words. */
async function countEach(
  meili: Meili,
  uid: string,
  lists: readonly (readonly string[])[],
): Promise<number[]> {
  if (lists.length === 0) return []
  const queries = lists.map((words) => ({
    indexUid: uid,
    q: phrased(words),
    matchingStrategy: 'all' as const,
    limit: 0,
    attributesToRetrieve: [],
  }))
  return (await meili.search(queries)).map(({ estimatedTotalHits }) => estimatedTotalHits)
}
