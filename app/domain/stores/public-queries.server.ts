import { Prisma, type Storage, type StoreClass } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { standing } from './standing.server.ts'

const { sql } = Prisma

/** Facings of a product as everybody may see them. `startsOn` is in the future where they are not there yet. */
export type ShownItem = {
  key: string
  startMm: number
  facings: number
  stack: number
  packWidthMm: number
  packHeightMm: number
  name: string
  productSlug: string
  photo: { hash: string; isReady: boolean }
  startsOn: Day
  isThere: boolean
}

export type ShownShelf = {
  level: number
  widthMm: number
  heightMm: number
  items: ShownItem[]
  /** What stands there that is not in the catalogue. */
  others: { startMm: number; endMm: number; label: string }[]
}

export type StoreInList = {
  slug: string
  name: string
  chainName: string
  class: StoreClass
  address: string
  hours: string
  lat: number
  lon: number
  products: number
  board: ShownShelf | null
}

export type ShownStore = Omit<StoreInList, 'products' | 'board'> & {
  id: string
  fixtures: { name: string; storage: Storage; shelves: ShownShelf[] }[]
}

/** A shelf (`s`) with what stands on it on that day, and what will stand where nothing does yet, as JSON. */
export const shelfAsJson = (today: Day) => sql`
  json_build_object('level', s.level, 'widthMm', s.width_mm, 'heightMm', s.height_mm,
    'items', (
      select coalesce(json_agg(json_build_object('key', b.booking_id, 'startMm', b.start_mm, 'facings', b.facings,
        'stack', b.stack, 'packWidthMm', b.pack_width_mm, 'packHeightMm', b.pack_height_mm, 'name', p.name,
        'productSlug', p.slug, 'photo', json_build_object('hash', ph.hash, 'isReady', ph.made_at is not null),
        'startsOn', b.starts_on, 'isThere', b.starts_on <= ${toDate(today)}::date) order by b.start_mm), '[]')
      from ${standing(today)} b
      join variants v on v.id = b.variant_id
      join products p on p.id = v.product_id
      join photos ph on ph.id = v.front_photo_id
      where b.shelf_id = s.id and p.status = 'published'
        and (b.starts_on <= ${toDate(today)}::date or not exists (
          select from shelf_bookings sooner where sooner.shelf_id = s.id and sooner.released_at is null
            and sooner.starts_on < b.starts_on and sooner.ends_on > ${toDate(today)}::date
            and int4range(sooner.start_mm, sooner.end_mm) && int4range(b.start_mm, b.end_mm)))
    ),
    'others', (
      select coalesce(json_agg(json_build_object('startMm', start_mm, 'endMm', end_mm, 'label', label) order by start_mm), '[]')
      from shelf_bookings where shelf_id = s.id and label is not null and released_at is null
        and starts_on <= ${toDate(today)}::date and ends_on > ${toDate(today)}::date
    ))`

/** Every store, with the board on which most of our products stand; the fullest first. */
export const listStores = (db: Db, today: Day): Promise<StoreInList[]> =>
  selectStores(db, today, sql`products desc, "chainName", name`, 500)

/** A few stores to begin with: the fullest of each chain, then the next of each. */
export const listStoresOfChains = (db: Db, today: Day, limit: number): Promise<StoreInList[]> =>
  selectStores(db, today, sql`place_in_chain, products desc, "chainName", name`, limit)

function selectStores(db: Db, today: Day, order: Prisma.Sql, limit: number): Promise<StoreInList[]> {
  return db.$queryRaw<StoreInList[]>`
    with there as (
      select b.store_id, b.shelf_id, v.product_id, b.end_mm - b.start_mm as width
      from ${standing(today)} b join variants v on v.id = b.variant_id join products p on p.id = v.product_id
      where b.starts_on <= ${toDate(today)}::date and p.status = 'published'
    )
    , counted as (
      select st.*, o.short_name as "chainName", coalesce(n.products, 0)::int as products,
        row_number() over (partition by st.chain_id order by n.products desc nulls last, st.name) as place_in_chain
      from stores st
      join organisations o on o.id = st.chain_id
      left join (select store_id, count(distinct product_id) as products from there group by store_id) n
        on n.store_id = st.id
    )
    select slug, name, "chainName", class, address, hours, lat, lon, products,
      (select ${shelfAsJson(today)} from shelves s where s.id = (
        select shelf_id from there where store_id = counted.id group by shelf_id
        order by count(distinct product_id) desc, sum(width) desc, shelf_id limit 1)) as board
    from counted
    order by ${order}
    limit ${limit}`
}

/**
 * A store with its fixtures as they stand on that day.
 *
 * @throws Refusal `not_found` for a name no store has.
 */
export async function requireStore(db: Db, slug: string, today: Day): Promise<ShownStore> {
  const [store] = await db.$queryRaw<ShownStore[]>`
    select st.id, st.slug, st.name, o.short_name as "chainName", st.class, st.address, st.hours, st.lat, st.lon,
      (select coalesce(json_agg(json_build_object('name', f.name, 'storage', f.storage, 'shelves', (
          select coalesce(json_agg(${shelfAsJson(today)} order by s.level), '[]') from shelves s where s.fixture_id = f.id
        )) order by f.position), '[]') from fixtures f where f.store_id = st.id) as fixtures
    from stores st join organisations o on o.id = st.chain_id
    where st.slug = ${slug}`
  if (!store) throw notFound()
  return store
}
