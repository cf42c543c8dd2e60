import { facets } from '#app/domain/search/engine.ts'
import type { Nearby } from '#app/domain/search/near.server.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { say } from '#app/messages/say.ts'
import { formatRupiah } from '#app/platform/money.ts'
import type { Choice } from '../search-choice.ts'
import { valueName } from './facet-names.ts'
import { placeName } from './place-name.ts'

/** A filter that is on, and the choice without it. */
export type Chip = { key: string; name: string; without: Choice }

/** Each filter that is on, in the order of the form. */
export function chipsOf(choice: Choice, names: FilterNames, nearby: Nearby | null = null): Chip[] {
  const chip = (key: string, name: string, without: Partial<Choice>): Chip => ({
    key,
    name,
    without: { ...choice, ...without, after: null },
  })
  const { fromPrice, toPrice, near } = choice
  return [
    ...facets.flatMap((facet) =>
      choice[facet].map((slug) => {
        const name = valueName(facet, slug, names)
        return chip(`${facet} ${slug}`, facet === 'districts' ? say({ key: 'shop.district', name }) : name, {
          [facet]: choice[facet].filter((one) => one !== slug),
        })
      }),
    ),
    ...(fromPrice === null && toPrice === null
      ? []
      : [chip('price', priceRange(fromPrice, toPrice), { fromPrice: null, toPrice: null })]),
    ...bounds.flatMap(({ bound, key }) => {
      const count = choice[bound]
      return count === null ? [] : [chip(bound, say({ key, count }), { [bound]: null })]
    }),
    ...(near && nearby
      ? [chip('near', say({ key: 'near.chip', place: placeName(nearby.place), km: near.km }), { near: null })]
      : []),
  ]
}

const bounds = [
  { bound: 'mostMinCartons', key: 'filter.most_min_cartons' },
  { bound: 'mostLeadDays', key: 'filter.most_lead_days' },
  { bound: 'leastShelfLifeDays', key: 'filter.least_shelf_life_days' },
] as const

function priceRange(from: bigint | null, to: bigint | null): string {
  if (to === null) return from === null ? '' : say({ key: 'shop.price_from', price: formatRupiah(from) })
  if (from === null) return say({ key: 'shop.price_to', price: formatRupiah(to) })
  return say({ key: 'shop.price_between', from: formatRupiah(from), to: formatRupiah(to) })
}
