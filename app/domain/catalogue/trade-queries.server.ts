import type { PriceBreak } from '#app/domain/shelf-orders/pricing.ts'
import { type BreakRow, breaksColumn, readBreaks } from '#app/domain/shelf-orders/terms-queries.server.ts'
import type { Stock } from '#app/domain/stock/free-pieces.ts'
import { stockAsJson } from '#app/domain/stock/stock-queries.server.ts'
import { standing } from '#app/domain/stores/standing.server.ts'
import type { Storage } from '#app/generated/prisma/client.ts'
import type { Day } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { packName } from './pack-name.ts'

/** One pack of a product as a chain's buyer weighs it. */
export type TradePack = {
  variantId: string
  slug: string
  name: string
  producerName: string
  villageName: string
  cooperativeName: string
  cooperativeIsPkp: boolean
  photoHash: string
  photoIsReady: boolean
  widthMm: number
  heightMm: number
  depthMm: number
  storage: Storage
  shelfLifeDays: number
  leadTimeDays: number
  unitsPerCarton: number
  minCartons: number
  wholesalePrice: Rupiah
  breaks: PriceBreak[]
  retailPrice: Rupiah
  ppnClass: 'taxable' | 'exempt'
  stock: Stock
  /** Stores of the buyer's own chain in which it stands, or will. */
  ownStores: number
}

type Row = Omit<TradePack, 'breaks'> & { breaks: BreakRow[]; netContent: string; position: number }

/**
 * The packs of these products, in this order. What is not published any more is left out, whatever the index says; what
 * other chains ordered or drew is not read.
 */
export async function listTradePacks(
  db: Db,
  chainId: string,
  productIds: string[],
  today: Day,
): Promise<TradePack[]> {
  if (productIds.length === 0) return []
  const rows = await db.$queryRaw<Row[]>`
    select v.id as "variantId", p.slug, p.name, v.net_content as "netContent", v.position, pr.name as "producerName", vi.name as "villageName",
      o.short_name as "cooperativeName", o.is_pkp as "cooperativeIsPkp",
      ph.hash as "photoHash", ph.made_at is not null as "photoIsReady",
      v.width_mm as "widthMm", v.height_mm as "heightMm", v.depth_mm as "depthMm", v.storage,
      v.shelf_life_days as "shelfLifeDays", v.lead_time_days as "leadTimeDays",
      v.units_per_carton as "unitsPerCarton", v.min_cartons as "minCartons",
      v.wholesale_price as "wholesalePrice", ${breaksColumn}, v.retail_price as "retailPrice", c.ppn_class as "ppnClass",
      ${stockAsJson(today)} as stock, own.stores as "ownStores"
    from unnest(${productIds}::text[]) with ordinality as wanted(id, n)
    join products p on p.id = wanted.id and p.status = 'published'
    join variants v on v.product_id = p.id and v.ended_at is null
    join producers pr on pr.id = p.producer_id
    join villages vi on vi.code = pr.village_code
    join categories c on c.slug = p.category_slug
    join organisations o on o.id = p.cooperative_id
    join photos ph on ph.id = v.front_photo_id
    cross join lateral (
      select count(distinct b.store_id)::int as stores from ${standing(today)} b
      join stores st on st.id = b.store_id and st.chain_id = ${chainId}
      where b.variant_id = v.id
    ) own
    order by wanted.n, v.position, v.id`
  return rows.map(({ netContent, position, ...row }) => ({
    ...row,
    name: packName({ name: row.name, netContent, position }),
    breaks: readBreaks(row.breaks),
  }))
}
