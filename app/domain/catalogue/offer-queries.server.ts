import { standing } from '#app/domain/stores/standing.server.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'

type Named = { slug: string; name: string }

/** Where a product comes from and where it stands, for who reads more than a card shows. */
export type Origin = {
  id: string
  slug: string
  brand: string
  category: Named
  producer: Named
  cooperative: Named
  village: Named & { district: string }
  /** Where it stands today, or will. */
  stores: (Named & { startsOn: Day })[]
}

/** The origins of these products, by slug. Public: no price but the retail one is anywhere near. */
export async function listOrigins(db: Db, slugs: string[], today: Day): Promise<Map<string, Origin>> {
  const rows = await db.$queryRaw<Origin[]>`
    select p.id, p.slug, p.brand,
      json_build_object('slug', c.slug, 'name', c.name_id) as category,
      json_build_object('slug', pr.slug, 'name', pr.name) as producer,
      json_build_object('slug', o.slug, 'name', o.short_name) as cooperative,
      json_build_object('slug', vi.slug, 'name', vi.name, 'district', vi.district) as village,
      (
        select coalesce(json_agg(json_build_object('slug', slug, 'name', name, 'startsOn', starts_on) order by starts_on, name), '[]')
        from (
          select s.slug, s.name, min(greatest(b.starts_on, ${toDate(today)}::date)) as starts_on
          from ${standing(today)} b join variants v on v.id = b.variant_id join stores s on s.id = b.store_id
          where v.product_id = p.id group by s.id
        ) there
      ) as stores
    from products p
    join categories c on c.slug = p.category_slug
    join producers pr on pr.id = p.producer_id
    join villages vi on vi.code = pr.village_code
    join organisations o on o.id = p.cooperative_id
    where p.slug = any(${slugs}::text[]) and p.status = 'published'`
  return new Map(rows.map((row) => [row.slug, row]))
}
