import type { ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import { noteFound } from '#app/domain/demand/tally.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Filters, type Match, noCounts, noFilters, type SearchQuery } from './engine.ts'
import { widened } from './highlight.ts'
import { byVillage, narrowed, withDistricts } from './narrowing.ts'
import { findNearby, listNearestStores, type NearestStore, withinReach } from './near.server.ts'
import type { Near } from './near.ts'
import { soughtWords } from './normalise.ts'
import { listFilterNames, searchProducts } from './queries.server.ts'
import { listSynonyms } from './synonyms.server.ts'

/** What somebody asks of the catalogue: a query, and near what the goods should stand. */
export type Asked = SearchQuery & { near: Near | null }

export type FoundCard = ProductCard & {
  /** Where a place was named: the nearest store in reach that has it, or will. */
  nearest: NearestStore | null
}

/** What every page and answer that searches the catalogue shows, from one place. `asked` is what was made of the question. */
export async function searchCatalogue(db: Db, question: Asked, at: Date) {
  const [names, nearby] = await Promise.all([
    listFilterNames(db),
    question.near && findNearby(db, question.near),
  ])
  // A place that nobody knows is as if it were not asked for.
  const asked = {
    ...question,
    filters: narrowed(question.filters, names),
    near: nearby ? question.near : null,
  }
  const filters = withinReach(byVillage(asked.filters, names), nearby)
  if (!filters) return { asked, names, nearby, isPlain: false, ...nothing, marked: [] as string[] }
  const found = await searchProducts(db, { ...asked, filters }, at)
  const isPlain = asked.near === null && isUnfiltered(asked.filters)
  if (isPlain) noteFound(asked.words, found.counts.total > 0 && found.match.kind !== 'partly')
  const nearest = nearby
    ? await listNearestStores(
        db,
        found.cards.map(({ slug }) => slug),
        nearby.stores,
        dayOf(at),
      )
    : {}
  return {
    asked,
    names,
    nearby,
    /** Only words were asked, if anything. */
    isPlain,
    ...found,
    marked: await wordsToMark(db, asked.words, found.match),
    counts: withDistricts(found.counts, names),
    cards: found.cards.map((card): FoundCard => ({ ...card, nearest: nearest[card.slug] ?? null })),
  }
}

export type Answer = Awaited<ReturnType<typeof searchCatalogue>>

/** What to mark in what was found: the words that were taken, typed or not. */
async function wordsToMark(db: Db, typed: string, match: Match): Promise<string[]> {
  const sought = soughtWords(match.kind === 'respelt' ? match.words : typed)
  return sought.length === 0 ? [] : widened(sought, await listSynonyms(db))
}

/** How many products this would find. */
export async function countCatalogue(db: Db, asked: Omit<Asked, 'after' | 'limit' | 'sort'>, at: Date) {
  const { counts } = await searchCatalogue(db, { ...asked, sort: 'newest', after: null, limit: 1 }, at)
  return counts.total
}

/** What is asked for most, for those who have found nothing. */
export async function listPopularCards(db: Db, limit: number, at: Date): Promise<ProductCard[]> {
  const query = { words: '', filters: noFilters, sort: 'popular', after: null, limit } as const
  return (await searchProducts(db, query, at)).cards
}

const nothing: Omit<Awaited<ReturnType<typeof searchProducts>>, 'cards'> & { cards: FoundCard[] } = {
  cards: [],
  counts: noCounts(),
  match: { kind: 'exactly' },
  next: null,
  isLimited: false,
}

const isUnfiltered = (filters: Filters): boolean =>
  Object.values(filters).every((value) => value === null || (Array.isArray(value) && value.length === 0))
