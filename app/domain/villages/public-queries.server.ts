import type { VillageKind } from '#app/generated/prisma/client.ts'
import { notFound } from '#app/platform/refusal.ts'
import { remember } from '#app/platform/remember.server.ts'
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

/** Every village with how many of its products can be seen, by district and name. Kept until something public changes. */
export function listVillages(db: Db): Promise<VillageOnMap[]> {
  return remember(
    'villages',
    () => db.$queryRaw<VillageOnMap[]>`
      with made as (
        select producer_id, count(*) as products from products where status = 'published' group by producer_id
      )
      select v.slug, v.name, v.kind, v.district, c.name as "cityName", v.lat, v.lon,
        count(pr.id)::int as producers, coalesce(sum(made.products), 0)::int as products
      from villages v
      join cities c on c.code = v.city_code
      left join producers pr on pr.village_code = v.code and pr.left_at is null
      left join made on made.producer_id = pr.id
      group by v.code, c.name
      order by c.name, v.district, v.name`,
  )
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
        from producers pr where pr.village_code = v.code and pr.left_at is null) as producers
    from villages v join cities c on c.code = v.city_code
    where v.slug = ${slug}`
  if (!village) throw notFound()
  return village
}
