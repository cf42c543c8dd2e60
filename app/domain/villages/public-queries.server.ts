import type { VillageKind } from '#app/generated/prisma/client.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type VillageOnMap = {
  slug: string
  name: string
  kind: VillageKind
  district: string
  cityName: string
  lat: number
  lon: number
  producers: number
  products: number
}

/** Every village with how many of its products can be seen, by district and name. */
export function listVillages(db: Db): Promise<VillageOnMap[]> {
  return db.$queryRaw<VillageOnMap[]>`
    select v.slug, v.name, v.kind, v.district, c.name as "cityName", v.lat, v.lon,
      count(distinct pr.id)::int as producers, count(p.id)::int as products
    from villages v
    join cities c on c.code = v.city_code
    left join producers pr on pr.village_code = v.code
    left join products p on p.producer_id = pr.id and p.status = 'published'
    group by v.code, c.name
    order by c.name, v.district, v.name`
}

export type ShownVillage = {
  code: string
  slug: string
  name: string
  kind: VillageKind
  district: string
  cityName: string
  postalCode: string
  lat: number
  lon: number
  cooperatives: { slug: string; name: string }[]
  producers: { slug: string; name: string; products: number }[]
}

/**
 * A village with who makes and who sells there.
 *
 * @throws Refusal `not_found` for a name no village has.
 */
export async function requireVillage(db: Db, slug: string): Promise<ShownVillage> {
  const [village] = await db.$queryRaw<ShownVillage[]>`
    select v.code, v.slug, v.name, v.kind, v.district, c.name as "cityName", v.postal_code as "postalCode", v.lat, v.lon,
      (select coalesce(json_agg(json_build_object('slug', slug, 'name', short_name) order by name), '[]')
        from organisations where village_code = v.code and kind = 'cooperative') as cooperatives,
      (select coalesce(json_agg(json_build_object('slug', pr.slug, 'name', pr.name, 'products', (
          select count(*) from products where producer_id = pr.id and status = 'published')) order by pr.name), '[]')
        from producers pr where pr.village_code = v.code) as producers
    from villages v join cities c on c.code = v.city_code
    where v.slug = ${slug}`
  if (!village) throw notFound()
  return village
}
