import { standing } from '#app/domain/stores/standing.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'

const { sql } = Prisma

/**
 * Everything that has a public name, as it is now: kind, slug, name, note, other ways to call it, products behind it.
 *
 * Who has nothing to show (a producer without a product, an empty kind of goods) has no place in the box.
 */
export const named = (today: Day): Prisma.Sql => sql`(
    with recursive above(leaf, slug) as (
      select slug, slug from categories
      union all
      select a.leaf, c.parent_slug from above a join categories c on c.slug = a.slug where c.parent_slug is not null
    ), published as (
      select p.id, p.category_slug, p.cooperative_id, p.producer_id, pr.village_code
      from products p join producers pr on pr.id = p.producer_id where p.status = 'published'
    ), per_category as (
      select above.slug, count(*)::int as n from published p join above on above.leaf = p.category_slug group by above.slug
    ), per_village as (select village_code, count(*)::int as n from published group by village_code)
    , per_cooperative as (select cooperative_id, count(*)::int as n from published group by cooperative_id)
    , per_producer as (select producer_id, count(*)::int as n from published group by producer_id)
    , per_store as (
      select b.store_id, count(distinct p.id)::int as n
      from ${standing(today)} b join variants v on v.id = b.variant_id join published p on p.id = v.product_id
      where b.starts_on <= ${toDate(today)}::date group by b.store_id
    )
    select 'category' as kind, c.slug, c.name_id as name, coalesce(parent.name_id, '') as note, c.name_en as others,
      per.n as products
    from categories c join per_category per on per.slug = c.slug
    left join categories parent on parent.slug = c.parent_slug
    union all
    select 'village', v.slug, v.name, v.district,
      concat_ws(' ', v.kind, replace(v.name, ' ', ''), array_to_string(v.spellings, ' '), v.district), coalesce(per.n, 0)
    from villages v left join per_village per on per.village_code = v.code
    union all
    select 'cooperative', o.slug, o.short_name, coalesce(v.name, ''), concat_ws(' ', o.name, array_to_string(v.spellings, ' ')),
      coalesce(per.n, 0)
    from organisations o left join villages v on v.code = o.village_code
    left join per_cooperative per on per.cooperative_id = o.id
    where o.kind = 'cooperative'
    union all
    select 'producer', pr.slug, pr.name, v.name, '', per.n
    from producers pr join per_producer per on per.producer_id = pr.id join villages v on v.code = pr.village_code
    union all
    select 'store', s.slug, s.name, o.short_name, concat_ws(' ', o.short_name, o.name), coalesce(per.n, 0)
    from stores s join organisations o on o.id = s.chain_id left join per_store per on per.store_id = s.id
  ) named`
