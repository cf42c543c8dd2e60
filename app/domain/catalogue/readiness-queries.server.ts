import { allow } from '#app/domain/access/actors.ts'
import { type Proposer, scopeOfProposer } from '#app/domain/proposals/approvers.server.ts'
import type { DatedSetting } from '#app/domain/settings/dated.ts'
import { freeToday } from '#app/domain/stock/stock-queries.server.ts'
import { type CertificateKind, Prisma } from '#app/generated/prisma/client.ts'
import type { Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { holdsOn, type ReadinessFacts, type Requirement, readinessOf } from './readiness.ts'

const { sql } = Prisma

/** What each category asks, of itself or of the nearest one above that says so: `slug`, `licences`, `halal_scope`. */
export const categoryRules = sql`(
  with recursive up as (
    select slug, parent_slug, licences, halal_scope from categories
    union all
    select up.slug, c.parent_slug, coalesce(up.licences, c.licences), coalesce(up.halal_scope, c.halal_scope)
    from up join categories c on c.slug = up.parent_slug
  )
  select slug, licences::text[] as licences, halal_scope::text as halal_scope from up where parent_slug is null)`

/** The numbers of law that readiness is judged by, as JSON. */
export const lawAsJson = sql`(
  select coalesce(json_agg(json_build_object('key', key, 'effectiveFrom', effective_from,
    'value', value, 'source', source)), '[]')
  from dated_settings where key like any('{halal.%,pirt.%,psat.%,licence.%}'))`

/** What is found of one variant: what it has and misses, and which of its certificates hold. */
export type FoundReadiness = { readiness: Requirement[]; certificates: CertificateKind[] }

type Row = Omit<ReadinessFacts, 'certificates'> & {
  id: string
  certificates: ReadinessFacts['certificates']
  law: DatedSetting[]
}

/** What is there and what is missing, of these variants on that day; in one statement. */
export async function listReadiness(
  db: Db,
  variantIds: string[],
  on: Day,
): Promise<Map<string, FoundReadiness>> {
  const rows = await db.$queryRaw<Row[]>`
    select v.id, rule.licences, rule.halal_scope as "halalScope", p.processing, v.pack, v.storage,
      v.shelf_life_days as "shelfLifeDays", v.gtin_kind as "gtinKind", v.units_per_carton as "unitsPerCarton",
      v.retail_price as "retailPrice", v.wholesale_price as "wholesalePrice", true as "hasPhoto",
      ${freeToday(on)} as "piecesLeft", ${lawAsJson} as law,
      (select coalesce(json_agg(json_build_object('kind', kind, 'expiresOn', expires_on) order by kind, id), '[]')
        from held_certificates where product_id = v.product_id) as certificates
    from variants v
    join products p on p.id = v.product_id
    join ${categoryRules} rule on rule.slug = p.category_slug
    where v.id = any(${variantIds}::text[])`
  return new Map(
    rows.map(({ id, law, ...facts }) => [
      id,
      {
        readiness: readinessOf(facts, law, on),
        certificates: [
          ...new Set(facts.certificates.filter((one) => holdsOn(one, on)).map(({ kind }) => kind)),
        ],
      },
    ]),
  )
}

/** The same of one variant, for those who keep its product. Refuses to others; of another's there is nothing. */
export async function getReadiness(
  db: Db,
  officer: Proposer,
  variantId: string,
  on: Day,
): Promise<Requirement[]> {
  allow(officer, 'product.read')
  const own = await db.variant.findFirst({
    where: { id: variantId, product: scopeOfProposer(officer) },
    select: { id: true },
  })
  return own ? ((await listReadiness(db, [own.id], on)).get(own.id)?.readiness ?? []) : []
}
