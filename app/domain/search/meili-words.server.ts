import type { Meili, MeiliQuery, MeiliResult } from '#app/platform/meilisearch.server.ts'
import type { Match } from './engine.ts'
import { bonesOf } from './meili-documents.server.ts'
import { readingsOf } from './readings.ts'
import type { Synonyms } from './synonyms.server.ts'

/** What is looked for: all of these words or, where `any`, one of them, the rarest first. */
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

/**
 * All of the words, all but one of them, and each alone, worth less and less; within that, the rare words, which come
 * first, are worth more than the common ones. Weights are apart by more than the scores they multiply.
 */
function subsetsOf(words: readonly string[]): { q: string; weight: number }[] {
  const last = Math.max(1, words.length - 1)
  const most = words.length > 2 ? words.map((_, i) => words.filter((_, j) => j !== i)) : []
  return [
    { q: phrased(words), weight: 1 },
    ...most.map((some, i) => ({ q: phrased(some), weight: 0.4 + (0.1 * i) / last })),
    ...words.map((word, i) => ({ q: phrased([word]), weight: 0.2 - (0.1 * i) / last })),
  ]
}

const mostRespelt = 3
const mostMeant = 3
const mostMeanings = 10
/** Better than two letters wrong in a long word, no better than one. */
const likenessOfBones = 0.5

/**
 * What to look for instead, when these words found nothing: the nearest known words; failing that, any of them.
 *
 * Words that do find something without the filters stay as they are, so that it is the filters that are to blame.
 */
export async function understand(
  meili: Meili,
  uid: string,
  words: readonly string[],
  synonyms: Synonyms,
): Promise<Sought> {
  const asTyped: Sought = { words, any: false, match: { kind: 'exactly' } }
  const [together = 0, ...alone] = await countEach(meili, uid, [words, ...words.map((word) => [word])])
  if (together > 0) return asTyped
  const meanings = meaningsOf(words, synonyms)
  const meaningFinds = await countEach(meili, uid, meanings)
  const meaning = meanings.find((_, i) => meaningFinds[i])
  if (meaning) return { words: meaning, any: false, match: { kind: 'exactly' } }
  const unknown = words.filter((_, i) => alone[i] === 0)
  const meant = await nearestKnown(meili, uid, unknown)
  const readings = readingsOf(words, unknown, meant)
  const finds = await countEach(meili, uid, readings)
  const respelt = readings.find((_, i) => finds[i])
  if (respelt) return { words: respelt, any: false, match: { kind: 'respelt', words: respelt.join(' ') } }
  const understood = words.flatMap((word) => (unknown.includes(word) ? (meant.get(word)?.[0] ?? []) : word))
  if (understood.length === 0) return asTyped
  const counts = await countEach(
    meili,
    uid,
    understood.map((word) => [word]),
  )
  const rareFirst = understood
    .map((word, i) => ({ word, count: counts[i] ?? 0 }))
    .toSorted((one, other) => one.count - other.count)
  return { words: rareFirst.map(({ word }) => word), any: true, match: { kind: 'partly' } }
}

/**
 * The words with a phrase replaced by one that would also do. Meilisearch knows these too, but takes several words for
 * words that stand side by side.
 */
function meaningsOf(words: readonly string[], synonyms: Synonyms): string[][] {
  const typed = ` ${words.join(' ')} `
  return Object.entries(synonyms)
    .filter(([phrase]) => typed.includes(` ${phrase} `))
    .flatMap(([phrase, others]) =>
      others.filter((also) => also.includes(' ')).map((also) => typed.replace(` ${phrase} `, ` ${also} `)),
    )
    .slice(0, mostMeanings)
    .map((meant) => [...new Set(meant.trim().split(' '))])
}

/** For each word that no product has, those near it that some have, the likeliest first. */
async function nearestKnown(
  meili: Meili,
  uid: string,
  unknown: readonly string[],
): Promise<Map<string, string[][]>> {
  const respellable = unknown.filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, mostRespelt)
  if (respellable.length === 0) return new Map()
  const compared = { indexUid: wordsUid(uid), matchingStrategy: 'all', limit: 20 } as const
  const found = await meili.search(
    respellable.flatMap((word): MeiliQuery[] => [
      {
        ...compared,
        q: word,
        attributesToSearchOn: ['word'],
        attributesToRetrieve: ['standard'],
        showRankingScore: true,
      },
      {
        ...compared,
        q: bonesOf(word),
        attributesToSearchOn: ['bones'],
        attributesToRetrieve: ['word', 'standard'],
      },
    ]),
  )
  const near = respellable.map((typed, i) => {
    const likeness = new Map<string, number>()
    for (const { standard, _rankingScore } of found[2 * i]?.hits ?? [])
      if (!likeness.has(String(standard))) likeness.set(String(standard), Number(_rankingScore))
    const isTelling = bonesOf(typed).length >= 3
    for (const { word, standard } of found[2 * i + 1]?.hits ?? [])
      if (isTelling && String(word).length >= typed.length && !likeness.has(String(standard)))
        likeness.set(String(standard), likenessOfBones)
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
      .map(({ word }) => [word])
  return new Map(respellable.map((word, i) => [word, ranked(near[i] ?? new Map())]))
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
