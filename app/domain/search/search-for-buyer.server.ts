import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { listReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import { listTradePacks } from '#app/domain/catalogue/trade-queries.server.ts'
import { getPpnRule } from '#app/domain/settings/queries.server.ts'
import { requireChainTerms } from '#app/domain/stores/chain-queries.server.ts'
import { facetsFor } from '#app/domain/stores/chain-rules.ts'
import { dayOf } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { SearchQuery } from './engine.ts'
import { byVillage, narrowed, withDistricts } from './narrowing.ts'
import { listFilterNames } from './queries.server.ts'
import { searchEngine } from './search-engine.server.ts'
import { type OfferedPack, offeredPack, suits, type TradeWishes } from './trade.ts'

/** What a buyer looks for: as everybody does, and what only trade asks. */
export type BuyerQuery = SearchQuery & { wishes: TradeWishes }

/** Pages of the index that are read for one page shown, where stock and life leave few of each. */
const mostRounds = 6

/**
 * What a chain's buyer finds, one row for each pack, from the index that everybody searches.
 *
 * Hits are read again as they are now, under the rights of this buyer: published ones, at this moment's prices and stock,
 * held against the rules of this chain and of no other. What the index cannot know (stock, life on arrival) is left out
 * here, so `counts` may promise more than the pages hold: `isLeftOut` says whether it happened on this one.
 */
export async function searchForBuyer(db: Db, buyer: RetailMember, query: BuyerQuery, at: Date) {
  allow(buyer, 'shelf.read')
  const today = dayOf(at)
  const [terms, names, ppn, ownStores] = await Promise.all([
    requireChainTerms(db, buyer),
    listFilterNames(db),
    getPpnRule(db, today),
    db.store.findMany({ where: { chainId: buyer.chainId }, select: { slug: true, class: true } }),
  ])
  const own = new Set(ownStores.map(({ slug }) => slug))
  const classes = [...new Set(ownStores.map((store) => store.class))]
  const { wishes, ...asked } = query
  const filters = narrowed(asked.filters, names)
  const sought = { ...asked, filters: byVillage(filters, names) }
  if (wishes.keepsRules) {
    const { meets, certificates } = facetsFor(terms.requires)
    sought.filters = {
      ...sought.filters,
      meets: [...new Set([...filters.meets, ...meets])],
      certificates: [...new Set([...filters.certificates, ...certificates])],
    }
  }

  const engine = searchEngine(db)
  const { productIds, next: second, match, counts, isLimited } = await engine.search(sought)
  let isLeftOut = false
  let [next, shown] = [second, await packsOf(productIds)]
  for (let round = 1; next && shown.length < query.limit && round < mostRounds; round++) {
    const page = await engine.page({ ...sought, after: next })
    shown = [...shown, ...(await packsOf(page.productIds))]
    next = page.next
  }
  return {
    packs: shown,
    next,
    isLeftOut,
    match,
    isLimited,
    filters,
    terms,
    classes,
    counts: withDistricts(counts, names),
    // Of stores a buyer narrows by their own only.
    names: { ...names, stores: names.stores.filter(({ slug }) => own.has(slug)) },
  }

  async function packsOf(ids: string[]): Promise<OfferedPack[]> {
    const packs = await listTradePacks(db, buyer.chainId, ids, today)
    const found = await listReadiness(
      db,
      packs.map(({ variantId }) => variantId),
      today,
    )
    const offered = packs.flatMap((pack) => {
      const readiness = found.get(pack.variantId)
      return readiness ? offeredPack(pack, readiness, { terms, classes, ppn, today }) : []
    })
    const suited = offered.filter((pack) => suits(pack, sought.filters, wishes))
    const productsOf = (some: OfferedPack[]) => new Set(some.map(({ slug }) => slug)).size
    if (productsOf(suited) < productsOf(offered)) isLeftOut = true
    return suited
  }
}
