import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { catalogueUrl, isPersonal, readChoice } from '#app/routes/search-choice.ts'

const read = (search: string) => readChoice(new URLSearchParams(search))
const nothing = { ...noFilters, words: '', near: null, sort: 'fitting', after: null }

test('an address without parameters asks for everything', () => {
  expect(read('')).toEqual(nothing)
})

test('every choice is read from the address and written back the same', () => {
  const search =
    'q=keripik+apel&jenis=keripik-buah&desa=beji&desa=tulungrejo&simpan=dingin&sertifikat=bpom-md&gerai=batu-kota&kecamatan=bumiaji&harga=10-25rb&minimal-karton=2&dari=5000&sampai=20000&dekat=beji&jarak=10&urut=termurah&setelah=5000~prd_1'
  const choice = read(search)

  expect(choice).toEqual({
    ...nothing,
    words: 'keripik apel',
    districts: ['bumiaji'],
    prices: ['10-25rb'],
    mostMinCartons: 2,
    categories: ['keripik-buah'],
    villages: ['beji', 'tulungrejo'],
    storages: ['chilled'],
    certificates: ['bpom_md'],
    stores: ['batu-kota'],
    fromPrice: 5_000n,
    toPrice: 20_000n,
    near: { place: 'beji', km: 10 },
    sort: 'cheapest',
    after: '5000~prd_1',
  })
  expect(read(catalogueUrl(choice).split('?')[1] ?? '')).toEqual(choice)
})

test.for([
  ['dari=Rp5.000', { fromPrice: 5_000n }],
  ['dari=5.000,00', { fromPrice: 5_000n }],
  ['dari=0', { fromPrice: 0n }],
  ['dari=-1', {}],
  ['dari=lima', {}],
  ['dari=', {}],
  ['dari=9999999999999999999', {}],
  ['sampai=1e5', {}],
  ['urut=acak', {}],
  ['simpan=panas', {}],
  ['simpan=chilled', {}],
  ['sertifikat=palsu&sertifikat=halal', { certificates: ['halal'] }],
  ['desa=../etc&desa=Beji&desa=%00&desa=beji&desa=beji', { villages: ['beji'] }],
  ['q=%20%20apel%20', { words: 'apel' }],
  [`setelah=${'9'.repeat(101)}`, {}],
  ['dekat=beji', { near: { place: 'beji', km: 5 } }],
  ['dekat=beji&jarak=7', { near: { place: 'beji', km: 5 } }],
  ['dekat=beji&jarak=20', { near: { place: 'beji', km: 20 } }],
  ['dekat=-7.8671449,112.5239876&jarak=3', { near: { place: { lat: -7.867, lon: 112.524 }, km: 3 } }],
  ['dekat=0,0', { near: { place: { lat: 0, lon: 0 }, km: 5 } }],
  ['jarak=5', {}],
  ['dekat=', {}],
  ['dekat=-91,112', {}],
  ['dekat=-7,181', {}],
  ['dekat=-7,112,3', {}],
  ['dekat=1e1,2', {}],
  ['dekat=NaN,NaN', {}],
  ['dekat=Desa Beji', {}],
] as const)('what cannot be read is as if it were not there: %s', ([search, found]) => {
  expect(read(search)).toEqual({ ...nothing, ...found })
})

test('whatever is in the address, it is read', () => {
  const name = fc.constantFrom(
    'q',
    'jenis',
    'desa',
    'simpan',
    'sertifikat',
    'gerai',
    'dari',
    'sampai',
    'urut',
    'setelah',
    'dekat',
    'jarak',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), (pairs) => {
      const params = new URLSearchParams()
      for (const [key, value] of pairs) params.append(key, value)
      const choice = readChoice(params)
      expect(choice.words.length).toBeLessThanOrEqual(200)
    }),
  )
})

test('at most forty values of one kind are read', () => {
  expect(read(Array.from({ length: 100 }, (_, i) => `desa=d${i}`).join('&')).villages).toHaveLength(40)
})

test('a choice written into the address is read back as it was', () => {
  const slugs = fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { maxLength: 4 })
    .map((all) => all.toSorted())
  const amount = fc.option(fc.bigInt(0n, 999_999_999_999n))
  const count = fc.option(fc.nat(99_999))
  const km = fc.constantFrom(3, 5, 10, 20)
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1000, max: most * 1000 }).map((n) => n / 1000 + 0)
  const choices = fc.record({
    words: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim().slice(0, 200)),
    categories: slugs,
    villages: slugs,
    districts: slugs,
    cooperatives: slugs,
    storages: fc.subarray(['ambient', 'chilled', 'frozen']),
    certificates: fc.subarray(['bpom_md', 'halal', 'organik']),
    stores: slugs,
    prices: slugs,
    cartons: slugs,
    shelfLives: slugs,
    meets: slugs,
    fromPrice: amount,
    toPrice: amount,
    mostMinCartons: count,
    mostLeadDays: count,
    leastShelfLifeDays: count,
    near: fc.option(
      fc.record({
        place: fc.oneof(fc.constant('beji'), fc.record({ lat: degrees(90), lon: degrees(180) })),
        km,
      }),
    ),
    sort: fc.constantFrom('fitting', 'newest', 'cheapest', 'dearest', 'popular'),
    after: fc.option(fc.stringMatching(/^[a-z0-9~_.-]{1,60}$/)),
  })
  fc.assert(
    fc.property(choices, (choice) => {
      const url = catalogueUrl(choice, '/ritel/katalog')
      expect(url.startsWith('/ritel/katalog')).toBe(true)
      expect(read(url.split('?')[1] ?? '')).toEqual(choice)
      expect(catalogueUrl(read(url.split('?')[1] ?? ''), '/ritel/katalog')).toBe(url)
    }),
  )
})

test('names that every object has are values like any other', () => {
  expect(catalogueUrl(read('desa=constructor&jenis=tostring'))).toBe(
    '/katalog?jenis=tostring&desa=constructor',
  )
})

test('only an address that says where somebody is is personal', () => {
  expect(isPersonal(read('dekat=-7.867,112.524'))).toBe(true)
  expect(isPersonal(read('dekat=beji'))).toBe(false)
  expect(isPersonal(read(''))).toBe(false)
})
