import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFilters } from '#app/domain/search/engine.ts'
import { catalogueUrl, narrowest, readChoice } from '#app/routes/search-choice.ts'

const read = (search: string) => readChoice(new URLSearchParams(search))
const nothing = { ...noFilters, words: '', sort: 'fitting', after: null }

test('an address without parameters asks for everything', () => {
  expect(read('')).toEqual(nothing)
})

test('every choice is read from the address and written back the same', () => {
  const search =
    'q=keripik+apel&jenis=keripik-buah&desa=beji&desa=tulungrejo&simpan=dingin&sertifikat=bpom-md&gerai=batu-kota&kecamatan=bumiaji&harga=10-25rb&minimal-karton=2&dari=5000&sampai=20000&urut=termurah&setelah=5000~prd_1'
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

test('a category gives way to a child that was chosen too', () => {
  const categories = [
    { slug: 'makanan', parentSlug: null },
    { slug: 'keripik', parentSlug: 'makanan' },
    { slug: 'minuman', parentSlug: null },
  ]
  expect(narrowest(['makanan', 'keripik', 'minuman', 'lain'], categories)).toEqual([
    'keripik',
    'minuman',
    'lain',
  ])
  expect(narrowest(['makanan'], categories)).toEqual(['makanan'])
})
