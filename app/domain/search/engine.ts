import type { Rupiah } from '#app/platform/money.ts'

/** In which order products come. `fitting` means best match where there are words, newest where there are none. */
export const sorts = ['fitting', 'newest', 'cheapest', 'dearest'] as const
export type Sort = (typeof sorts)[number]

/**
 * What to narrow by. Several of one kind widen it (this village or that one), except certificates: who asks for two
 * wants both.
 */
export type Filters = {
  categories: string[]
  villages: string[]
  storages: string[]
  certificates: string[]
  stores: string[]
  fromPrice: Rupiah | null
  toPrice: Rupiah | null
}

/** What somebody looks for. `after` is what the page before gave as `next`; nobody else reads it. */
export type SearchQuery = { words: string; filters: Filters; sort: Sort; after: string | null; limit: number }

/** Counts by slug. Each kind is counted under all the other filters, so that choosing one village keeps the others. */
export type Counts = {
  total: number
  categories: Record<string, number>
  villages: Record<string, number>
  storages: Record<string, number>
  certificates: Record<string, number>
  stores: Record<string, number>
  cheapest: Rupiah | null
  dearest: Rupiah | null
}

/**
 * How the words led to what was found: `exactly`; `respelt` with the words that were taken instead; `partly`, where no
 * product has all of them.
 */
export type Match = { kind: 'exactly' } | { kind: 'respelt'; words: string } | { kind: 'partly' }

export type Found = { productIds: string[]; next: string | null; match: Match; counts: Counts }

/** One product as an engine keeps it. Texts are as written; an engine normalises them with `wordsOf`. */
export type ProductDocument = {
  productId: string
  categorySlugs: string[]
  villageSlug: string
  storages: string[]
  certificates: string[]
  storeSlugs: string[]
  price: Rupiah
  publishedAt: Date
  /** Name, brand and sizes. */
  name: string
  /** Producer, village in all its spellings, cooperative, categories. */
  origin: string
  story: string
}

/**
 * What every search engine can do, whoever makes it; tests/domain/search/contract.ts says what is promised.
 *
 * Ids are sorted, `put` replaces, `remove` of what is not there is nothing.
 */
export type SearchEngine = {
  search(query: SearchQuery): Promise<Found>
  put(documents: ProductDocument[]): Promise<void>
  remove(productIds: string[]): Promise<void>
  /** Up to `limit` ids of what is kept, after `after`, in their order. */
  ids(after: string, limit: number): Promise<string[]>
}

export const noFilters: Filters = {
  categories: [],
  villages: [],
  storages: [],
  certificates: [],
  stores: [],
  fromPrice: null,
  toPrice: null,
}
