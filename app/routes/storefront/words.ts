import type { ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import type { Place } from '#app/domain/catalogue/public-queries.server.ts'
import type { NearestStore } from '#app/domain/search/near.server.ts'
import type { FoundCard } from '#app/domain/search/search-catalogue.server.ts'
import type { CertificateKind, Storage, StoreClass } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { formatShortDay } from '#app/platform/calendar.ts'
import { formatDistance } from '#app/platform/distance.ts'
import { certificateKeys } from '../search/facet-names.ts'

/** A name whose size stays on one line: `Susu Murni 1 L`, joined by a no-break space. */
export const unbroken = (name: string): string =>
  name
    .replace(/(\d) (?=(?:g|kg|ml|l|cm|lembar|tangkai|pcs)\b)/gi, '$1\u00a0')
    .replace(/\bisi (?=\d)/g, 'isi\u00a0')

/** Where a product is to be had, in one line; near a place, in which store and how far. */
export function whereIs(card: ProductCard | FoundCard): string {
  const { stores, startsOn, isInStock } = card
  if ('nearest' in card && card.nearest) return nearestIs(card.nearest)
  if (stores > 0) return say({ key: 'shop.in_stores', count: stores })
  if (startsOn) return say({ key: 'shop.in_stores_from', day: formatShortDay(startsOn) })
  return t(isInStock ? 'shop.at_cooperative' : 'shop.nowhere')
}

function nearestIs({ name: store, km, isThere, startsOn }: NearestStore): string {
  const distance = formatDistance(km)
  if (isThere) return say({ key: 'near.card', store, distance })
  return say({ key: 'near.card_from', store, distance, day: formatShortDay(startsOn) })
}

/** The same for one product, from the stores where it stands or will. */
export function placesInWords(places: Place[], cooperative: string, isInStock: boolean): string {
  const there = places.filter((place) => place.isThere).length
  const next = places.find((place) => !place.isThere)
  if (there > 0 && next) return say({ key: 'shop.there_and_from', count: there, more: places.length - there })
  if (there > 0) return say({ key: 'shop.there_today', count: there })
  if (next) return say({ key: 'shop.there_from', count: places.length, day: formatShortDay(next.startsOn) })
  return say({ key: isInStock ? 'shop.there_nowhere' : 'shop.there_sold_out', cooperative })
}

const keeps = {
  ambient: 'shop.keeps_ambient',
  chilled: 'shop.keeps_chilled',
  frozen: 'shop.keeps_frozen',
} as const satisfies Record<Storage, string>

/** How to keep it, and how long it then keeps. */
export const keepingOf = (storage: Storage, days: number): string => say({ key: keeps[storage], days })

/** `Desa Beji`, `Kelurahan Temas`. */
export const villageName = ({ kind, name }: { kind: 'desa' | 'kelurahan'; name: string }): string =>
  say({ key: kind === 'desa' ? 'shop.desa' : 'shop.kelurahan', name })

export const certificateName = (kind: CertificateKind): string => t(certificateKeys[kind])

const classes = {
  minimarket: 'shop.class_minimarket',
  supermarket: 'shop.class_supermarket',
  hypermarket: 'shop.class_hypermarket',
  department_store: 'shop.class_department_store',
  souvenir_shop: 'shop.class_souvenir_shop',
} as const satisfies Record<StoreClass, string>

export const className = (storeClass: StoreClass): string => t(classes[storeClass])

const storages = {
  ambient: 'shop.storage_ambient',
  chilled: 'shop.storage_chilled',
  frozen: 'shop.storage_frozen',
} as const satisfies Record<Storage, string>

/** `suhu ruang`, `dingin`, `beku`. */
export const storageName = (storage: Storage): string => t(storages[storage])
