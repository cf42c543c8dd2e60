import { freeToday } from '#app/domain/stock/stock-queries.server.ts'
import { standing } from '#app/domain/stores/standing.server.ts'
import { Prisma, type Storage } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const { sql } = Prisma

/** A product as it stands in a row of products: its cheapest pack, where it is from, and where it is to be had. */
export type ProductCard = {
  slug: string
  name: string
  price: Rupiah
  packs: number
  producerName: string
  villageName: string
  storage: Storage
  shelfLifeDays: number
  widthMm: number
  /** As high as the picture is when it is `widthMm` wide: a flat pack is shown from above. */
  heightMm: number
  photoHash: string
  photoIsReady: boolean
  /** Stores where it stands today. */
  stores: number
  /** The first day on which it will stand somewhere, where it stands nowhere yet. */
  startsOn: Day | null
  isInStock: boolean
}

/** These products in this order. What is not published any more is left out, whatever the index says. */
export function listCards(db: Db, productIds: string[], today: Day): Promise<ProductCard[]> {
  if (productIds.length === 0) return Promise.resolve([])
  return selectCards(
    db,
    today,
    sql`select id, n from unnest(${productIds}::text[]) with ordinality as wanted(id, n)`,
  )
}

/** The products that came last. */
export const listNewCards = (db: Db, today: Day, limit: number): Promise<ProductCard[]> =>
  selectCards(db, today, newest(sql`true`, limit))

/** What has to be kept cold or is eaten within days, the newest first. */
export const listFreshCards = (db: Db, today: Day, limit: number): Promise<ProductCard[]> =>
  selectCards(
    db,
    today,
    newest(
      sql`exists (select from variants v where v.product_id = p.id and v.ended_at is null and v.shelf_life_days <= 21)`,
      limit,
    ),
  )

/** The products of a cooperative, a producer or a village, by name. */
export function listCardsOf(
  db: Db,
  today: Day,
  maker: { cooperativeId: string } | { producerId: string } | { villageSlug: string },
  limit: number,
): Promise<ProductCard[]> {
  const isTheirs =
    'cooperativeId' in maker
      ? sql`p.cooperative_id = ${maker.cooperativeId}`
      : 'producerId' in maker
        ? sql`p.producer_id = ${maker.producerId}`
        : sql`p.producer_id in (select id from producers where village_code = (
          select code from villages where slug = ${maker.villageSlug}))`
  return selectCards(
    db,
    today,
    sql`select p.id, row_number() over (order by p.name, p.id) as n from products p
      where p.status = 'published' and ${isTheirs} order by n limit ${limit}`,
  )
}

/** What stands in a store today, or will, by name. */
export const listCardsInStore = (db: Db, today: Day, storeId: string): Promise<ProductCard[]> =>
  selectCards(
    db,
    today,
    sql`select id, row_number() over (order by name, id) as n from (
      select distinct p.id, p.name from ${standing(today)} b
      join variants v on v.id = b.variant_id join products p on p.id = v.product_id
      where b.store_id = ${storeId}) stands`,
  )

/** Products beside this one: on the same boards first, then of its producer, its category, its cooperative. */
export const listCardsBeside = (db: Db, today: Day, slug: string, limit: number): Promise<ProductCard[]> =>
  selectCards(
    db,
    today,
    sql`
      with self as (select * from products where slug = ${slug}), board as (
        select distinct other.variant_id from ${standing(today)} mine
        join ${standing(today)} other on other.shelf_id = mine.shelf_id
        where mine.variant_id in (select v.id from variants v join self on v.product_id = self.id)
      ), near as (
        select v.product_id as id, 8 as points from board join variants v on v.id = board.variant_id
        union all
        (select id, 2 from products where category_slug = (select category_slug from self) and status = 'published'
          order by published_at desc, id desc limit 24)
        union all
        (select id, case when is_maker then 4 else 1 end from (
            select id, name, producer_id = (select producer_id from self) as is_maker from products
            where cooperative_id = (select cooperative_id from self) and status = 'published') members
          order by is_maker desc, name, id limit 24)
      )
      select id, row_number() over (order by sum(points) desc, id desc) as n from near
      where id not in (select id from self) group by id order by n limit ${limit}`,
  )

