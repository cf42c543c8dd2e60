import { packName } from '#app/domain/catalogue/pack-name.ts'
import type { Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { OrderedShelf, OrderedVariant } from './lines.ts'
import { readTerms, termColumns, type WithTerms } from './terms-queries.server.ts'

type OrderingChain = { answerHours: number; requires: string[]; leastRemainingLifePercent: number }

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))

/** What can be ordered now of the given variants, with the prices and terms of this moment for a chain and a day. */
export async function readVariants(
  tx: Db,
  ids: string[],
  { chainId, deliverOn }: { chainId: string; deliverOn: Day },
): Promise<Map<string, OrderedVariant>> {
  const rows = await tx.$queryRaw<(WithTerms<OrderedVariant> & { netContent: string; position: number })[]>`
      select v.id, p.name, v.net_content as "netContent", v.position, v.cooperative_id as "cooperativeId", o.is_pkp as "cooperativeIsPkp",
        v.width_mm as "widthMm", v.height_mm as "heightMm", v.depth_mm as "depthMm", v.weight_g as "weightG",
        v.stackable, v.storage, v.units_per_carton as "unitsPerCarton", v.min_cartons as "minCartons",
        v.wholesale_price as "wholesalePrice", v.retail_price as "retailPrice",
        v.member_price as "memberPrice", v.member_terms as "memberTerms",
        v.shelf_life_days as "shelfLifeDays", c.ppn_class as "ppnClass", ${termColumns(chainId, deliverOn)}
      from variants v
      join products p on p.id = v.product_id and p.status = 'published'
      join categories c on c.slug = p.category_slug
      join organisations o on o.id = v.cooperative_id
      where v.id = any(${ids}::text[]) and v.ended_at is null`
  return byId(rows.map((row) => ({ ...row, ...readTerms(row), name: packName(row) })))
}

/** The chain's own shelves among the given ones, with what stands on them in the period. */
export async function readShelves(
  tx: Db,
  chainId: string,
  ids: string[],
  { startsOn, endsOn }: { startsOn: Date; endsOn: Date },
): Promise<Map<string, OrderedShelf>> {
  return byId(
    await tx.$queryRaw<OrderedShelf[]>`
      select s.id, f.store_id as "storeId", s.level, s.width_mm as "widthMm", s.height_mm as "heightMm",
        s.depth_mm as "depthMm", s.max_load_g as "maxLoadG", f.storage,
        coalesce((
          select sum(b.facings * b.stack * (s.depth_mm / b.pack_depth_mm) * v.weight_g)
          from shelf_bookings b join variants v on v.id = b.variant_id
          where b.shelf_id = s.id and b.released_at is null
            and daterange(b.starts_on, b.ends_on) && daterange(${startsOn}::date, ${endsOn}::date)
        ), 0)::int as "loadG"
      from shelves s join fixtures f on f.id = s.fixture_id
      where s.chain_id = ${chainId} and s.id = any(${ids}::text[])`,
  )
}

/** What the chain has agreed about answers, and what it requires of goods and of their remaining life. */
export function readChain(tx: Db, chainId: string): Promise<OrderingChain> {
  return tx.retailChain.findUniqueOrThrow({
    where: { organisationId: chainId },
    select: { answerHours: true, requires: true, leastRemainingLifePercent: true },
  })
}
