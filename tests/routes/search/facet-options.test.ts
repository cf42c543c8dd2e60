import { expect, test } from 'vitest'
import { meetSlugs } from '#app/domain/catalogue/readiness.ts'
import { cartonBands, priceBands, shelfLifeBands } from '#app/domain/search/bands.ts'
import { facets, noCounts } from '#app/domain/search/engine.ts'
import type { Nearby } from '#app/domain/search/near.server.ts'
import { chipsOf } from '#app/routes/search/chips.ts'
import { namedValues, valueName } from '#app/routes/search/facet-names.ts'
import { optionsOf } from '#app/routes/search/facet-options.ts'
import { catalogueUrl, certificates, readChoice, storages } from '#app/routes/search-choice.ts'

const read = (search = '') => readChoice(new URLSearchParams(search))
const named = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug.toUpperCase() }))
const names = {
  categories: [
    { slug: 'makanan', name: 'Makanan', parentSlug: null },
    { slug: 'keripik', name: 'Keripik', parentSlug: 'makanan' },
    { slug: 'kue', name: 'Kue', parentSlug: 'makanan' },
    { slug: 'minuman', name: 'Minuman', parentSlug: null },
  ],
  villages: [
    { slug: 'beji', name: 'Beji', districtSlug: 'junrejo' },
    { slug: 'sisir', name: 'Sisir', districtSlug: 'batu' },
    { slug: 'temas', name: 'Temas', districtSlug: 'batu' },
  ],
  districts: [
    { slug: 'batu', name: 'Batu' },
    { slug: 'junrejo', name: 'Junrejo' },
  ],
  cooperatives: named('kdmp-beji', 'kdmp-sisir', 'kdmp-temas'),
  stores: named('jauh', 'dekat', 'lain'),
}
const counts = {
  ...noCounts(),
  total: 5,
  categories: { makanan: 4, keripik: 3, kue: 1 },
  villages: { beji: 1, sisir: 1, temas: 3 },
  districts: { junrejo: 1, batu: 4 },
  cooperatives: { 'kdmp-beji': 1, 'kdmp-sisir': 1, 'kdmp-temas': 3 },
  stores: { jauh: 5, dekat: 2, lain: 1 },
  prices: { '10-25rb': 4, 'lebih-100rb': 1 },
  meets: { ready: 2 },
}
const nearby: Nearby = {
  place: { kind: 'kelurahan', slug: 'sisir', name: 'Sisir', lat: -7.87, lon: 112.52 },
  km: 5,
  stores: [
    { slug: 'dekat', name: 'DEKAT', lat: -7.87, lon: 112.52, km: 0.4 },
    { slug: 'jauh', name: 'JAUH', lat: -7.9, lon: 112.52, km: 3.3 },
  ],
  nearest: null,
}

test('a kecamatan holds its villages and a category its children, the fullest villages first', () => {
  const { categories, districts } = optionsOf(read(), names, counts)

  expect(categories).toMatchObject([
    { value: 'makanan', count: 4, parts: [{ value: 'keripik' }, { value: 'kue' }] },
  ])
  expect(districts).toMatchObject([
    {
      field: 'kecamatan',
      value: 'batu',
      count: 4,
      parts: [
        { field: 'desa', value: 'temas', count: 3 },
        { field: 'desa', value: 'sisir', count: 1 },
      ],
    },
    { value: 'junrejo', parts: [{ value: 'beji' }] },
  ])
})

test('what would find nothing is not offered, unless it is chosen', () => {
  const options = optionsOf(read('jenis=minuman&harga=25-50rb&sertifikat=halal'), names, counts)

  expect(options.categories.map(({ value }) => value)).toEqual(['makanan', 'minuman'])
  expect(options.prices).toMatchObject([
    { value: '10-25rb', isChosen: false },
    { value: '25-50rb', count: 0, isChosen: true },
    { value: 'lebih-100rb', name: 'Di atas Rp100.000' },
  ])
  expect(options.certificates).toMatchObject([{ value: 'halal', count: 0, isChosen: true }])
  expect(options.storages).toEqual([])
})

test('a chosen village is offered though nothing in its kecamatan is found', () => {
  const none = { ...counts, villages: {}, districts: {} }
  expect(optionsOf(read('desa=beji'), names, none).districts).toMatchObject([
    { value: 'junrejo', count: 0, parts: [{ value: 'beji', isChosen: true }] },
  ])
})

test('cooperatives are offered where their villages do not say the same, or where one is chosen', () => {
  expect(optionsOf(read(), names, counts).cooperatives).toEqual([])
  expect(optionsOf(read('koperasi=kdmp-beji'), names, counts).cooperatives).toHaveLength(3)
  const two = { ...counts, cooperatives: { 'kdmp-beji': 1, 'kdmp-temas': 4 } }
  expect(optionsOf(read(), names, two).cooperatives).toMatchObject([
    { value: 'kdmp-temas' },
    { value: 'kdmp-beji' },
  ])
})

test('stores come by how much they have; near a place by distance, and only those in reach', () => {
  const values = (search: string, near: Nearby | null) =>
    optionsOf(read(search), names, counts, near).stores.map(({ value, note }) => [value, note])

  expect(values('', null).map(([value]) => value)).toEqual(['jauh', 'dekat', 'lain'])
  expect(values('', nearby)).toEqual([
    ['dekat', '400\u00a0m'],
    ['jauh', '3,3\u00a0km'],
  ])
  expect(values('gerai=lain', nearby).map(([value]) => value)).toEqual(['dekat', 'jauh', 'lain'])
})

test('each filter is a chip that leads to the same choice without it, from its first page', () => {
  const choice = read(
    'q=apel&jenis=keripik&desa=beji&kecamatan=batu&simpan=dingin&syarat=ready&gerai=hilang&dari=5000&minimal-karton=2&dekat=sisir&setelah=x~1',
  )
  const chips = chipsOf(choice, names, nearby)

  expect(chips.map(({ name }) => name)).toEqual([
    'Keripik',
    'Beji',
    'Kecamatan Batu',
    'Dingin',
    'hilang',
    'Siap ritel',
    'mulai Rp5.000',
    'pesan mulai 2 karton',
    'Dekat Kelurahan Sisir, 5 km',
  ])
  const whole = catalogueUrl({ ...choice, after: null })
  for (const { without } of chips) {
    expect(without.after).toBeNull()
    expect(catalogueUrl(without).length).toBeLessThan(whole.length)
    expect(chipsOf(without, names, nearby)).toHaveLength(chips.length - 1)
  }
  expect(chipsOf(read('q=apel&urut=termurah'), names, null)).toEqual([])
})

test('every value that an engine counts has a name', () => {
  const has = (facet: (typeof facets)[number], slugs: readonly string[]) =>
    expect(namedValues(facet, names).map(({ slug }) => slug)).toEqual(slugs)

  has(
    'prices',
    priceBands.map(({ slug }) => slug),
  )
  has(
    'cartons',
    cartonBands.map(({ slug }) => slug),
  )
  has(
    'shelfLives',
    shelfLifeBands.map(({ slug }) => slug),
  )
  has('storages', storages)
  has('certificates', certificates)
  has('meets', meetSlugs)
  for (const facet of facets) expect(valueName(facet, 'constructor', names)).toBe('constructor')
})
