import { type Glimpse, listGlimpses } from '#app/domain/catalogue/glimpse-queries.server.ts'
import { listPopular } from '#app/domain/demand/queries.server.ts'
import { findNames } from '#app/domain/names/find-names.server.ts'
import { type FoundName, nameKinds } from '#app/domain/names/rules.ts'
import { type Match, noFilters } from '#app/domain/search/engine.ts'
import { searchEngine } from '#app/domain/search/search-engine.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What somebody may mean who has typed so far. `popular` only where too little is typed to say. */
export type Suggestions = {
  match: Match
  products: Glimpse[]
  names: FoundName[]
  popular: string[]
  /** It is so only for the moment, see search-engine.server.ts. */
  isLimited: boolean
}

const fewestLetters = 2
const products = 5
const names = 7
const namesPerKind = 2
const popular = 6

/** Suggests while somebody types: products, and whoever and whatever else is called so. Hits are read again. */
export async function suggest(db: Db, typed: string, at: Date): Promise<Suggestions> {
  const text = typed.trim().slice(0, 200)
  if ((text.match(/[\p{L}\d]/gu)?.length ?? 0) < fewestLetters) {
    return {
      match: { kind: 'exactly' },
      products: [],
      names: [],
      popular: await listPopular(db, dayOf(at), popular),
      isLimited: false,
    }
  }
  const [page, found] = await Promise.all([
    searchEngine(db).page({
      words: text,
      filters: noFilters,
      // Of so few letters nobody knows what is meant; half of everything would have to be ranked.
      sort: text.length <= 3 ? 'popular' : 'fitting',
      after: null,
      limit: products,
      isTyping: true,
    }),
    findNames(db, text, { kinds: nameKinds, isTyping: true, perKind: namesPerKind, limit: names }),
  ])
  return {
    match: page.match,
    products: await listGlimpses(db, page.productIds),
    names: found,
    popular: [],
    isLimited: page.isLimited,
  }
}
