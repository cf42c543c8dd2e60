type Category = { slug: string; nameId: string; nameEn: string; ppnClass?: 'exempt' }
type Family = Category & { children: Category[] }

/** Two levels. Exempt is what PP 49/2022 art. 7 exempts: fresh fruit and vegetables, and milk without anything added. */
export const categories: Family[] = [
  {
    slug: 'makanan-ringan',
    nameId: 'Makanan ringan',
    nameEn: 'Snacks',
    children: [
      { slug: 'keripik-buah', nameId: 'Keripik buah', nameEn: 'Fruit crisps' },
      { slug: 'keripik-sayur', nameId: 'Keripik sayur dan umbi', nameEn: 'Vegetable and root crisps' },
      { slug: 'keripik-tempe', nameId: 'Keripik tempe', nameEn: 'Tempe crisps' },
      { slug: 'manisan-dodol', nameId: 'Manisan, dodol, dan permen', nameEn: 'Sweets' },
      { slug: 'roti-kue', nameId: 'Roti dan kue', nameEn: 'Bread and cakes' },
    ],
  },
  {
    slug: 'minuman',
    nameId: 'Minuman',
    nameEn: 'Drinks',
    children: [
      { slug: 'sari-buah', nameId: 'Sari buah', nameEn: 'Fruit juice' },
      { slug: 'kopi-teh', nameId: 'Kopi dan teh', nameEn: 'Coffee and tea' },
      { slug: 'jamu-wedang', nameId: 'Jamu dan wedang', nameEn: 'Herbal drinks' },
    ],
  },
  {
    slug: 'segar',
    nameId: 'Hasil segar',
    nameEn: 'Fresh produce',
    ppnClass: 'exempt',
    children: [
      { slug: 'buah-segar', nameId: 'Buah segar', nameEn: 'Fresh fruit', ppnClass: 'exempt' },
      { slug: 'sayur-segar', nameId: 'Sayur segar', nameEn: 'Fresh vegetables', ppnClass: 'exempt' },
    ],
  },
  {
    slug: 'susu-olahan',
    nameId: 'Susu dan olahannya',
    nameEn: 'Dairy',
    children: [
      { slug: 'susu', nameId: 'Susu', nameEn: 'Milk', ppnClass: 'exempt' },
      { slug: 'yoghurt-keju', nameId: 'Yoghurt dan keju', nameEn: 'Yoghurt and cheese' },
    ],
  },
  {
    slug: 'dapur',
    nameId: 'Untuk dapur',
    nameEn: 'For the kitchen',
    children: [
      { slug: 'sambal-bumbu', nameId: 'Sambal, bumbu, dan abon', nameEn: 'Sambal and seasonings' },
      { slug: 'selai-madu', nameId: 'Selai dan madu', nameEn: 'Jam and honey' },
      { slug: 'tempe', nameId: 'Tempe', nameEn: 'Tempe' },
      { slug: 'makanan-beku', nameId: 'Makanan beku', nameEn: 'Frozen food' },
    ],
  },
  {
    slug: 'kerajinan-rumah',
    nameId: 'Kerajinan dan rumah',
    nameEn: 'Crafts and home',
    children: [
      { slug: 'batik', nameId: 'Batik', nameEn: 'Batik' },
      { slug: 'kerajinan-kayu', nameId: 'Kerajinan kayu', nameEn: 'Wooden crafts' },
      { slug: 'bunga-tanaman', nameId: 'Bunga dan tanaman', nameEn: 'Flowers and plants' },
      { slug: 'perawatan-tubuh', nameId: 'Perawatan tubuh', nameEn: 'Body care' },
    ],
  },
]
