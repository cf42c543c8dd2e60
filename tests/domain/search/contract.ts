import { expect, test } from 'vitest'
import { hashOf } from '#app/domain/search/documents.server.ts'
import {
  type Bounds,
  noFilters,
  type ProductDocument,
  type SearchEngine,
  type SearchQuery,
} from '#app/domain/search/engine.ts'

let n = 0

/** Keripik Apel of Tulungrejo, unless the test says otherwise. */
export function aDocument({
  facets = {},
  ...over
}: Partial<Omit<ProductDocument, 'facets'>> & {
  facets?: Partial<ProductDocument['facets']>
} = {}): ProductDocument {
  n++
  return {
    productId: `prd_${String(n).padStart(6, '0')}`,
    facets: {
      categories: ['keripik-buah', 'keripik'],
      villages: ['tulungrejo'],
      districts: ['bumiaji'],
      cooperatives: ['kdmp-tulungrejo'],
      storages: ['ambient'],
      certificates: ['halal', 'pirt'],
      stores: [],
      prices: ['10-25rb'],
      cartons: ['13-24'],
      shelfLives: ['lebih-6-bulan'],
      meets: [],
      ...facets,
    },
    price: 18_000n,
    minCartons: 2,
    leadTimeDays: 3,
    shelfLifeDays: 270,
    popularity: 0,
    codes: [],
    publishedAt: new Date(Date.UTC(2026, 10, 1) + n * 60_000),
    name: 'Keripik Apel Manalagi 100 g',
    origin: 'Kelompok Tani Makmur Desa Tulungrejo Bumiaji KDMP Tulungrejo Keripik buah Fruit crisps',
    story: '',
    ...over,
  }
}

const aQuery = (over: Partial<SearchQuery> = {}): SearchQuery => ({
  words: '',
  filters: noFilters,
  sort: 'fitting',
  after: null,
  limit: 24,
  ...over,
})

