import type { Counts } from '#app/domain/search/engine.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import type { CertificateKind, Storage } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { type Choice, catalogueUrl, certificates, storages, wordFor } from '../search-choice.ts'
import { certificateName } from './words.ts'

type Kind = 'categories' | 'villages' | 'storages' | 'certificates' | 'stores'
export type Option = { value: string; name: string; count: number; isChosen: boolean; children?: Option[] }
export type Chip = { key: string; name: string; without: string }

const storageOptions = {
  ambient: 'shop.storage_option_ambient',
  chilled: 'shop.storage_option_chilled',
  frozen: 'shop.storage_option_frozen',
} as const satisfies Record<Storage, string>

const storageOption = (storage: string): string => t(storageOptions[storage as Storage])

/** What one can filter by: what would find something, and what is chosen. */
export function optionsOf(choice: Choice, names: FilterNames, counts: Counts) {
  const option = (kind: Kind, slug: string, name: string): Option => ({
    value: wordFor(slug),
    name,
    count: counts[kind][slug] ?? 0,
    isChosen: choice[kind].includes(slug),
  })
  const isOffered = ({ count, isChosen }: Option) => count > 0 || isChosen
  const byCount = (a: Option, b: Option) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count
  const { categories, villages, stores } = names
  return {
    categories: categories
      .filter(({ parentSlug }) => !parentSlug)
      .map((parent) => ({
        ...option('categories', parent.slug, parent.name),
        children: categories
          .filter(({ parentSlug }) => parentSlug === parent.slug)
          .map(({ slug, name }) => option('categories', slug, name))
          .filter(isOffered),
      }))
      .filter(isOffered),
    villages: villages
      .map(({ slug, name }) => option('villages', slug, name))
      .filter(isOffered)
      .toSorted(byCount),
    storages: storages
      .map((storage) => option('storages', storage, storageOption(storage)))
      .filter(isOffered),
    certificates: certificates
      .map((kind) => option('certificates', kind, certificateName(kind)))
      .filter(isOffered),
    stores: stores
      .map(({ slug, name }) => option('stores', slug, name))
      .filter(isOffered)
      .toSorted(byCount),
  }
}

/** Each filter that is on, with the address without it. */
export function chipsOf(choice: Choice, names: FilterNames): Chip[] {
  const chips = (kind: Kind, nameOf: (slug: string) => string | undefined): Chip[] =>
    choice[kind].map((slug) => ({
      key: `${kind} ${slug}`,
      name: nameOf(slug) ?? slug,
      without: catalogueUrl({ ...choice, after: null, [kind]: choice[kind].filter((one) => one !== slug) }),
    }))
  const inList = (list: { slug: string; name: string }[]) => (slug: string) =>
    list.find((one) => one.slug === slug)?.name
  const { fromPrice, toPrice } = choice
  return [
    ...chips('categories', inList(names.categories)),
    ...chips('villages', inList(names.villages)),
    ...chips('storages', storageOption),
    ...chips('certificates', (kind) => certificateName(kind as CertificateKind)),
    ...chips('stores', inList(names.stores)),
    ...(fromPrice === null && toPrice === null
      ? []
      : [
          {
            key: 'price',
            name: priceRange(fromPrice, toPrice),
            without: catalogueUrl({ ...choice, after: null, fromPrice: null, toPrice: null }),
          },
        ]),
  ]
}

function priceRange(from: bigint | null, to: bigint | null): string {
  if (to === null) return from === null ? '' : say({ key: 'shop.price_from', price: formatRupiah(from) })
  if (from === null) return say({ key: 'shop.price_to', price: formatRupiah(to) })
  return say({ key: 'shop.price_between', from: formatRupiah(from), to: formatRupiah(to) })
}
