import type { Rupiah } from '#app/platform/money.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** As little of a product as one sees while typing its name. */
export type Glimpse = {
  slug: string
  name: string
  price: Rupiah
  villageName: string
  photoHash: string
  photoIsReady: boolean
}

/** These products in this order, without what only a card shows. What is not published any more is left out. */
export function listGlimpses(db: Db, productIds: string[]): Promise<Glimpse[]> {
  if (productIds.length === 0) return Promise.resolve([])
  return db.$queryRaw<Glimpse[]>`
    select p.slug, p.name, pack.price, vi.name as "villageName", ph.hash as "photoHash",
      ph.made_at is not null as "photoIsReady"
    from unnest(${productIds}::text[]) with ordinality as wanted(id, n)
    join products p on p.id = wanted.id and p.status = 'published'
    join producers pr on pr.id = p.producer_id
    join villages vi on vi.code = pr.village_code
    join photos ph on ph.id = p.photo_id
    cross join lateral (select min(retail_price) as price from variants where product_id = p.id and ended_at is null) pack
    where pack.price is not null
    order by wanted.n`
}
