import type { Rupiah } from '#app/platform/money.ts'

/** In which order products come. `fitting` means best match where there are words, newest where there are none. */
export const sorts = ['fitting', 'newest', 'cheapest', 'dearest', 'popular'] as const
export type Sort = (typeof sorts)[number]

/** By what products are counted and narrowed. Each is a list of slugs, of a product and of what somebody chose. */
export const facets = [
  'categories', // its category and those above it
  'villages',
  'districts',
  'cooperatives',
  'storages',
  'certificates', // those that are valid
  'stores', // where it stands, or will
  'prices', // a band of bands.ts; as the next two, of each of its packs
  'cartons',
  'shelfLives',
  'meets', // what modern retail asks for and it has, see domain/catalogue/readiness.ts
] as const
export type Facet = (typeof facets)[number]

/** Several of one facet widen it (this village or that one), except these: who asks for two of them wants both. */
export const narrowingFacets: readonly Facet[] = ['certificates', 'meets']

/** Bounds on numbers; null asks for nothing. A product meets one when one of its packs does. */
export type Bounds = {
  fromPrice: Rupiah | null
  toPrice: Rupiah | null
  /** The fewest cartons one may order are no more than this. */
  mostMinCartons: number | null
  /** It is ready within so many days. */
  mostLeadDays: number | null
  /** It keeps at least so many days. */
  leastShelfLifeDays: number | null
}

export type Filters = Record<Facet, string[]> & Bounds

/** What somebody looks for. `after` is what the page before gave as `next`; nobody else reads it. */
export type SearchQuery = {
  words: string
  filters: Filters
  sort: Sort
  after: string | null
  limit: number
  /** The last word may be the beginning of a longer one, however short: somebody has not finished it. */
  isTyping?: boolean
}

/**
 * Counts by facet and slug. Each facet is counted under all the other filters, so that choosing one village keeps the
 * others; so is the price from cheapest to dearest.
 */
export type Counts = Record<Facet, Record<string, number>> & {
  total: number
  cheapest: Rupiah | null
  dearest: Rupiah | null
}

/**
 * How the words led to what was found: `exactly`; `respelt` with the words that were taken instead; `partly`, where no
 * product has all of them.
 */
export type Match = { kind: 'exactly' } | { kind: 'respelt'; words: string } | { kind: 'partly' }

export type Page = { productIds: string[]; next: string | null; match: Match }
export type Found = Page & { counts: Counts }

/** One product as an engine keeps it. Texts are as written; an engine normalises them with `wordsOf`. */
export type ProductDocument = {
  productId: string
  facets: Record<Facet, string[]>
  price: Rupiah
  minCartons: number
  leadTimeDays: number
  shelfLifeDays: number
  /** How much it is asked for, see documents.server.ts; larger is more. */
  popularity: number
  publishedAt: Date
  /** Name, brand and sizes. */
  name: string
  /** Barcodes of its packs. */
  codes: string[]
  /** Producer, village in all its spellings, cooperative, categories. */
  origin: string
  story: string
}

/**
 * What every search engine can do, whoever makes it; tests/domain/search/contract.ts says what is promised.
 *
 * `put` replaces, `remove` of what is not there is nothing.
 */
export type SearchEngine = {
  search(query: SearchQuery): Promise<Found>
  /** The same page without counts, for suggestions and for pickers. */
  page(query: SearchQuery): Promise<Page>
  put(documents: ProductDocument[]): Promise<void>
  remove(productIds: string[]): Promise<void>
  /** Up to `limit` of what is kept, in the order of their ids, after `after`; `hash` is `hashOf` what was put. */
  kept(after: string, limit: number): Promise<{ productId: string; hash: string }[]>
}

const perFacet = <T>(make: () => T): Record<Facet, T> =>
  Object.fromEntries(facets.map((facet) => [facet, make()])) as Record<Facet, T>

export const noFilters: Filters = {
  ...perFacet<string[]>(() => []),
  fromPrice: null,
  toPrice: null,
  mostMinCartons: null,
  mostLeadDays: null,
  leastShelfLifeDays: null,
}

/** Counts of nothing, to be filled. */
export const noCounts = (): Counts => ({
  ...perFacet<Record<string, number>>(() => ({})),
  total: 0,
  cheapest: null,
  dearest: null,
})
