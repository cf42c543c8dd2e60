import { standing } from '#app/domain/stores/standing.server.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import { kmBetween, type Point } from '#app/platform/distance.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Filters } from './engine.ts'
import type { Near } from './near.ts'

export type PlaceNear = Point & {
  kind: 'desa' | 'kelurahan' | 'store' | 'here'
  slug: string | null
  name: string
}
export type StoreNear = Point & { slug: string; name: string; km: number }

/** A place and the stores around it: those in reach, the nearest first, and the nearest of all. */
export type Nearby = { place: PlaceNear; km: number; stores: StoreNear[]; nearest: StoreNear | null }

/** What lies around a place; null where no village and no store is called so. */
export async function findNearby(db: Db, near: Near): Promise<Nearby | null> {
  const places = await listPlaces(db)
  const place = placeOf(near.place, places)
  if (!place) return null
  const stores = byDistance(place, places.stores)
  return {
    place,
    km: near.km,
    stores: stores.filter(({ km }) => km <= near.km),
    nearest: stores[0] ?? null,
  }
}

/** Nearest first; stores equally far keep their order. */
export const byDistance = <S extends Point>(from: Point, stores: readonly S[]): (S & { km: number })[] =>
  stores.map((store) => ({ ...store, km: kmBetween(from, store) })).toSorted((a, b) => a.km - b.km)

/**
 * The filters that also ask for a store in reach, so that no engine needs to know where anything lies; null where
 * nothing can meet them, because no store is in reach, or none of those that were chosen.
 */
export function withinReach(filters: Filters, nearby: Nearby | null): Filters | null {
  if (!nearby) return filters
  const inReach = nearby.stores.map(({ slug }) => slug)
  const stores =
    filters.stores.length === 0 ? inReach : inReach.filter((slug) => filters.stores.includes(slug))
  return stores.length === 0 ? null : { ...filters, stores }
}

export type NearestStore = { slug: string; name: string; km: number; startsOn: Day; isThere: boolean }

/** For each of these products, by slug, the nearest store that has it; one that will have it only where none has. */
export async function listNearestStores(
  db: Db,
  products: string[],
  stores: StoreNear[],
  today: Day,
): Promise<Record<string, NearestStore>> {
  if (products.length === 0 || stores.length === 0) return {}
  const rows = await db.$queryRaw<{ product: string; store: string; startsOn: Day; isThere: boolean }[]>`
    select p.slug as product, s.slug as store, to_char(min(b.starts_on), 'YYYY-MM-DD') as "startsOn",
      min(b.starts_on) <= ${toDate(today)}::date as "isThere"
    from products p join variants v on v.product_id = p.id
    join ${standing(today)} b on b.variant_id = v.id join stores s on s.id = b.store_id
    where p.slug = any(${products}::text[]) and s.slug = any(${stores.map(({ slug }) => slug)}::text[])
    group by p.slug, s.slug`
  const bySlug = new Map(stores.map((store) => [store.slug, store]))
  const ranked = rows
    .flatMap(({ product, store: slug, ...stands }) => {
      const store = bySlug.get(slug)
      return store ? [{ product, store: { slug, name: store.name, km: store.km, ...stands } }] : []
    })
    // What is written last stays: those who have it after those who will, the near after the far.
    .toSorted((a, b) => Number(a.store.isThere) - Number(b.store.isThere) || b.store.km - a.store.km)
  return Object.fromEntries(ranked.map(({ product, store }) => [product, store]))
}

type Places = {
  villages: (PlaceNear & { slug: string })[]
  stores: (Point & { slug: string; name: string })[]
}

function placeOf(sought: Near['place'], { villages, stores }: Places): PlaceNear | null {
  if (typeof sought !== 'string') return { ...sought, kind: 'here', slug: null, name: '' }
  const village = villages.find(({ slug }) => slug === sought)
  if (village) return village
  const store = stores.find(({ slug }) => slug === sought)
  return store ? { ...store, kind: 'store' } : null
}

/** Every village and store and where it lies. Kept under one name: where somebody is stands in no key. */
const listPlaces = (db: Db): Promise<Places> =>
  remember('places', async () => ({
    villages: await db.village.findMany({
      select: { slug: true, name: true, kind: true, lat: true, lon: true },
    }),
    stores: await db.store.findMany({
      select: { slug: true, name: true, lat: true, lon: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  }))
