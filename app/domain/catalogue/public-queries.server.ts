import { freeToday } from '#app/domain/stock/stock-queries.server.ts'
import { type ShownShelf, shelfAsJson } from '#app/domain/stores/public-queries.server.ts'
import { standing } from '#app/domain/stores/standing.server.ts'
import type { CertificateKind, GtinKind, Storage } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

type Named = { slug: string; name: string }

/** One size in which a product is sold. */
export type ShownPack = {
  id: string
  netContent: string
  position: number
  price: Rupiah
  widthMm: number
  heightMm: number
  depthMm: number
  weightG: number
  storage: Storage
  shelfLifeDays: number
  unitsPerCarton: number
  gtin: string
  gtinKind: GtinKind
  photo: { hash: string; isReady: boolean }
  isInStock: boolean
}

/** Where one pack stands in a store, or will. */
export type PackPlace = {
  netContent: string
  fixtureName: string
  level: number
  startsOn: Day
  isThere: boolean
}

/** Where a product stands, or will: one line for each store, with each pack that is there. */
export type Place = {
  storeSlug: string
  storeName: string
  chainName: string
  fixtureName: string
  level: number
  facings: number
  startsOn: Day
  isThere: boolean
  packs: PackPlace[]
}

export type ShownProduct = {
  slug: string
  name: string
  brand: string
  story: string
  storyOn: Day
  isTaxable: boolean
  category: Named
  village: Named & { kind: 'desa' | 'kelurahan'; district: string }
  producer: Named
  cooperative: Named
  packs: ShownPack[]
  /** The main one first; without words it is told by the product's name. */
  photos: { hash: string; isReady: boolean; isSquare: boolean; alt: string }[]
  certificates: { kind: CertificateKind; number: string; expiresOn: Day | null; isSample: boolean }[]
  places: Place[]
  /** The board in the chosen store, or in the first. */
  shelf: (ShownShelf & { storeSlug: string }) | null
}

type Row = Omit<ShownProduct, 'packs'> & { packs: (Omit<ShownPack, 'price'> & { price: number })[] }

/**
 * Everything a product's page shows, in one statement. `storeSlug` chooses the store whose board is drawn.
 *
 * @throws Refusal `not_found` for a name no published product has.
 */
export async function requireProduct(
  db: Db,
  slug: string,
  today: Day,
  storeSlug: string,
): Promise<ShownProduct> {
  const [row] = await db.$queryRaw<Row[]>`
    with product as (
      select p.*, c.name_id as category_name, c.ppn_class from products p join categories c on c.slug = p.category_slug
      where p.slug = ${slug} and p.status = 'published'
    ), place as (
      select distinct on (b.store_id, b.variant_id) b.*, v.net_content, v.position, st.slug as store_slug, st.name as store_name, o.short_name as chain_name,
        f.name as fixture_name, s.level, b.starts_on <= ${toDate(today)}::date as is_there
      from ${standing(today)} b
      join variants v on v.id = b.variant_id
      join product on product.id = v.product_id
      join stores st on st.id = b.store_id
      join organisations o on o.id = st.chain_id
      join shelves s on s.id = b.shelf_id
      join fixtures f on f.id = s.fixture_id
      order by b.store_id, b.variant_id, b.starts_on, s.level
    ), in_store as (
      select distinct on (store_id) *, json_agg(json_build_object('netContent', net_content, 'fixtureName', fixture_name,
          'level', level, 'startsOn', starts_on, 'isThere', is_there)) over (
        partition by store_id order by position, variant_id rows between unbounded preceding and unbounded following
      ) as packs
      from place order by store_id, starts_on, level
    ), drawn as (
      select * from in_store order by (store_slug = ${storeSlug}) desc, is_there desc, starts_on, chain_name, store_name limit 1
    )
    select p.slug, p.name, p.brand, p.story, p.ppn_class = 'taxable' as "isTaxable",
      to_char(coalesce(
        (select submitted_at from product_proposals where product_id = p.id and status = 'approved'
          order by decided_at desc limit 1), p.published_at) at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as "storyOn",
      json_build_object('slug', p.category_slug, 'name', p.category_name) as category,
      json_build_object('slug', vi.slug, 'name', vi.name, 'kind', vi.kind, 'district', vi.district) as village,
      json_build_object('slug', pr.slug, 'name', pr.name) as producer,
      json_build_object('slug', o.slug, 'name', o.short_name) as cooperative,
      (select json_agg(json_build_object('id', v.id, 'netContent', v.net_content, 'position', v.position, 'price', v.retail_price,
          'widthMm', v.width_mm, 'heightMm', v.height_mm, 'depthMm', v.depth_mm, 'weightG', v.weight_g,
          'storage', v.storage, 'shelfLifeDays', v.shelf_life_days, 'unitsPerCarton', v.units_per_carton,
          'gtin', v.gtin, 'gtinKind', v.gtin_kind,
          'photo', json_build_object('hash', ph.hash, 'isReady', ph.made_at is not null),
          'isInStock', ${freeToday(today)} > 0) order by v.position, v.id)
        from variants v join photos ph on ph.id = v.front_photo_id
        where v.product_id = p.id and v.ended_at is null) as packs,
      (select json_agg(json_build_object('hash', ph.hash, 'isReady', ph.made_at is not null,
          'isSquare', ph.width = ph.height, 'alt', pp.alt) order by pp.position)
        from product_photos pp join photos ph on ph.id = pp.photo_id where pp.product_id = p.id) as photos,
      (select coalesce(json_agg(json_build_object('kind', kind, 'number', number, 'expiresOn', expires_on,
          'isSample', is_sample) order by kind), '[]')
        from (
          select distinct on (kind) kind, number, expires_on, is_sample from held_certificates
          where product_id = p.id and (expires_on is null or expires_on > ${toDate(today)}::date)
          order by kind, is_sample, status = 'verified' desc, expires_on desc nulls first, id
        ) held
      ) as certificates,
      (select coalesce(json_agg(json_build_object('storeSlug', store_slug, 'storeName', store_name,
          'chainName', chain_name, 'fixtureName', fixture_name, 'level', level, 'facings', facings,
          'startsOn', starts_on, 'isThere', is_there, 'packs', packs)
          order by is_there desc, starts_on, chain_name, store_name), '[]')
        from in_store) as places,
      (select json_build_object('storeSlug', drawn.store_slug)::jsonb || (${shelfAsJson(today)})::jsonb
        from drawn join shelves s on s.id = drawn.shelf_id) as shelf
    from product p
    join producers pr on pr.id = p.producer_id
    join villages vi on vi.code = pr.village_code
    join organisations o on o.id = p.cooperative_id`
  if (!row?.packs) throw notFound()
  // Rupiah in JSON are numbers; the largest price is far inside what a number holds.
  return { ...row, packs: row.packs.map((pack) => ({ ...pack, price: BigInt(pack.price) })) }
}
