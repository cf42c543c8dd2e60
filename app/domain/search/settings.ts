import { createHash } from 'node:crypto'
import { facets } from './engine.ts'

/** How long a list of counts may be; Meilisearch would stop at 100. */
const mostCounted = 5_000

/**
 * How an outside index is made. Whoever changes anything here, or how `wordsOf` writes words, gets a new version, and
 * with it a new index that is filled while the old one goes on answering.
 *
 * `normalisation` is counted by hand, because what `wordsOf` does is code: a test says when it has to be.
 *
 * Typing mistakes are not forgiven where products are looked for: with `jamu` Meilisearch would also find `jambu`, count
 * it, and put it first where it is cheaper. They are forgiven among the `words` that products are known by, and what was
 * meant is then looked for.
 */
export const indexSettings = {
  normalisation: 5,
  products: {
    // In the order of what a match is worth.
    searchableAttributes: ['head', 'name', 'codes', 'kinds', 'origin', 'story'],
    displayedAttributes: ['productId', 'hash'],
    filterableAttributes: ['productId', ...facets, 'price', 'minCartons', 'leadTimeDays', 'shelfLifeDays'],
    sortableAttributes: ['productId', 'price', 'popularity', 'publishedAt'],
    rankingRules: [
      'sort',
      'words',
      'attributeRank',
      'exactness',
      'proximity',
      'popularity:desc',
      'publishedAt:desc',
    ],
    typoTolerance: { enabled: false },
    // In the order of names Meilisearch would count product by product; so it counts value by value, four times as fast.
    faceting: { maxValuesPerFacet: mostCounted, sortFacetValuesBy: { '*': 'count' } },
    // Totals are said to people; Meilisearch would stop counting at 1,000.
    pagination: { maxTotalHits: 10_000_000 },
  },
  words: {
    searchableAttributes: ['word', 'bones'],
    displayedAttributes: ['word', 'standard'],
    rankingRules: ['typo'],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 3, twoTypos: 6 },
      disableOnAttributes: ['bones'],
      disableOnNumbers: true,
    },
    prefixSearch: 'disabled',
  },
} as const

/** Which settings an index was made with. */
export const settingsVersion: string = createHash('sha256')
  .update(JSON.stringify(indexSettings))
  .digest('hex')
  .slice(0, 12)
