import type { Db } from '#app/platform/transaction.server.ts'
import { type Counts, type Facet, type Filters, facets, narrowingFacets, noCounts } from './engine.ts'
import { type FacetSet, readFacetSets } from './facet-sets.server.ts'

/** Matches of the words with the same facets, and whether they meet the bounds on price and on the other numbers. */
export type Group = {
  set: bigint
  fitsPrice: boolean
  fitsBounds: boolean
  n: number
  lowest: bigint
  highest: bigint
}

/**
 * What the groups count under these filters.
 *
 * Products that fail no filter count everywhere; those that fail the filters of one kind count for that kind only;
 * those that fail two kinds nowhere.
 */
export async function countGroups(db: Db, groups: Group[], filters: Filters): Promise<Counts> {
  const sets = await readFacetSets(
    db,
    groups.map(({ set }) => set),
  )
  const filtered = facets
    .filter((facet) => filters[facet].length > 0)
    .map((facet) => ({ facet, sought: new Set(filters[facet]) }))
  const counts = noCounts()
  for (const group of groups) {
    const set = sets.get(group.set) ?? []
    const failing = failuresOf(set, group, filtered)
    if (failing.length > 1) continue
    const [only] = failing
    if (!only) counts.total += group.n
    if (!only || only === 'price') widenPrice(counts, group)
    if (only === 'price' || only === 'bounds') continue
    for (const [facet, slug] of set)
      if (!only || only === facet) counts[facet][slug] = (counts[facet][slug] ?? 0) + group.n
  }
  return counts
}

type Filtered = { facet: Facet; sought: Set<string> }[]

function failuresOf(set: FacetSet, { fitsPrice, fitsBounds }: Group, filtered: Filtered) {
  const failing: (Facet | 'price' | 'bounds')[] = []
  if (!fitsPrice) failing.push('price')
  if (!fitsBounds) failing.push('bounds')
  for (const { facet, sought } of filtered) {
    let has = 0
    for (const [kind, slug] of set) if (kind === facet && sought.has(slug)) has++
    if (has < (narrowingFacets.includes(facet) ? sought.size : 1)) failing.push(facet)
  }
  return failing
}

function widenPrice(counts: Counts, { lowest, highest }: Group): void {
  if (counts.cheapest === null || lowest < counts.cheapest) counts.cheapest = lowest
  if (counts.dearest === null || highest > counts.dearest) counts.dearest = highest
}
