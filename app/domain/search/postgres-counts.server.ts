import { Prisma } from '#app/generated/prisma/client.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { textOf } from './documents.server.ts'
import { type Counts, type Facet, type Filters, facets, narrowingFacets, noCounts } from './engine.ts'

const { sql, join, empty } = Prisma

type Condition = { kind: Facet | 'price' | 'bound'; holds: Prisma.Sql }

/** What the filters ask of a row of search_documents. */
export function conditionsOf(filters: Filters): Condition[] {
  const bounds = [
    { kind: 'price', holds: sql`price >= ${filters.fromPrice}`, value: filters.fromPrice },
    { kind: 'price', holds: sql`price <= ${filters.toPrice}`, value: filters.toPrice },
    { kind: 'bound', holds: sql`min_cartons <= ${filters.mostMinCartons}`, value: filters.mostMinCartons },
    { kind: 'bound', holds: sql`lead_time_days <= ${filters.mostLeadDays}`, value: filters.mostLeadDays },
    {
      kind: 'bound',
      holds: sql`shelf_life_days >= ${filters.leastShelfLifeDays}`,
      value: filters.leastShelfLifeDays,
    },
  ] as const
  return [
    ...facets
      .filter((facet) => filters[facet].length > 0)
      .map((facet) => {
        const sought = filters[facet].map((slug) => `${facet}:${slug}`)
        const holds = narrowingFacets.includes(facet)
          ? sql`facets @> ${sought}::text[]`
          : sql`facets && ${sought}::text[]`
        return { kind: facet, holds }
      }),
    ...bounds.filter(({ value }) => value !== null),
  ]
}

/** How many products there are of each kind, kept until something public changes: counting reads every match. */
export const countProducts = (db: Db, tsquery: string, filters: Filters): Promise<Counts> =>
  remember(`counts ${tsquery} ${textOf(filters)}`, () => count(db, tsquery, filters))

/**
 * A product that fails no filter counts everywhere; one that fails those of one kind counts for that kind only; one
 * that fails two kinds nowhere.
 */
async function count(db: Db, tsquery: string, filters: Filters): Promise<Counts> {
  const conditions = conditionsOf(filters)
  const kinds = [...new Set(conditions.map(({ kind }) => kind))]
  const failing = kinds.map((kind) => {
    const all = conditions.filter((one) => one.kind === kind).map(({ holds }) => holds)
    return sql`case when ${join(all, ' and ')} then null else ${kind} end`
  })
  const rows = await db.$queryRaw<{ facet: string; n: bigint | null }[]>`
    with matching as materialized (
      select facets, price, ${failing.length > 0 ? sql`array_remove(array[${join(failing)}]::text[], null)` : sql`'{}'::text[]`} as failing
      from search_documents ${tsquery === '' ? empty : sql`where words @@ to_tsquery('simple', ${tsquery})`}
    ), narrowed as materialized (
      select facets, price, failing[1] as failing from matching where cardinality(failing) <= 1
    )
    select facet, count(*) as n from narrowed, unnest(facets) facet
    where failing is null or starts_with(facet, failing || ':') group by facet
    union all
    select 'total', count(*) from narrowed where failing is null
    union all
    select bound.name, bound.value from (
      select min(price), max(price) from narrowed where failing is null or failing = 'price'
    ) spread(lowest, highest), lateral (values ('cheapest', lowest), ('dearest', highest)) bound(name, value)`
  const counts = noCounts()
  for (const { facet, n } of rows) {
    if (facet === 'total') counts.total = Number(n)
    else if (facet === 'cheapest' || facet === 'dearest') counts[facet] = n
    else {
      const [kind, slug] = facet.split(':') as [Facet, string]
      counts[kind][slug] = Number(n)
    }
  }
  return counts
}
