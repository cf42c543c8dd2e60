import type { Meili, MeiliResult } from '#app/platform/meilisearch.server.ts'
import { remember } from '#app/platform/remember.server.ts'
import {
  type Counts,
  type Facet,
  facets,
  noCounts,
  type SearchEngine,
  type SearchQuery,
  type Sort,
} from './engine.ts'
import { keptDocument, wordDocuments } from './meili-documents.server.ts'
import { filtersOf, quoted } from './meili-filters.ts'
import { answer, type Part, type Sought, understand, wordsUid } from './meili-words.server.ts'
import { soughtWords } from './normalise.ts'
import { markOf, positionOf } from './page-mark.ts'
import type { Synonyms } from './synonyms.server.ts'

/**
 * Search in a Meilisearch index that was made as settings.ts says.
 *
 * Every call throws a MeiliError when Meilisearch does not answer in time.
 */
export function meiliEngine(meili: Meili, uid: string, synonyms: Synonyms = {}): SearchEngine {
  async function found<T extends { total: number }>(
    query: SearchQuery,
    look: (sought: Sought) => Promise<T>,
  ): Promise<T> {
    const words = soughtWords(query.words)
    const asTyped: Sought = { words, any: false, match: { kind: 'exactly' }, isTyping: query.isTyping }
    const first = await look(asTyped)
    if (first.total > 0 || words.length === 0) return first
    const sought = await remember(`words ${uid} ${words.join(' ')}`, () =>
      understand(meili, uid, words, synonyms),
    )
    const isAsTyped = sought.match.kind === 'exactly' && sought.words.join(' ') === words.join(' ')
    return isAsTyped ? first : look(sought)
  }

  return {
    async search(query) {
      const { total: _, ...all } = await found(query, (sought) => search(meili, uid, query, sought))
      return all
    },
    async page(query) {
      const { total: _, ...page } = await found(query, async (sought) => {
        const [first] = await answer(meili, uid, sought, [pageOf(query, [])])
        return shownOf(query, sought, first)
      })
      return page
    },
    async put(documents) {
      if (documents.length === 0) return
      const kept = documents.map(keptDocument)
      await Promise.all([
        meili.putDocuments(uid, kept),
        meili.putDocuments(wordsUid(uid), wordDocuments(kept)),
      ])
    },
    async remove(productIds) {
      if (productIds.length > 0) await meili.removeDocuments(uid, productIds)
    },
    async kept(after, limit) {
      const { results } = await meili.listDocuments(uid, {
        fields: ['productId', 'hash'],
        filter: `productId > ${quoted(after)}`,
        sort: ['productId:asc'],
        limit,
      })
      return results.map(({ productId, hash }) => ({ productId: String(productId), hash: String(hash) }))
    },
  }
}

/** The page with all counts: each kind that is filtered by is counted under the other filters, in a part of its own. */
async function search(meili: Meili, uid: string, query: SearchQuery, sought: Sought) {
  const filters = filtersOf(query.filters)
  const chosen = [...new Set(filters.map(({ kind }) => kind))].filter((kind) => kind !== 'bound')
  const free = [...facets, 'price' as const].filter((kind) => !chosen.includes(kind))
  const others = chosen.map(
    (chosenKind): Part => ({
      filter: filters.filter(({ kind }) => kind !== chosenKind).map(({ holds }) => holds),
      facets: [chosenKind],
      limit: 0,
    }),
  )
  const [first, ...rest] = await answer(meili, uid, sought, [pageOf(query, free), ...others])
  const page = shownOf(query, sought, first)
  return { ...page, counts: countsOf([first, ...rest], page.total) }
}

const pageOf = (query: SearchQuery, counted: string[]): Part => ({
  filter: filtersOf(query.filters).map(({ holds }) => holds),
  sort: orders[query.sort === 'fitting' && query.words === '' ? 'newest' : query.sort],
  facets: counted,
  offset: positionOf(query.after) ?? 0,
  limit: query.limit,
})

function shownOf(query: SearchQuery, sought: Sought, result: MeiliResult | undefined) {
  const productIds = (result?.hits ?? []).map(({ productId }) => String(productId))
  const total = result?.estimatedTotalHits ?? 0
  const end = (positionOf(query.after) ?? 0) + productIds.length
  return {
    productIds,
    total,
    match: sought.match,
    next: productIds.length > 0 && end < total ? markOf(end) : null,
  }
}

function countsOf(results: (MeiliResult | undefined)[], total: number): Counts {
  const counts = { ...noCounts(), total }
  for (const result of results) {
    const { price, ...counted } = result?.facetDistribution ?? {}
    for (const [facet, slugs] of Object.entries(counted)) counts[facet as Facet] = slugs
    const spread = result?.facetStats?.price
    if (spread) {
      counts.cheapest = BigInt(spread.min)
      counts.dearest = BigInt(spread.max)
    }
  }
  return counts
}

const orders: Record<Sort, string[]> = {
  fitting: [],
  newest: ['publishedAt:desc', 'productId:desc'],
  cheapest: ['price:asc', 'productId:asc'],
  dearest: ['price:desc', 'productId:desc'],
  popular: ['popularity:desc', 'productId:desc'],
}
