import { createHash } from 'node:crypto'
import { meetsOf, type ReadinessFacts, readinessOf } from '#app/domain/catalogue/readiness.ts'
import { categoryRules, lawAsJson } from '#app/domain/catalogue/readiness-queries.server.ts'
import type { DatedSetting } from '#app/domain/settings/dated.ts'
import { standing } from '#app/domain/stores/standing.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { bandsOf, cartonBands, priceBands, shelfLifeBands } from './bands.ts'
import type { Facet, Filters, ProductDocument } from './engine.ts'
import { indexSettings } from './settings.ts'

/** How long back what was ordered counts for popularity. */
const popularDays = 90

type Row = Omit<ProductDocument, 'facets'> &
  Record<Exclude<Facet, 'prices' | 'cartons' | 'shelfLives' | 'meets'>, string[]> & {
    retailPrices: number[]
    unitsPerCarton: number[]
    shelfLivesDays: number[]
    /** What readiness is judged by: of the product, of each pack, and of the law. */
    rule: Pick<ReadinessFacts, 'licences' | 'halalScope' | 'processing'>
    packFacts: PackFacts[]
    law: DatedSetting[]
  }
type PackFacts = Pick<ReadinessFacts, 'pack' | 'storage' | 'shelfLifeDays' | 'gtinKind' | 'unitsPerCarton'> &
  Record<'retailPrice' | 'wholesalePrice', number>

/** What may be found of these products on that day. Leaves out what is not published or has no pack to sell. */
export async function listDocuments(db: Db, productIds: string[], today: Day): Promise<ProductDocument[]> {
  const rows = await readRows(db, productIds, today)
  return rows.map((row) => ({
    productId: row.productId,
    facets: {
      categories: row.categories,
      villages: row.villages,
      districts: row.districts,
      cooperatives: row.cooperatives,
      storages: row.storages,
      certificates: row.certificates,
      stores: row.stores,
      prices: bandsOf(priceBands, row.retailPrices),
      cartons: bandsOf(cartonBands, row.unitsPerCarton),
      shelfLives: bandsOf(shelfLifeBands, row.shelfLivesDays),
      meets: meetsOfPacks(row, today),
    },
    price: row.price,
    minCartons: row.minCartons,
    leadTimeDays: row.leadTimeDays,
    shelfLifeDays: row.shelfLifeDays,
    popularity: row.popularity,
    publishedAt: row.publishedAt,
    name: row.name,
    codes: row.codes,
    origin: row.origin,
    story: row.story,
  }))
}

/** What one of its packs at least has of what modern retail asks. */
function meetsOfPacks({ rule, packFacts, certificates, law }: Row, today: Day): string[] {
  const held = certificates.map((kind) => ({ kind: kind as CertificateKind, expiresOn: null }))
  const found = packFacts.flatMap(({ retailPrice, wholesalePrice, ...pack }) => {
    const prices = { retailPrice: BigInt(retailPrice), wholesalePrice: BigInt(wholesalePrice) }
    const facts = { ...rule, ...pack, ...prices, certificates: held, hasPhoto: true, piecesLeft: 0 }
    return meetsOf(readinessOf(facts, law, today))
  })
  return [...new Set(found)].toSorted()
}

/** What is in the document and how its words are written, in 32 letters: two with the same hash are kept the same. */
export const hashOf = (document: ProductDocument): string =>
  createHash('sha256')
    .update(`${indexSettings.normalisation} ${textOf(document)}`)
    .digest('hex')
    .slice(0, 32)

/** As JSON, rupiah as text; keys in order, because PostgreSQL keeps them in an order of its own. */
export const textOf = (document: ProductDocument | Filters): string =>
  JSON.stringify(document, (_, value) => {
    if (typeof value === 'bigint') return String(value)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
  })

/**
 * Popularity: one for each store in which it stands or will, and one for each order line of the last 90 days that was
 * neither declined nor left.
 */
function readRows(db: Db, productIds: string[], today: Day): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with recursive above(leaf, slug, parent_slug, name_id, name_en) as (
      select slug, slug, parent_slug, name_id, name_en from categories
      union all
      select a.leaf, c.slug, c.parent_slug, c.name_id, c.name_en
      from above a join categories c on c.slug = a.parent_slug
    )
    select p.id as "productId", p.published_at as "publishedAt", p.story,
      category.slugs as categories, array[v.slug] as villages,
      array[lower(replace(v.district, ' ', '-'))] as districts, array[o.slug] as cooperatives,
      packs.storages, packs.price, packs.prices as "retailPrices", packs.cartons as "unitsPerCarton",
      packs.lives as "shelfLivesDays", packs.codes, packs.min_cartons as "minCartons",
      packs.lead_time_days as "leadTimeDays", packs.shelf_life_days as "shelfLifeDays",
      concat_ws(' ', p.name, p.brand, packs.sizes) as name,
      concat_ws(', ', pr.name, concat_ws(' ', v.kind, v.name), nullif(replace(v.name, ' ', ''), v.name),
        array_to_string(v.spellings, ', '), v.district, ct.name, o.name, o.short_name, category.names) as origin,
      array(select distinct c.kind::text from held_certificates c
        where c.product_id = p.id and (c.expires_on is null or c.expires_on > ${toDate(today)}::date)
        order by 1) as certificates,
      json_build_object('licences', rule.licences, 'halalScope', rule.halal_scope,
        'processing', p.processing) as rule, packs.facts as "packFacts",
      ${lawAsJson} as law,
      store.slugs as stores, cardinality(store.slugs) + orders.lines as popularity
    from products p
    join producers pr on pr.id = p.producer_id
    join villages v on v.code = pr.village_code
    join cities ct on ct.code = v.city_code
    join organisations o on o.id = p.cooperative_id
    join ${categoryRules} rule on rule.slug = p.category_slug
    cross join lateral (
      select array_agg(slug order by slug) as slugs, string_agg(concat_ws(' ', name_id, name_en), ' ') as names
      from above where leaf = p.category_slug
    ) category
    join lateral (
      select min(retail_price) as price, array_agg(retail_price order by id) as prices,
        array_agg(units_per_carton order by id) as cartons, array_agg(shelf_life_days order by id) as lives,
        array_agg(gtin order by id) as codes, min(min_cartons) as min_cartons, min(lead_time_days) as lead_time_days,
        max(shelf_life_days) as shelf_life_days, array_agg(distinct storage::text) as storages,
        string_agg(net_content, ' ' order by id) as sizes,
        json_agg(json_build_object('pack', pack, 'storage', storage, 'shelfLifeDays', shelf_life_days,
          'gtinKind', gtin_kind, 'unitsPerCarton', units_per_carton, 'retailPrice', retail_price,
          'wholesalePrice', wholesale_price) order by id) as facts
      from variants where product_id = p.id and ended_at is null
    ) packs on packs.price is not null
    cross join lateral (
      select array(select distinct s.slug from ${standing(today)} b
        join variants bv on bv.id = b.variant_id join stores s on s.id = b.store_id
        where bv.product_id = p.id order by 1) as slugs
    ) store
    cross join lateral (
      select count(*)::int as lines from purchase_order_lines l
      join purchase_orders po on po.id = l.purchase_order_id join shelf_orders so on so.id = po.shelf_order_id
      where l.variant_id in (select id from variants where product_id = p.id) and l.status not in ('declined', 'left')
        and so.placed_at >= ${toDate(addDays(today, -popularDays))}::date
    ) orders
    where p.id = any(${productIds}::text[]) and p.status = 'published'
    order by p.id`
}
