import type { CertificateKind, HalalScope, Processing } from '#app/generated/prisma/enums.ts'

type Category = {
  slug: string
  nameId: string
  nameEn: string
  ppnClass?: 'exempt'
  /** One of these suffices; as the family's where it is left out. */
  licences?: CertificateKind[]
  halalScope?: HalalScope
  /** What is usually done to it; as the family's where it is left out. */
  usualProcessing?: Processing
}
type Family = Category & { children: Category[] }

/**
 * Two levels. Exempt is what PP 49/2022 art. 7 exempts: fresh fruit and vegetables, and milk without anything added.
 *
 * Licences and halal follow domain.md §3: of drinks P-IRT is for powders only, it is not for dairy nor for what is kept
 * frozen; KMA 1360/2021 frees fresh produce and tempe, and coffee, tea, honey and milk to which nothing was added.
 */
export const categories: Family[] = [
  {
    slug: 'makanan-ringan',
    nameId: 'Makanan ringan',
    nameEn: 'Snacks',
    usualProcessing: 'fried',
    licences: ['pirt', 'bpom_md'],
    halalScope: 'food',
    children: [
      { slug: 'keripik-buah', nameId: 'Keripik buah', nameEn: 'Fruit crisps' },
      { slug: 'keripik-sayur', nameId: 'Keripik sayur dan umbi', nameEn: 'Vegetable and root crisps' },
      { slug: 'keripik-tempe', nameId: 'Keripik tempe', nameEn: 'Tempe crisps' },
      {
        slug: 'manisan-dodol',
        nameId: 'Manisan, dodol, dan permen',
        nameEn: 'Sweets',
        usualProcessing: 'cooked',
      },
      { slug: 'roti-kue', nameId: 'Roti dan kue', nameEn: 'Bread and cakes', usualProcessing: 'baked' },
    ],
  },
  {
    slug: 'minuman',
    nameId: 'Minuman',
    nameEn: 'Drinks',
    usualProcessing: 'cooked',
    licences: ['pirt', 'bpom_md'],
    halalScope: 'food',
    children: [
      {
        slug: 'sari-buah',
        nameId: 'Sari buah',
        nameEn: 'Fruit juice',
        usualProcessing: 'pasteurised',
        licences: ['bpom_md'],
      },
      {
        slug: 'kopi-teh',
        nameId: 'Kopi dan teh',
        nameEn: 'Coffee and tea',
        usualProcessing: 'roasted',
        halalScope: 'plain_exempt',
      },
      {
        slug: 'jamu-wedang',
        nameId: 'Jamu dan wedang',
        nameEn: 'Herbal drinks',
        usualProcessing: 'powdered',
      },
    ],
  },
  {
    slug: 'segar',
    nameId: 'Hasil segar',
    nameEn: 'Fresh produce',
    usualProcessing: 'fresh',
    ppnClass: 'exempt',
    licences: ['psat'],
    halalScope: 'exempt',
    children: [
      { slug: 'buah-segar', nameId: 'Buah segar', nameEn: 'Fresh fruit', ppnClass: 'exempt' },
      { slug: 'sayur-segar', nameId: 'Sayur segar', nameEn: 'Fresh vegetables', ppnClass: 'exempt' },
    ],
  },
  {
    slug: 'susu-olahan',
    nameId: 'Susu dan olahannya',
    nameEn: 'Dairy',
    usualProcessing: 'pasteurised',
    licences: ['bpom_md', 'nkv'],
    halalScope: 'food',
    children: [
      { slug: 'susu', nameId: 'Susu', nameEn: 'Milk', ppnClass: 'exempt', halalScope: 'plain_exempt' },
      {
        slug: 'yoghurt-keju',
        nameId: 'Yoghurt dan keju',
        nameEn: 'Yoghurt and cheese',
        usualProcessing: 'fermented',
      },
    ],
  },
  {
    slug: 'dapur',
    nameId: 'Untuk dapur',
    nameEn: 'For the kitchen',
    usualProcessing: 'cooked',
    licences: ['pirt', 'bpom_md'],
    halalScope: 'food',
    children: [
      { slug: 'sambal-bumbu', nameId: 'Sambal, bumbu, dan abon', nameEn: 'Sambal and seasonings' },
      { slug: 'selai-madu', nameId: 'Selai dan madu', nameEn: 'Jam and honey', halalScope: 'plain_exempt' },
      { slug: 'tempe', nameId: 'Tempe', nameEn: 'Tempe', usualProcessing: 'fermented', halalScope: 'exempt' },
      {
        slug: 'makanan-beku',
        nameId: 'Makanan beku',
        nameEn: 'Frozen food',
        usualProcessing: 'frozen',
        licences: ['bpom_md'],
      },
    ],
  },
  {
    slug: 'kerajinan-rumah',
    nameId: 'Kerajinan dan rumah',
    nameEn: 'Crafts and home',
    usualProcessing: 'none',
    licences: [],
    halalScope: 'none',
    children: [
      { slug: 'batik', nameId: 'Batik', nameEn: 'Batik', halalScope: 'textile' },
      { slug: 'kerajinan-kayu', nameId: 'Kerajinan kayu', nameEn: 'Wooden crafts' },
      { slug: 'bunga-tanaman', nameId: 'Bunga dan tanaman', nameEn: 'Flowers and plants' },
      {
        slug: 'perawatan-tubuh',
        nameId: 'Perawatan tubuh',
        nameEn: 'Body care',
        licences: ['bpom_na'],
        halalScope: 'cosmetics',
      },
    ],
  },
]

/** What is usually done to goods of a category, or of the family above it. */
export function usualProcessingOf(slug: string): Processing {
  for (const family of categories) {
    const found = [family, ...family.children].find((category) => category.slug === slug)
    const usual = found?.usualProcessing ?? family.usualProcessing
    if (found && usual) return usual
  }
  throw new Error(`Nobody knows what is done to ${slug}`)
}
