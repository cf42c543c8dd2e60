import { createHash } from 'node:crypto'
import { Prisma } from '#app/generated/prisma/client.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Facet, type Filters, facets, narrowingFacets } from './engine.ts'

const { sql, join } = Prisma

/** What products with the same facets share. */
export type FacetSet = [Facet, string][]

// An id is made from what is in its set, so what was read once stays true in every database.
const known = new Map<bigint, FacetSet>()
const mostKnown = 20_000

/** The facets of a product as they are kept, and the id of that set. */
export function facetSetOf(ofProduct: Record<Facet, string[]>): { id: bigint; facets: string[] } {
  const kept = facets.flatMap((facet) => ofProduct[facet].toSorted().map((slug) => `${facet}:${slug}`))
  const digest = createHash('sha256').update(JSON.stringify(kept)).digest()
  return { id: digest.readBigInt64BE(), facets: kept }
}

/** The sets behind these ids; asks only for those that this process has not seen. */
export async function readFacetSets(db: Db, ids: bigint[]): Promise<Map<bigint, FacetSet>> {
  const found = new Map<bigint, FacetSet>()
  for (const id of ids) {
    const set = known.get(id)
    if (set) found.set(id, set)
  }
  const unknown = ids.filter((id) => !found.has(id))
  if (unknown.length === 0) return found
  const rows = await db.$queryRaw<{ id: bigint; facets: string[] }[]>`
    select id, facets from search_facet_sets where id = any(${unknown}::bigint[])`
  for (const row of rows) {
    const set = row.facets.map(split)
    found.set(row.id, set)
    known.set(row.id, set)
  }
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break
    known.delete(oldest)
  }
  return found
}

/** Held by whoever puts products in, and by nobody while sets are taken away, so that none goes that is just put to use. */
const usingSets = 7_104_013

export const keepSets = (db: Db) => db.$executeRaw`select pg_advisory_xact_lock_shared(${usingSets})`

/** Takes away sets that no product has any more; gives how many. */
export async function removeUnusedSets(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${usingSets})`
    return tx.$executeRaw`
      delete from search_facet_sets s where not exists (select from search_rows r where r.facet_set = s.id)`
  })
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