/** A pack as it stands on a shelf, at its true measure. */
export type ShelfPack = {
  slug: string
  name: string
  villageName: string
  price: Rupiah
  widthMm: number
  heightMm: number
  photoHash: string
  photoIsReady: boolean
}

/** One pack of each category that fits an eye-level board: what stands in most stores, otherwise one of the newest. */
export function listShelfPacks(db: Db, today: Day, limit: number): Promise<ShelfPack[]> {
  return db.$queryRaw<ShelfPack[]>`
    with stands as (
      select variant_id, count(distinct store_id) as stores from ${standing(today)} b group by variant_id
    ), candidate as (
      select v.product_id from stands join variants v on v.id = stands.variant_id
      union
      select latest.id from categories c cross join lateral (
        select id from products where category_slug = c.slug and status = 'published'
        order by published_at desc, id desc limit 6
      ) latest
    )
    select slug, name, "villageName", price, "widthMm", "heightMm", "photoHash", "photoIsReady" from (
      select distinct on (p.category_slug) p.slug, p.name, vi.name as "villageName", v.retail_price as price,
        v.width_mm as "widthMm", v.height_mm as "heightMm", ph.hash as "photoHash",
        ph.made_at is not null as "photoIsReady", coalesce(stands.stores, 0) as stores
      from candidate
      join products p on p.id = candidate.product_id and p.status = 'published'
      join variants v on v.product_id = p.id and v.ended_at is null
      join producers pr on pr.id = p.producer_id
      join villages vi on vi.code = pr.village_code
      join photos ph on ph.id = v.front_photo_id
      left join stands on stands.variant_id = v.id
      where v.height_mm between 70 and 240 and v.width_mm between 50 and 180
      order by p.category_slug, stores desc, ${freeToday(today)} > 0 desc, p.published_at desc, v.id
    ) each_category
    order by stores desc, slug limit ${limit}`
}

const newest = (condition: Prisma.Sql, limit: number) => sql`
  select p.id, row_number() over (order by p.published_at desc, p.id desc) as n from products p
  where p.status = 'published' and ${condition} order by p.published_at desc, p.id desc limit ${limit}`

/** `wanted` gives the ids and, as n, their order. */
function selectCards(db: Db, today: Day, wanted: Prisma.Sql): Promise<ProductCard[]> {
  return db.$queryRaw<ProductCard[]>`
    select p.slug, p.name, pack.price, pack.packs, pr.name as "producerName", vi.name as "villageName", pack.storage,
      pack.shelf_life_days as "shelfLifeDays", pack.width_mm as "widthMm",
      round(pack.width_mm::numeric * ph.height / ph.width)::int as "heightMm",
      ph.hash as "photoHash", ph.made_at is not null as "photoIsReady", place.stores,
      case when place.stores = 0 then to_char(place.starts_on, 'YYYY-MM-DD') end as "startsOn",
      pack.is_in_stock as "isInStock"
    from (${wanted}) wanted
    join products p on p.id = wanted.id and p.status = 'published'
    join producers pr on pr.id = p.producer_id
    join villages vi on vi.code = pr.village_code
    join photos ph on ph.id = p.photo_id
    join lateral (
      select v.retail_price as price, v.storage, v.shelf_life_days, v.width_mm, (count(*) over ())::int as packs,
        bool_or(${freeToday(today)} > 0) over () as is_in_stock
      from variants v
      where v.product_id = p.id and v.ended_at is null order by v.retail_price, v.id limit 1
    ) pack on true
    cross join lateral (
      select (count(distinct b.store_id) filter (where b.starts_on <= ${toDate(today)}::date))::int as stores,
        min(b.starts_on) as starts_on
      from ${standing(today)} b join variants v on v.id = b.variant_id where v.product_id = p.id
    ) place
    order by wanted.n`
}