/** What every search engine promises. `open` gives one that is empty. */
export function keepsTheSearchContract(open: () => Promise<SearchEngine>): void {
  async function filled(...documents: ProductDocument[]) {
    const engine = await open()
    await engine.put(documents)
    return {
      engine,
      find: (over: Partial<SearchQuery> = {}) => engine.search(aQuery(over)),
      ids: async (words: string) => (await engine.search(aQuery({ words }))).productIds,
    }
  }

  const market = () => ({
    crisps: aDocument(),
    coffee: aDocument({
      name: 'Kopi Arabika Bulukerto Bubuk 200 g',
      origin: 'Kelompok Tani Arjuno Desa Bulukerto KDMP Bulukerto Kopi dan teh',
      facets: { villages: ['bulukerto'], categories: ['kopi-teh', 'minuman'] },
      price: 48_000n,
    }),
    milk: aDocument({
      name: 'Susu Pasteurisasi Murni 1 L',
      origin: 'Kelompok Ternak Brau Desa Gunungsari Gunung Sari KDMP Gunungsari Susu olahan',
      facets: {
        villages: ['gunungsari'],
        categories: ['susu-olahan'],
        storages: ['chilled'],
        certificates: ['bpom_md', 'halal', 'nkv'],
      },
      price: 22_000n,
    }),
    carrots: aDocument({
      name: 'Wortel Segar 500 g',
      origin: 'Kelompok Tani Anjasmoro Desa Sumberbrantas Sumber Brantas KDMP Sumberbrantas Sayur segar',
      facets: {
        villages: ['sumberbrantas'],
        categories: ['sayur-segar', 'segar'],
        storages: ['chilled'],
        certificates: ['psat'],
      },
      price: 9_500n,
      story: 'Dipanen pagi, dicuci air gunung, cocok untuk jus.',
    }),
    strawberries: aDocument({
      name: 'Keripik Stroberi Vacuum Frying 50 g',
      origin: 'Kelompok Wanita Tani Petik Merah Desa Pandanrejo KDMP Pandanrejo Keripik buah',
      facets: { villages: ['pandanrejo'] },
      price: 21_000n,
    }),
  })
  type Name = keyof ReturnType<typeof market>

  test.for([
    ['keripik apel', 'crisps'],
    ['kripik apel', 'crisps'],
    ['KRIPIK APEL 100GR', 'crisps'],
    ['keripik strawberry', 'strawberries'],
    ['strawberry', 'strawberries'],
    ['kopi arabica', 'coffee'],
    ['arjuno', 'coffee'],
    ['susu 1 liter', 'milk'],
    ['susu 1000 ml', 'milk'],
    ['KDMP Gunungsari', 'milk'],
    ['gunung sari', 'milk'],
    ['sumber brantas', 'carrots'],
    ['sumberbrantas', 'carrots'],
    ['desa pandanrejo', 'strawberries'],
    ['petik merah', 'strawberries'],
    ['air gunung', 'carrots'],
    ['sayuran', 'carrots'],
    ['kopi dari bulukerto', 'coffee'],
    ['bulukert', 'coffee'],
    ['sstroberiii', 'strawberries'],
  ] satisfies [string, Name][])('"%s" finds the %s first', async ([words, name]) => {
    const goods = market()
    const { find } = await filled(...Object.values(goods))

    const found = await find({ words })

    expect(found.productIds[0]).toBe(goods[name].productId)
    expect(found.match).toEqual({ kind: 'exactly' })
  })

  test.for([
    ['kripk apel', 'crisps', 'keripik apel'],
    ['keripik aepl', 'crisps', 'keripik apel'],
    ['stropberi', 'strawberries', 'stroberi'],
    ['kopi bulukreto', 'coffee', 'kopi bulukerto'],
    ['wortl', 'carrots', 'wortel'],
    ['susu pasturisasi', 'milk', 'susu pasteurisasi'],
    ['tulungreji', 'crisps', 'tulungrejo'],
  ] satisfies [string, Name, string][])(
    'the typo "%s" still finds the %s, and says so',
    async ([words, name, respelt]) => {
      const goods = market()
      const { find } = await filled(...Object.values(goods))

      const found = await find({ words })

      expect(found.productIds[0]).toBe(goods[name].productId)
      expect(found.match).toEqual({ kind: 'respelt', words: respelt })
      expect(found.counts.total).toBeGreaterThan(0)
    },
  )

  test('a word in the name counts more than the same word in producer, village or story', async () => {
    const inStory = aDocument({ name: 'Sari Apel', story: 'Enak dengan madu.' })
    const inOrigin = aDocument({ name: 'Lilin Lebah', origin: 'Kelompok Madu Arjuno' })
    const inName = aDocument({ name: 'Madu Lereng' })
    const { ids } = await filled(inStory, inName, inOrigin)

    expect(await ids('madu')).toEqual([inName, inOrigin, inStory].map((one) => one.productId))
  })

  test('what a kind is counts more than what else its name says, however popular and new the others are', async () => {
    const carrots = aDocument({
      name: 'Wortel Segar 500 g',
      origin: 'Kelompok Tani Hulu Brantas, Desa Sumberbrantas, KDMP Sumberbrantas, Hasil segar, Sayur segar',
      facets: { categories: ['sayur-segar', 'segar'] },
    })
    const crisps = aDocument({
      name: 'Singkong Balado 200 g',
      origin: 'Dapur Pendem, Keripik sayur',
      facets: { categories: ['keripik-sayur', 'makanan-ringan'] },
      popularity: 90,
    })
    const { ids } = await filled(crisps, carrots)
    expect(await ids('sayuran')).toEqual([carrots.productId, crisps.productId])
    expect(await ids('keripik sayur')).toEqual([crisps.productId])
  })

  test('a place that is named early in the origin makes no dodol an apple', async () => {
    const apples = aDocument({
      name: 'Apel Manalagi Segar 1 kg',
      origin: 'Kelompok Tani Lereng Arjuno, Desa Tulungrejo, Bumiaji, Kota Batu, Buah segar',
    })
    const sweets = aDocument({ name: 'Dodol Apel 250 g', origin: 'Kota Batu, Dodol', popularity: 90 })
    const { ids } = await filled(apples, sweets)
    expect(await ids('apel batu')).toEqual([apples.productId, sweets.productId])
  })

  test('where no product has all the words, those that have some are found, and it is said', async () => {
    const goods = market()
    const { find } = await filled(...Object.values(goods))

    const found = await find({ words: 'kopi wortel' })

    expect(found.match).toEqual({ kind: 'partly' })
    expect(found.productIds.toSorted()).toEqual([goods.coffee.productId, goods.carrots.productId])
  })

  test('words that are near nothing find nothing', async () => {
    const { find } = await filled(...Object.values(market()))

    const found = await find({ words: 'televisi' })

    expect(found).toMatchObject({
      productIds: [],
      next: null,
      match: { kind: 'exactly' },
      counts: { total: 0 },
    })
  })

  test('when the filters leave nothing, the words are not blamed', async () => {
    const { find } = await filled(...Object.values(market()))

    const found = await find({ words: 'kopi', filters: { ...noFilters, villages: ['pandanrejo'] } })

    expect(found).toMatchObject({ productIds: [], match: { kind: 'exactly' }, counts: { total: 0 } })
    expect(found.counts.villages).toEqual({ bulukerto: 1 })
  })

  test.for(['', '   ', '"\'\\:*&|!()<->', '\u0000', '%_', '🍎', 'a'.repeat(5_000), "'; drop table x; --"])(
    'whatever is typed, it is only words: %j',
    async (words) => {
      const { find } = await filled(aDocument())
      await expect(find({ words })).resolves.toMatchObject({ match: { kind: expect.any(String) } })
    },
  )

  test('several villages widen, several certificates narrow, kinds narrow each other', async () => {
    const goods = market()
    const { find } = await filled(...Object.values(goods))
    const total = async (filters: Partial<typeof noFilters>) =>
      (await find({ filters: { ...noFilters, ...filters } })).counts.total

    expect(await total({ villages: ['tulungrejo', 'pandanrejo'] })).toBe(2)
    expect(await total({ certificates: ['halal', 'nkv'] })).toBe(1)
    expect(await total({ categories: ['keripik'] })).toBe(2)
    expect(await total({ categories: ['keripik'], villages: ['pandanrejo'] })).toBe(1)
    expect(await total({ storages: ['chilled'], certificates: ['halal'] })).toBe(1)
    expect(await total({ fromPrice: 20_000n, toPrice: 22_000n })).toBe(2)
    expect(await total({ villages: ['nowhere'] })).toBe(0)
  })

  test('each kind is counted under the other filters, so one village does not hide the others', async () => {
    const { find } = await filled(...Object.values(market()))

    const { counts } = await find({
      filters: { ...noFilters, categories: ['keripik'], villages: ['tulungrejo'] },
    })

    expect(counts).toMatchObject({
      total: 1,
      categories: { 'keripik-buah': 1, keripik: 1 },
      villages: { tulungrejo: 1, pandanrejo: 1 },
      storages: { ambient: 1 },
      certificates: { halal: 1, pirt: 1 },
      stores: {},
      cheapest: 18_000n,
      dearest: 18_000n,
    })
  })

  test('the price range is counted under the other filters only', async () => {
    const { find } = await filled(...Object.values(market()))

    const { counts } = await find({ filters: { ...noFilters, fromPrice: 40_000n, storages: ['ambient'] } })

    expect(counts).toMatchObject({ total: 1, cheapest: 18_000n, dearest: 48_000n })
  })

  test.for([
    [{ mostMinCartons: 3 }, ['few']],
    [{ mostLeadDays: 2 }, ['quick']],
    [{ leastShelfLifeDays: 300 }, ['lasting']],
    [{ mostMinCartons: 5, mostLeadDays: 5 }, ['few', 'quick']],
    [{ fromPrice: 18_000n, toPrice: 18_000n, mostLeadDays: 2 }, ['quick']],
    [{ mostMinCartons: 1 }, []],
  ] satisfies [Partial<Bounds>, string[]][])('bounds are kept to the number: %o', async ([bounds, names]) => {
    const numbers = { minCartons: 5, leadTimeDays: 5, shelfLifeDays: 299 }
    const goods: Record<string, ProductDocument> = {
      few: aDocument({ ...numbers, minCartons: 3 }),
      quick: aDocument({ ...numbers, leadTimeDays: 2 }),
      lasting: aDocument({ ...numbers, minCartons: 6, shelfLifeDays: 300, leadTimeDays: 6 }),
    }
    const { find } = await filled(...Object.values(goods))

    for (const words of ['', 'keripik']) {
      const found = await find({ words, filters: { ...noFilters, ...bounds } })
      expect(found.productIds.toSorted()).toEqual(names.map((name) => goods[name]?.productId))
      expect(found.counts.total).toBe(names.length)
    }
  })

  test('what modern retail asks for narrows, and is counted as if it were not chosen', async () => {
    const half = aDocument({ facets: { meets: ['izin'] } })
    const whole = aDocument({ facets: { meets: ['barcode', 'izin'] } })
    const { find } = await filled(half, whole, aDocument())

    const found = await find({ filters: { ...noFilters, meets: ['izin', 'barcode'] } })

    expect(found.productIds).toEqual([whole.productId])
    expect(found.counts.meets).toEqual({ izin: 2, barcode: 1 })
  })

  test('sorted by demand, what is asked for most is first', async () => {
    const [some, most, none] = [
      aDocument({ popularity: 3 }),
      aDocument({ popularity: 12 }),
      aDocument({ popularity: 0 }),
    ]
    const { find } = await filled(some, most, none)
    const order = [most, some, none].map((one) => one.productId)

    expect((await find({ sort: 'popular' })).productIds).toEqual(order)
    expect((await find({ sort: 'popular', words: 'keripik' })).productIds).toEqual(order)
  })

  test('of what fits alike, what is asked for more comes first, then what is newer', async () => {
    const day = (date: number) => new Date(Date.UTC(2026, 10, date))
    const [old, asked, young] = [
      aDocument({ publishedAt: day(3) }),
      aDocument({ publishedAt: day(1), popularity: 4 }),
      aDocument({ publishedAt: day(9) }),
    ]
    const { ids } = await filled(old, asked, young)

    expect(await ids('keripik')).toEqual([asked, young, old].map((one) => one.productId))
  })

  test('a page without counts is the same page', async () => {
    const { engine } = await filled(...Object.values(market()))

    for (const words of ['', 'keripik', 'kripk apel', 'kopi wortel', 'televisi']) {
      const { counts: _, ...page } = await engine.search(aQuery({ words, limit: 1 }))
      expect(await engine.page(aQuery({ words, limit: 1 }))).toEqual(page)
    }
  })

  test('a product is found by its barcode, and only by the whole of it', async () => {
    const one = aDocument({ codes: ['8991234567896', '2000000000015'] })
    const { ids } = await filled(one, aDocument({ codes: ['8991234567803'] }))

    expect(await ids('8991234567896')).toEqual([one.productId])
    expect(await ids('2000000000015')).toEqual([one.productId])
    expect(await ids('899123456789')).toEqual([])
  })

  test('while somebody types, the last word may be the beginning of a longer one', async () => {
    const goods = market()
    const { engine } = await filled(...Object.values(goods))

    expect((await engine.page(aQuery({ words: 'kopi bu', isTyping: true }))).productIds).toEqual([
      goods.coffee.productId,
    ])
    expect((await engine.page(aQuery({ words: 'wo', isTyping: true }))).productIds).toEqual([
      goods.carrots.productId,
    ])
  })

  test('what a cheaper product is nearly called is not taken for it', async () => {
    const herbs = aDocument({ name: 'Jamu Kunyit Asam', price: 15_000n })
    const guava = aDocument({ name: 'Jambu Kristal', price: 9_000n })
    const { find } = await filled(guava, herbs)

    expect(await find({ words: 'jamu', sort: 'cheapest' })).toMatchObject({
      productIds: [herbs.productId],
      match: { kind: 'exactly' },
      counts: { total: 1, cheapest: 15_000n },
    })
  })

  test('products are found by the store they stand in', async () => {
    const there = aDocument({ facets: { stores: ['batu-kota', 'junrejo'] } })
    const { find } = await filled(there, aDocument())

    const found = await find({ filters: { ...noFilters, stores: ['junrejo'] } })

    expect(found.productIds).toEqual([there.productId])
    expect(found.counts.stores).toEqual({ 'batu-kota': 1, junrejo: 1 })
  })

  test.for(['fitting', 'newest', 'cheapest', 'dearest', 'popular'] as const)(
    'pages sorted %s show everything once, in order, also where prices and moments are equal',
    async (sort) => {
      const documents = Array.from({ length: 23 }, (_, i) =>
        aDocument({
          price: BigInt(10_000 + (i % 3)),
          popularity: i % 2,
          publishedAt: new Date(Date.UTC(2026, 10, 1 + (i % 4))),
        }),
      )
      const { find } = await filled(...documents)

      for (const words of ['', 'keripik']) {
        const whole = await find({ words, sort, limit: 100 })
        const paged: string[] = []
        let after: string | null = null
        do {
          const page = await find({ words, sort, limit: 5, after })
          expect(page.productIds.length).toBeLessThanOrEqual(5)
          paged.push(...page.productIds)
          after = page.next
        } while (after)
        expect(paged).toEqual(whole.productIds)
        expect(new Set(paged).size).toBe(23)
      }
    },
  )

  test('sorted by price, the cheapest or the dearest is first', async () => {
    const goods = market()
    const { find } = await filled(...Object.values(goods))

    expect((await find({ sort: 'cheapest' })).productIds[0]).toBe(goods.carrots.productId)
    expect((await find({ sort: 'dearest' })).productIds[0]).toBe(goods.coffee.productId)
    expect((await find({ sort: 'newest' })).productIds[0]).toBe(goods.strawberries.productId)
    expect((await find({})).productIds[0]).toBe(goods.strawberries.productId)
  })

  test.for(['x', '1', '~', '1~', 'NaN~prd_1', '9'.repeat(40), '\u0000', '1e999~prd_1', "1~'"])(
    'a page mark nobody gave, %j, is the first page',
    async (after) => {
      const { find } = await filled(aDocument())
      for (const sort of ['fitting', 'newest', 'cheapest', 'dearest'] as const)
        for (const words of ['', 'keripik'])
          expect((await find({ words, sort, after })).productIds).toHaveLength(1)
    },
  )

  test('put replaces, remove takes out, and both may be done twice', async () => {
    const one = aDocument()
    const { engine, ids } = await filled(one)

    await engine.put([{ ...one, name: 'Manisan Apel' }])
    await engine.put([{ ...one, name: 'Manisan Apel' }])
    expect(await ids('manisan')).toEqual([one.productId])
    expect(await ids('manalagi')).toEqual([])

    await engine.remove([one.productId, 'prd_nobody'])
    await engine.remove([one.productId])
    expect(await ids('manisan')).toEqual([])
    expect(await engine.kept('', 10)).toEqual([])
  })

  test('what is kept can be listed, piece by piece', async () => {
    const documents = [aDocument(), aDocument(), aDocument()]
    const { engine } = await filled(...documents)
    const [first, second, third] = documents.map((one) => ({ productId: one.productId, hash: hashOf(one) }))

    expect(await engine.kept('', 2)).toEqual([first, second])
    expect(await engine.kept(second?.productId ?? '', 2)).toEqual([third])
  })
}
