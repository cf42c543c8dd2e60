import type { Counts, Facet } from '#app/domain/search/engine.ts'
import type { Nearby } from '#app/domain/search/near.server.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { say } from '#app/messages/say.ts'
import { formatDistance } from '#app/platform/distance.ts'
import { type Choice, fieldNames, wordFor } from '../search-choice.ts'
import { namedValues } from './facet-names.ts'

/** A box to tick: what it is called in the address, and how many products it stands for. */
export type Option = {
  field: string
  value: string
  name: string
  /** Said smaller beside the name. */
  note?: string
  count: number
  isChosen: boolean
  parts: Option[]
}

/** What one can filter by: what would find something, and what is chosen. */
export function optionsOf(choice: Choice, names: FilterNames, counts: Counts, nearby: Nearby | null = null) {
  const option = (facet: Facet, { slug, name }: { slug: string; name: string }): Option => ({
    field: fieldNames[facet],
    value: wordFor(slug),
    name,
    count: counts[facet][slug] ?? 0,
    isChosen: choice[facet].includes(slug),
    parts: [],
  })
  const flat = (facet: Facet) =>
    namedValues(facet, names)
      .map((value) => option(facet, value))
      .filter(isOffered)
  const villages = flat('villages')
  const cooperatives = flat('cooperatives').toSorted(byCount)
  return {
    categories: names.categories
      .filter(({ parentSlug }) => !parentSlug)
      .map((root) => ({
        ...option('categories', root),
        parts: names.categories
          .filter(({ parentSlug }) => parentSlug === root.slug)
          .map((part) => option('categories', part))
          .filter(isOffered),
      }))
      .filter(isOffered),
    districts: names.districts
      .map((district) => ({
        ...option('districts', { ...district, name: say({ key: 'shop.district', name: district.name }) }),
        parts: names.villages
          .filter(({ districtSlug }) => districtSlug === district.slug)
          .map((village) => option('villages', village))
          .filter(isOffered)
          .toSorted(byCount),
      }))
      .filter(isOffered),
    // One cooperative in each village: then its village says it already.
    cooperatives:
      cooperatives.length !== villages.length || choice.cooperatives.length > 0 ? cooperatives : [],
    storages: flat('storages'),
    certificates: flat('certificates'),
    stores: nearby ? inReach(flat('stores'), nearby) : flat('stores').toSorted(byCount),
    prices: flat('prices'),
    cartons: flat('cartons'),
    shelfLives: flat('shelfLives'),
    meets: flat('meets'),
  }
}

export type Options = ReturnType<typeof optionsOf>

const isOffered = ({ count, isChosen, parts }: Option) =>
  count > 0 || isChosen || parts.some((part) => part.isChosen)
const byCount = (a: Option, b: Option) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count

/** Those in reach, the nearest first; a chosen one that is not stays to be let go. */
function inReach(options: Option[], { stores }: Nearby): Option[] {
  const far = stores.length
  const rank = ({ value }: Option) => {
    const found = stores.findIndex(({ slug }) => slug === value)
    return found < 0 ? far : found
  }
  return options
    .filter((option) => option.isChosen || rank(option) < far)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((option) => {
      const store = stores[rank(option)]
      return store ? { ...option, note: formatDistance(store.km) } : option
    })
}
