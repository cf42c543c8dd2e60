import { type FoundName, type NameKind, nameKinds } from '#app/domain/names/rules.ts'
import type { Suggestions } from '#app/domain/suggestions/suggest.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { packFile } from '#app/ui/pack-image.tsx'
import { catalogueUrl } from '../search-choice.ts'

/** One line of the box: what is read, where it leads, and for a product its picture. */
export type Option = { text: string; note?: string; url: string; image?: string }
export type Group = { label: string; options: Option[] }

/** Suggestions as the box shows them: products first, then who and what else is called so; empty groups are left out. */
export function groupsOf({ match, products, names, popular }: Suggestions): Group[] {
  const groups = [
    {
      label: productLabel(match),
      options: products.map(({ name, slug, villageName, price, photoHash, photoIsReady }) => ({
        text: name,
        note: say({ key: 'search.product_note', village: villageName, price: formatRupiah(price) }),
        url: paths.product(slug),
        image: packFile({ hash: photoHash, isReady: photoIsReady }),
      })),
    },
    ...nameKinds.map((kind) => ({
      label: t(kindNames[kind]),
      options: names.filter((one) => one.kind === kind).map(optionOf),
    })),
    {
      label: t('search.popular'),
      options: popular.map((words) => ({ text: words, url: catalogueUrl({ words }) })),
    },
  ]
  return groups.filter(({ options }) => options.length > 0)
}

function productLabel(match: Suggestions['match']): string {
  if (match.kind === 'respelt') return say({ key: 'search.product_meant', words: match.words })
  return t(match.kind === 'partly' ? 'search.product_near' : 'search.kind_product')
}

export const kindNames = {
  category: 'search.kind_category',
  village: 'search.kind_village',
  cooperative: 'search.kind_cooperative',
  producer: 'search.kind_producer',
  store: 'search.kind_store',
} as const satisfies Record<NameKind, string>

/** Where the page of something with a name is. */
export function pageOf({ kind, slug }: Pick<FoundName, 'kind' | 'slug'>): string {
  return {
    category: () => catalogueUrl({ categories: [slug] }),
    village: () => paths.village(slug),
    cooperative: () => paths.cooperativeProfile(slug),
    producer: () => paths.producerProfile(slug),
    store: () => paths.store(slug),
  }[kind]()
}

function optionOf(found: FoundName): Option {
  const count = formatNumber(found.products)
  const note = found.note
    ? say({ key: 'search.name_note', note: found.note, count })
    : say({ key: 'search.name_count', count })
  return { text: found.name, note, url: pageOf(found) }
}
