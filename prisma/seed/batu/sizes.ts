import type { MemberTerms } from '#app/generated/prisma/enums.ts'
import type { SeedPack } from './products.ts'

type Break = [fromCartons: number, price: bigint]
/** What differs from the product's first pack. */
export type SeedSize = Pick<
  SeedPack,
  'netContent' | 'retailPrice' | 'wholesalePrice' | 'unitsPerCarton' | 'widthMm' | 'heightMm' | 'depthMm'
> & { breaks?: Break[] }

/** Further packs of some products, by name. Estimates, like the first ones. */
export const sizes: Record<string, SeedSize[]> = {
  'Keripik Apel Manalagi 100 g': [
    {
      netContent: '250 g',
      ...{ retailPrice: 41_000n, wholesalePrice: 31_000n, unitsPerCarton: 12 },
      ...{ widthMm: 220, heightMm: 300, depthMm: 80 },
      breaks: [
        [5, 30_000n],
        [20, 28_500n],
      ],
    },
    {
      netContent: '40 g',
      ...{ retailPrice: 8_500n, wholesalePrice: 6_200n, unitsPerCarton: 40 },
      ...{ widthMm: 120, heightMm: 170, depthMm: 45 },
    },
  ],
  'Keripik Kentang Granola Original 150 g': [
    {
      netContent: '75 g',
      ...{ retailPrice: 10_500n, wholesalePrice: 7_700n, unitsPerCarton: 36 },
      ...{ widthMm: 140, heightMm: 200, depthMm: 55 },
    },
  ],
  'Kopi Arabika Bulukerto Bubuk 200 g': [
    {
      netContent: '100 g',
      ...{ retailPrice: 26_000n, wholesalePrice: 19_500n, unitsPerCarton: 30 },
      ...{ widthMm: 80, heightMm: 180, depthMm: 55 },
      breaks: [[10, 18_800n]],
    },
    {
      netContent: '1 kg',
      ...{ retailPrice: 215_000n, wholesalePrice: 165_000n, unitsPerCarton: 6 },
      ...{ widthMm: 150, heightMm: 320, depthMm: 95 },
    },
  ],
  'Madu Lereng Arjuno 350 ml': [
    {
      netContent: '150 ml',
      ...{ retailPrice: 40_000n, wholesalePrice: 31_000n, unitsPerCarton: 24 },
      ...{ widthMm: 52, heightMm: 125, depthMm: 52 },
    },
  ],
  'Selai Stroberi 200 g': [
    {
      netContent: '350 g',
      ...{ retailPrice: 38_000n, wholesalePrice: 28_500n, unitsPerCarton: 12 },
      ...{ widthMm: 82, heightMm: 118, depthMm: 82 },
    },
  ],
  'Sari Apel Botol 250 ml': [
    {
      netContent: '1 L',
      ...{ retailPrice: 27_000n, wholesalePrice: 20_500n, unitsPerCarton: 12 },
      ...{ widthMm: 88, heightMm: 270, depthMm: 88 },
      breaks: [
        [10, 20_000n],
        [40, 19_200n],
      ],
    },
  ],
}

/** Lower prices for more cartons of the first pack, by product. */
export const breaksOfFirst: Record<string, Break[]> = {
  'Keripik Apel Manalagi 100 g': [
    [5, 13_200n],
    [20, 12_700n],
    [50, 12_200n],
  ],
  'Sari Apel Botol 250 ml': [[10, 5_800n]],
  'Keripik Tempe Pedas Daun Jeruk 150 g': [[8, 7_400n]],
}

/** What a piece of the first pack cost before: for so many days until now, by product. */
export const pricesBefore: Record<
  string,
  [daysAgo: number, retail: bigint, wholesale: bigint, member: bigint][]
> = {
  'Keripik Apel Manalagi 100 g': [
    [310, 15_500n, 11_800n, 11_200n],
    [180, 16_500n, 12_500n, 11_900n],
    [95, 17_000n, 13_000n, 12_300n],
    [40, 18_000n, 13_500n, 12_800n],
  ],
  'Sari Apel Botol 250 ml': [
    [260, 7_500n, 5_600n, 5_300n],
    [60, 8_500n, 6_000n, 5_700n],
  ],
}

const onConsignment = new Set([
  'Madu Lereng Arjuno 350 ml',
  'Batik Tulis Motif Tempe 100 x 150 cm',
  'Gantungan Kunci Kayu Apel',
])

/** Whether the member is paid when the cooperative receives the goods, or when they are sold. */
export const memberTermsOf = (name: string): MemberTerms => (onConsignment.has(name) ? 'titipan' : 'bought')

/** What a member can make of a product in a week, where it said so. */
export const weeklyCapacityOf: Record<string, number> = {
  'Keripik Apel Manalagi 100 g': 1_200,
  'Selai Stroberi 200 g': 240,
  'Batik Tulis Motif Tempe 100 x 150 cm': 6,
}
