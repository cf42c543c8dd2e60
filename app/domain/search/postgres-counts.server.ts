import { Prisma } from '#app/generated/prisma/client.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Counts, Filters } from './engine.ts'

const { sql, join } = Prisma

/** Each filter as a condition on search_documents; null where it asks for nothing. */
export function conditionsOf(filters: Filters) {
  const { categories, villages, storages, certificates, stores, fromPrice, toPrice } = filters
  const price = [
    ...(fromPrice === null ? [] : [sql`price >= ${fromPrice}`]),
    ...(toPrice === null ? [] : [sql`price <= ${toPrice}`]),
  ]
  return {
    categories: categories.length > 0 ? sql`category_slugs && ${categories}::text[]` : null,
    villages: villages.length > 0 ? sql`village_slug = any(${villages}::text[])` : null,
    storages: storages.length > 0 ? sql`storages && ${storages}::text[]` : null,
    certificates: certificates.length > 0 ? sql`certificates @> ${certificates}::text[]` : null,
    stores: stores.length > 0 ? sql`store_slugs && ${stores}::text[]` : null,
    price: price.length > 0 ? sql`(${join(price, ' and ')})` : null,
  }
}

/** How many products there are of each kind, kept until something public changes: counting reads every match. */
export function countProducts(db: Db, tsquery: string, filters: Filters): Promise<Counts> {
  const key = JSON.stringify([tsquery, filters], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  return remember(`counts ${key}`, () => count(db, tsquery, filters))
}

async function count(db: Db, tsquery: string, filters: Filters): Promise<Counts> {
  const found = conditionsOf(filters)
  const flag = (condition: Prisma.Sql | null) => condition ?? sql`true`
  const rows = await db.$queryRaw<{ kind: string; slug: string; n: bigint | null }[]>`
    with matching as materialized (
      select category_slugs, village_slug, storages, certificates, store_slugs, price,
        ${flag(found.categories)} as in_category, ${flag(found.villages)} as in_village,
        ${flag(found.storages)} as in_storage, ${flag(found.certificates)} as is_certified,
        ${flag(found.stores)} as in_store, ${flag(found.price)} as in_price
      from search_documents ${tsquery === '' ? Prisma.empty : sql`where words @@ to_tsquery('simple', ${tsquery})`}
    ), narrowed as materialized (
      select * from matching
      where in_category::int + in_village::int + in_storage::int + is_certified::int + in_store::int + in_price::int >= 5
    )
    select 'categories' as kind, slug, count(*) as n from narrowed, unnest(category_slugs) slug
    where in_village and in_storage and is_certified and in_store and in_price group by slug
    union all
    select 'villages', village_slug, count(*) from narrowed
    where in_category and in_storage and is_certified and in_store and in_price group by village_slug
    union all
    select 'storages', storage, count(*) from narrowed, unnest(storages) storage
    where in_category and in_village and is_certified and in_store and in_price group by storage
    union all
    select 'certificates', kind, count(*) from narrowed, unnest(certificates) kind
    where in_category and in_village and in_storage and is_certified and in_store and in_price group by kind
    union all
    select 'stores', slug, count(*) from narrowed, unnest(store_slugs) slug
    where in_category and in_village and in_storage and is_certified and in_price group by slug
    union all
    select 'price', bound.name, bound.value from (
      select min(price), max(price) from narrowed
      where in_category and in_village and in_storage and is_certified and in_store
    ) spread(lowest, highest), lateral (values ('cheapest', lowest), ('dearest', highest)) bound(name, value)
    union all
    select 'total', '', count(*) from narrowed
    where in_category and in_village and in_storage and is_certified and in_store and in_price`
  const of = (kind: string) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.slug, Number(row.n)]))
  const price = (slug: string) => rows.find((row) => row.kind === 'price' && row.slug === slug)?.n ?? null
  return {
    total: of('total')[''] ?? 0,
    categories: of('categories'),
    villages: of('villages'),
    storages: of('storages'),
    certificates: of('certificates'),
    stores: of('stores'),
    cheapest: price('cheapest'),
    dearest: price('dearest'),
  }
}
