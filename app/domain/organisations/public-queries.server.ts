import { standing } from '#app/domain/stores/standing.server.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

type Named = { slug: string; name: string }
type Village = Named & { kind: 'desa' | 'kelurahan'; district: string }

export type CooperativeProfile = {
  id: string
  slug: string
  name: string
  shortName: string
  story: string
  village: Village
  producers: (Named & { products: number })[]
  /** Stores where goods of its members stand today. */
  stores: (Named & { products: number })[]
}

/**
 * A cooperative as everybody may see it.
 *
 * @throws Refusal `not_found` for a name no cooperative has.
 */
export async function requireCooperativeProfile(
  db: Db,
  slug: string,
  today: Day,
): Promise<CooperativeProfile> {
  const [profile] = await db.$queryRaw<CooperativeProfile[]>`
    select o.id, o.slug, o.name, o.short_name as "shortName", o.story,
      json_build_object('slug', v.slug, 'name', v.name, 'kind', v.kind, 'district', v.district) as village,
      (select coalesce(json_agg(json_build_object('slug', pr.slug, 'name', pr.name, 'products', (
          select count(*) from products where producer_id = pr.id and status = 'published')) order by pr.name), '[]')
        from producers pr where pr.cooperative_id = o.id) as producers,
      (select coalesce(json_agg(json_build_object('slug', slug, 'name', name, 'products', products)
          order by products desc, name), '[]') from (
        select st.slug, st.name, count(distinct va.product_id) as products
        from ${standing(today)} b
        join variants va on va.id = b.variant_id and va.cooperative_id = o.id
        join stores st on st.id = b.store_id
        where b.starts_on <= ${toDate(today)}::date
        group by st.id
      ) there) as stores
    from organisations o join villages v on v.code = o.village_code
    where o.slug = ${slug} and o.kind = 'cooperative'`
  if (!profile) throw notFound()
  return profile
}

export type ProducerProfile = {
  id: string
  slug: string
  name: string
  story: string
  village: Village
  cooperative: Named
}

/**
 * A producer as everybody may see it.
 *
 * @throws Refusal `not_found` for a name no producer has.
 */
export async function requireProducerProfile(db: Db, slug: string): Promise<ProducerProfile> {
  const [profile] = await db.$queryRaw<ProducerProfile[]>`
    select pr.id, pr.slug, pr.name, pr.story,
      json_build_object('slug', v.slug, 'name', v.name, 'kind', v.kind, 'district', v.district) as village,
      json_build_object('slug', o.slug, 'name', o.short_name) as cooperative
    from producers pr
    join villages v on v.code = pr.village_code
    join organisations o on o.id = pr.cooperative_id
    where pr.slug = ${slug}`
  if (!profile) throw notFound()
  return profile
}
