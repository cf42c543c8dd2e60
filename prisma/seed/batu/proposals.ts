import type { SeedPack } from './products.ts'

export type SeedProposal = {
  village: string
  producer: string
  /** Of the day before the seeding. */
  hour: number
  product: SeedPack & { story: string; category: string }
  /** A draft has only what a draft needs. */
  isDraft?: boolean
}

/** What is drafted, and what waits: for the manager in Tulungrejo, for the operator where one officer does it all. */
export const proposals: SeedProposal[] = [
  {
    village: 'Tulungrejo',
    producer: 'Kelompok Keripik Manalagi',
    hour: 16,
    isDraft: true,
    product: {
      name: 'Keripik Apel Pedas 80 g',
      range: 'keripik_buah',
      category: 'keripik-buah',
      story: '',
      pack: 'pouch',
      netContent: '80 g',
      storage: 'ambient',
      retailPrice: 17_000n,
      wholesalePrice: 12_500n,
      unitsPerCarton: 24,
      shelfLifeDays: 270,
      widthMm: 150,
      heightMm: 215,
      depthMm: 55,
    },
  },
  {
    village: 'Tulungrejo',
    producer: 'Kelompok Tani Lereng Arjuno',
    hour: 10,
    product: {
      name: 'Sari Apel Manalagi Botol 250 ml',
      range: 'minuman_sari_buah',
      category: 'sari-buah',
      story: 'Perasan apel manalagi saja, dipanaskan dalam botolnya. Rasanya lebih ringan daripada campuran.',
      pack: 'botol',
      netContent: '250 ml',
      storage: 'ambient',
      retailPrice: 9_500n,
      wholesalePrice: 6_800n,
      unitsPerCarton: 24,
      shelfLifeDays: 180,
      widthMm: 62,
      heightMm: 175,
      depthMm: 62,
    },
  },
  {
    village: 'Pandanrejo',
    producer: 'Kelompok Dapur Stroberi',
    hour: 14,
    product: {
      name: 'Manisan Stroberi Kering 75 g',
      range: 'olahan_buah',
      category: 'manisan-dodol',
      story: 'Stroberi belah dua, direndam gula semalam, lalu dikeringkan. Kenyal dan masih asam.',
      pack: 'pouch',
      netContent: '75 g',
      storage: 'ambient',
      retailPrice: 16_000n,
      wholesalePrice: 11_800n,
      unitsPerCarton: 30,
      shelfLifeDays: 180,
      widthMm: 130,
      heightMm: 190,
      depthMm: 40,
    },
  },
]

/** A price that is to change, and waits: pages and orders keep the old one. */
export const priceChange = { product: 'Keripik Tempe Original 180 g', retailPrice: 10_500n, hour: 11 }
