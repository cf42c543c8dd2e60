import { listCards, type ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Found, SearchQuery } from './engine.ts'
import { type Limited, searchEngine } from './search-engine.server.ts'

/** What was found, as it is now in the database: the index only proposes, and what is hidden since is left out. */
export async function searchProducts(
  db: Db,
  query: SearchQuery,
  at: Date,
): Promise<Omit<Found, 'productIds'> & Limited & { cards: ProductCard[] }> {
  const { productIds, ...found } = await searchEngine(db).search(query)
  return { ...found, cards: await listCards(db, productIds, dayOf(at)) }
}

export type FilterNames = {
  categories: { slug: string; name: string; parentSlug: string | null }[]
  villages: { slug: string; name: string; districtSlug: string }[]
  districts: { slug: string; name: string }[]
  cooperatives: { slug: string; name: string }[]
  stores: { slug: string; name: string }[]
}

/** What one can filter by, in the order in which it is offered. Kept until something public changes. */
export function listFilterNames(db: Db): Promise<FilterNames> {
  return remember('filter names', async () => {
    const [names] = await db.$queryRaw<FilterNames[]>`
      select
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', name_id, 'parentSlug', parent_slug)
          order by position, name_id), '[]') from categories) as categories,
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', name,
          'districtSlug', lower(replace(district, ' ', '-'))) order by name), '[]') from villages) as villages,
        (select coalesce(json_agg(json_build_object('slug', lower(replace(district, ' ', '-')), 'name', district)
          order by district), '[]') from (select distinct district from villages) d) as districts,
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', short_name) order by short_name), '[]')
          from organisations where kind = 'cooperative') as cooperatives,
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', name) order by name), '[]')
          from stores) as stores`
    return names ?? { categories: [], villages: [], districts: [], cooperatives: [], stores: [] }
  })
}
