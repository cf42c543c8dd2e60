import type { Facet } from '#app/domain/search/engine.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'

/** How each kind of certificate is called. */
export const certificateKeys = {
  halal: 'shop.certificate_halal',
  pirt: 'shop.certificate_pirt',
  bpom_md: 'shop.certificate_bpom_md',
  bpom_na: 'shop.certificate_bpom_na',
  nkv: 'shop.certificate_nkv',
  psat: 'shop.certificate_psat',
  organik: 'shop.certificate_organik',
  nib: 'shop.certificate_nib',
  merek: 'shop.certificate_merek',
} as const satisfies Record<CertificateKind, string>

const words = {
  storages: {
    ambient: 'shop.storage_option_ambient',
    chilled: 'shop.storage_option_chilled',
    frozen: 'shop.storage_option_frozen',
  },
  certificates: certificateKeys,
  prices: {
    'sampai-10rb': 'band.price_to_10',
    '10-25rb': 'band.price_10_25',
    '25-50rb': 'band.price_25_50',
    '50-100rb': 'band.price_50_100',
    'lebih-100rb': 'band.price_from_100',
  },
  cartons: {
    'sampai-12': 'band.carton_to_12',
    '13-24': 'band.carton_13_24',
    '25-48': 'band.carton_25_48',
    'lebih-48': 'band.carton_from_49',
  },
  shelfLives: {
    'sampai-7-hari': 'band.keeps_week',
    '8-30-hari': 'band.keeps_month',
    '1-6-bulan': 'band.keeps_half_year',
    'lebih-6-bulan': 'band.keeps_longer',
  },
  meets: {
    ready: 'filter.meets_ready',
    'ready-souvenir': 'readiness.meets_ready_souvenir',
    licence: 'readiness.meets_licence',
    halal: 'readiness.meets_halal',
    barcode: 'readiness.barcode_met',
    carton: 'readiness.meets_carton',
  },
} as const satisfies Partial<Record<Facet, Record<string, Parameters<typeof t>[0]>>>

type Listed = keyof FilterNames
type Worded = keyof typeof words

/** Every value of a facet with its name, in the order in which it is offered. */
export function namedValues(facet: Facet, names: FilterNames): { slug: string; name: string }[] {
  if (isWorded(facet)) return Object.entries(words[facet]).map(([slug, key]) => ({ slug, name: t(key) }))
  return names[facet]
}

const isWorded = (facet: Listed | Worded): facet is Worded => facet in words

/** How a value of a facet is called; what has no name is called as it is in the address. */
export const valueName = (facet: Facet, slug: string, names: FilterNames): string =>
  namedValues(facet, names).find((one) => one.slug === slug)?.name ?? slug
