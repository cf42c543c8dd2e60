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
        from producers pr where pr.cooperative_id = o.id and pr.left_at is null) as producers,
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
  /** Whether the producer wrote the story in its own sign-in; otherwise its cooperative did. */
  isOwnStory: boolean
  village: Village
  cooperative: Named
  /** Its photos that are ready to be shown. */
  photos: { hash: string; alt: string }[]
  /** Kinds of goods it says it makes. */
  categories: string[]
  /** Days off that it is in today. */
  closure: { startsOn: Day; endsOn: Day; reason: string } | null
}

/**
 * A producer as everybody may see it: of what its cooperative keeps nothing but what is meant for everybody.
 *
 * @throws Refusal `not_found` for a name no producer has, and for one that has left.
 */
export async function requireProducerProfile(db: Db, slug: string, today: Day): Promise<ProducerProfile> {
  const [profile] = await db.$queryRaw<ProducerProfile[]>`
    select pr.id, pr.slug, pr.name, pr.story,
      json_build_object('slug', v.slug, 'name', v.name, 'kind', v.kind, 'district', v.district) as village,
      json_build_object('slug', o.slug, 'name', o.short_name) as cooperative,
      coalesce((
        select m.role = 'producer' from producer_acts a join memberships m on m.id = a.by_membership_id
        where a.producer_id = pr.id and 'story' = any(a.fields) order by a.at desc, a.id desc limit 1
      ), false) as "isOwnStory",
      array(select json_build_object('hash', f.hash, 'alt', pf.alt)
        from producer_photos pf join photos f on f.id = pf.photo_id
        where pf.producer_id = pr.id and f.made_at is not null order by pf.position) as photos,
      array(select c.name_id from producer_categories pc join categories c on c.slug = pc.category_slug
        where pc.producer_id = pr.id order by c.position, c.slug) as categories,
      (select json_build_object('startsOn', cl.starts_on, 'endsOn', cl.ends_on, 'reason', cl.reason)
        from producer_closures cl where cl.producer_id = pr.id
        and cl.starts_on <= ${toDate(today)}::date and cl.ends_on > ${toDate(today)}::date) as closure
    from producers pr
    join villages v on v.code = pr.village_code
    join organisations o on o.id = pr.cooperative_id
    where pr.slug = ${slug} and pr.left_at is null`
  if (!profile) throw notFound()
  return profile
}
