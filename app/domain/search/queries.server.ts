import { listCards, type ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import { standing } from '#app/domain/stores/standing.server.ts'
import type { Storage } from '#app/generated/prisma/client.ts'
import { type Day, dayOf, toDate } from '#app/platform/calendar.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Found, ProductDocument, SearchQuery } from './engine.ts'
import { searchEngine } from './postgres-engine.server.ts'

/** What was found, as it is now in the database: the index only proposes, and what is hidden since is left out. */
export async function searchProducts(
  db: Db,
  query: SearchQuery,
  at: Date,
): Promise<Omit<Found, 'productIds'> & { cards: ProductCard[] }> {
  const { productIds, ...found } = await searchEngine(db).search(query)
  return { ...found, cards: await listCards(db, productIds, dayOf(at)) }
}

export type FilterNames = {
  categories: { slug: string; name: string; parentSlug: string | null }[]
  villages: { slug: string; name: string }[]
  stores: { slug: string; name: string }[]
}

/** What one can filter by, in the order in which it is offered. Kept until something public changes. */
export function listFilterNames(db: Db): Promise<FilterNames> {
  return remember('filter names', async () => {
    const [names] = await db.$queryRaw<FilterNames[]>`
      select
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', name_id, 'parentSlug', parent_slug)
          order by position, name_id), '[]') from categories) as categories,
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', name) order by name), '[]') from villages)
          as villages,
        (select coalesce(json_agg(json_build_object('slug', slug, 'name', name) order by name), '[]')
          from stores) as stores`
    return names ?? { categories: [], villages: [], stores: [] }
  })
}

/** What may be found of these products on that day. Leaves out what is not published or has no pack to sell. */
export async function listDocuments(db: Db, productIds: string[], today: Day): Promise<ProductDocument[]> {
  type Row = Omit<ProductDocument, 'storages'> & { storages: Storage[] }
  return db.$queryRaw<Row[]>`
    with recursive above(leaf, slug, parent_slug, name_id, name_en) as (
      select slug, slug, parent_slug, name_id, name_en from categories
      union all
      select a.leaf, c.slug, c.parent_slug, c.name_id, c.name_en
      from above a join categories c on c.slug = a.parent_slug
    )
    select p.id as "productId", p.published_at as "publishedAt", p.story, v.slug as "villageSlug",
      category.slugs as "categorySlugs", packs.storages, packs.price,
      concat_ws(' ', p.name, p.brand, packs.sizes) as name,
      concat_ws(' ', pr.name, v.kind, v.name, replace(v.name, ' ', ''), array_to_string(v.spellings, ' '),
        v.district, o.name, o.short_name, category.names) as origin,
      array(select c.kind::text from certificates c
        where c.product_id = p.id and (c.expires_on is null or c.expires_on > ${toDate(today)}::date)
        order by 1) as certificates,
      array(select distinct s.slug from ${standing(today)} b
        join variants bv on bv.id = b.variant_id join stores s on s.id = b.store_id
        where bv.product_id = p.id order by 1) as "storeSlugs"
    from products p
    join producers pr on pr.id = p.producer_id
    join villages v on v.code = pr.village_code
    join organisations o on o.id = p.cooperative_id
    cross join lateral (
      select array_agg(slug order by slug) as slugs, string_agg(concat_ws(' ', name_id, name_en), ' ') as names
      from above where leaf = p.category_slug
    ) category
    join lateral (
      select min(retail_price) as price, array_agg(distinct storage::text) as storages,
        string_agg(net_content, ' ') as sizes
      from variants where product_id = p.id
    ) packs on packs.price is not null
    where p.id = any(${productIds}::text[]) and p.status = 'published'
    order by p.id`
}
