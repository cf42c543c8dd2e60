import { type Facet, type Filters, facets, narrowingFacets } from './engine.ts'

export type FilterKind = Facet | 'price' | 'bound'

/** What the filters ask of a document, each of the kind under which it is not counted; see `Counts`. */
export function filtersOf(filters: Filters): { kind: FilterKind; holds: string }[] {
  const bounds = [
    { kind: 'price', name: 'price >=', value: filters.fromPrice },
    { kind: 'price', name: 'price <=', value: filters.toPrice },
    { kind: 'bound', name: 'minCartons <=', value: filters.mostMinCartons },
    { kind: 'bound', name: 'leadTimeDays <=', value: filters.mostLeadDays },
    { kind: 'bound', name: 'shelfLifeDays >=', value: filters.leastShelfLifeDays },
  ] as const
  return [
    ...facets
      .filter((facet) => filters[facet].length > 0)
      .map((facet) => ({ kind: facet, holds: facetFilter(facet, filters[facet]) })),
    ...bounds
      .filter(({ value }) => value !== null)
      .map(({ kind, name, value }) => ({ kind, holds: `${name} ${value}` })),
  ]
}

const facetFilter = (facet: Facet, slugs: string[]): string =>
  narrowingFacets.includes(facet)
    ? slugs.map((slug) => `${facet} = ${quoted(slug)}`).join(' AND ')
    : `${facet} IN [${slugs.map(quoted).join(', ')}]`

/** A text as Meilisearch's filters take it. */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
