import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { noFilters } from '#app/domain/search/engine.ts'
import { searchEngine } from '#app/domain/search/search-engine.server.ts'
import { readTerms, termColumns, type WithTerms } from '#app/domain/shelf-orders/terms-queries.server.ts'
import { freePieces, keepsFrom, type Stock } from '#app/domain/stock/free-pieces.ts'
import { stockAsJson } from '#app/domain/stock/stock-queries.server.ts'
import { leastDaysLeft } from '#app/domain/stores/chain-rules.ts'
import type { Storage } from '#app/generated/prisma/enums.ts'
import type { Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { OfferedVariant } from './proposal.ts'

/** Whose order it would be, and for which day: what is free and what it costs depend on both. */
export type Delivery = { chainId: string; deliverOn: Day; today: Day }

type Row = WithTerms<Omit<OfferedVariant, 'photo' | 'cooperative' | 'free' | 'leastDaysLeft'>> & {
  netContent: string
  position: number
  stock: Stock
  lifePercent: number
  hash: string
  isReady: boolean
  cooperativeId: string
  cooperativeName: string
  cooperativeIsPkp: boolean
}

/** Variants as the planner draws and reckons them, by id; also those that are not sold any more, which it marks. */
export async function readOffered(
  db: Db,
  ids: { variants: string[] } | { products: string[] },
  delivery: Delivery,
): Promise<Record<string, OfferedVariant>> {
  const variants = 'variants' in ids ? ids.variants : []
  const products = 'products' in ids ? ids.products : []
  const rows = await db.$queryRaw<Row[]>`
    select v.id, p.name, v.net_content as "netContent", v.position, p.status = 'published' and v.ended_at is null as "isSold", l.name as village,
      f.hash, f.made_at is not null as "isReady",
      o.id as "cooperativeId", o.short_name as "cooperativeName", o.is_pkp as "cooperativeIsPkp",
      v.width_mm as "widthMm", v.height_mm as "heightMm", v.depth_mm as "depthMm", v.weight_g as "weightG",
      v.stackable, v.storage, v.shelf_life_days as "shelfLifeDays", v.lead_time_days as "leadTimeDays",
      v.units_per_carton as "unitsPerCarton", v.min_cartons as "minCartons",
      v.wholesale_price as "wholesalePrice", v.retail_price as "retailPrice", c.ppn_class as "ppnClass",
      coalesce(s.on_hand, 0) as "onHand",
      ${stockAsJson(delivery.today)} as stock, chain.least_remaining_life_percent as "lifePercent",
      ${termColumns(delivery.chainId, delivery.deliverOn)}
    from variants v
    join retail_chains chain on chain.organisation_id = ${delivery.chainId}
    join products p on p.id = v.product_id
    join producers r on r.id = p.producer_id
    join villages l on l.code = r.village_code
    join categories c on c.slug = p.category_slug
    join organisations o on o.id = v.cooperative_id
    join photos f on f.id = v.front_photo_id
    left join stock_levels s on s.variant_id = v.id
    where v.id = any(${variants}::text[]) or v.product_id = any(${products}::text[])
    order by array_position(${products}::text[], v.product_id), v.position, v.id`
  return Object.fromEntries(rows.map((row) => [row.id, shaped(row, delivery)]))
}

function shaped(
  { hash, isReady, cooperativeId, cooperativeName, cooperativeIsPkp, stock, lifePercent, ...read }: Row,
  { deliverOn, today }: Delivery,
): OfferedVariant {
  const { netContent, position, ...row } = read
  const leastDays = leastDaysLeft(row.shelfLifeDays, lifePercent)
  return {
    ...row,
    ...readTerms(row),
    name: packName(read),
    leastDaysLeft: leastDays,
    free: freePieces(stock, today, keepsFrom(deliverOn, leastDays)),
    photo: { hash, isReady },
    cooperative: { id: cooperativeId, name: cooperativeName, isPkp: cooperativeIsPkp },
  }
}

const trayMost = 30

/** What the tray shows for some words: goods for the fixture's storage first, then others. Only what is sold. */
export async function searchOffered(
  db: Db,
  buyer: RetailMember,
  { words, storage }: { words: string; storage: Storage },
  when: Omit<Delivery, 'chainId'>,
): Promise<OfferedVariant[]> {
  allow(buyer, 'shelf.plan')
  const engine = searchEngine(db)
  const sought = { words: words.slice(0, 100), sort: 'fitting', after: null, limit: trayMost } as const
  const suited = await engine.page({ ...sought, filters: { ...noFilters, storages: [storage] } })
  const any = words.trim() ? await engine.page({ ...sought, filters: noFilters }) : null
  const products = [...new Set([...suited.productIds, ...(any?.productIds ?? [])])].slice(0, trayMost)
  const found = await readOffered(db, { products }, { ...when, chainId: buyer.chainId })
  const isUnsuited = (variant: OfferedVariant) => Number(variant.storage !== storage)
  return Object.values(found)
    .filter(({ isSold }) => isSold)
    .toSorted((a, b) => isUnsuited(a) - isUnsuited(b))
}
