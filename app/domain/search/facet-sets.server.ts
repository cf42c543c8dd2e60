import { createHash } from 'node:crypto'
import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Facet, type Filters, facets, narrowingFacets } from './engine.ts'

const { sql, join } = Prisma

/** What products with the same facets share. */
export type FacetSet = [Facet, string][]

// An id is made from what is in its set, so what was read once stays true in every database.
const known = new Map<bigint, FacetSet>()
const mostKnown = 200_000

/** The facets of a product as they are kept, and the id of that set. */
export function facetSetOf(ofProduct: Record<Facet, string[]>): { id: bigint; facets: string[] } {
  const kept = facets.flatMap((facet) => ofProduct[facet].toSorted().map((slug) => `${facet}:${slug}`))
  const digest = createHash('sha256').update(JSON.stringify(kept)).digest()
  return { id: digest.readBigInt64BE(), facets: kept }
}

/** The sets behind these ids; asks only for those that this process has not seen. */
export async function readFacetSets(db: Db, ids: bigint[]): Promise<Map<bigint, FacetSet>> {
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    if (known.size > mostKnown) known.clear()
    const rows = await db.$queryRaw<{ id: bigint; facets: string[] }[]>`
      select id, facets from search_facet_sets where id = any(${unknown}::bigint[])`
    for (const row of rows) known.set(row.id, row.facets.map(split))
  }
  return known
}

/** The sets that meet every facet that is filtered by; null when none is. */
export async function listFittingSets(db: Db, filters: Filters): Promise<bigint[] | null> {
  const conditions = facets
    .filter((facet) => filters[facet].length > 0)
    .map((facet) => {
      const sought = filters[facet].map((slug) => `${facet}:${slug}`)
      return narrowingFacets.includes(facet)
        ? sql`facets @> ${sought}::text[]`
        : sql`facets && ${sought}::text[]`
    })
  if (conditions.length === 0) return null
  const rows = await db.$queryRaw<{ id: bigint }[]>`
    select id from search_facet_sets where ${join(conditions, ' and ')}`
  return rows.map(({ id }) => id)
}

function split(kept: string): [Facet, string] {
  const at = kept.indexOf(':')
  return [kept.slice(0, at) as Facet, kept.slice(at + 1)]
}
