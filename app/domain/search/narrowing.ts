import type { Counts, Filters } from './engine.ts'

type Tree = {
  categories: { slug: string; parentSlug: string | null }[]
  villages: { slug: string; districtSlug: string }[]
}

/**
 * What was chosen without what its own parts narrow: who chose `Keripik buah` does not mean all of `Makanan ringan`, and
 * who chose a village not all of its kecamatan.
 */
export function narrowed<F extends Filters>(filters: F, { categories, villages }: Tree): F {
  const parents = categories.filter(({ slug }) => filters.categories.includes(slug))
  const districts = villages.filter(({ slug }) => filters.villages.includes(slug))
  const without = (chosen: string[], parts: (string | null)[]) =>
    chosen.filter((slug) => !parts.includes(slug))
  return {
    ...filters,
    categories: without(
      filters.categories,
      parents.map(({ parentSlug }) => parentSlug),
    ),
    districts: without(
      filters.districts,
      districts.map(({ districtSlug }) => districtSlug),
    ),
  }
}

/** The same with the villages of each kecamatan instead of it, so that a kecamatan and a village of another one widen. */
export function byVillage<F extends Filters>(filters: F, { villages }: Tree): F {
  if (filters.districts.length === 0) return filters
  const inDistricts = villages.filter(({ districtSlug }) => filters.districts.includes(districtSlug))
  const all = new Set([...filters.villages, ...inDistricts.map(({ slug }) => slug)])
  // A kecamatan that is not there has no villages; it finds nothing rather than everything.
  return all.size === 0 ? filters : { ...filters, villages: [...all], districts: [] }
}

/** Counts in which a kecamatan has what its villages have: a product comes from one village. */
export function withDistricts(counts: Counts, { villages }: Tree): Counts {
  const districts: Counts['districts'] = {}
  for (const { slug, districtSlug } of villages) {
    const count = counts.villages[slug] ?? 0
    if (count > 0) districts[districtSlug] = (districts[districtSlug] ?? 0) + count
  }
  return { ...counts, districts }
}
