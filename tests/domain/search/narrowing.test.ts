import { expect, test } from 'vitest'
import { noCounts, noFilters } from '#app/domain/search/engine.ts'
import { byVillage, narrowed, withDistricts } from '#app/domain/search/narrowing.ts'

const names = {
  categories: [
    { slug: 'makanan', parentSlug: null },
    { slug: 'keripik', parentSlug: 'makanan' },
    { slug: 'minuman', parentSlug: null },
  ],
  villages: [
    { slug: 'beji', districtSlug: 'junrejo' },
    { slug: 'torongrejo', districtSlug: 'junrejo' },
    { slug: 'sisir', districtSlug: 'batu' },
  ],
}
const filters = (over: Partial<typeof noFilters>) => ({ ...noFilters, ...over })

test('a category gives way to a child that was chosen too', () => {
  expect(
    narrowed(filters({ categories: ['makanan', 'keripik', 'minuman', 'lain'] }), names).categories,
  ).toEqual(['keripik', 'minuman', 'lain'])
  expect(narrowed(filters({ categories: ['makanan'] }), names).categories).toEqual(['makanan'])
})

test('a kecamatan gives way to a village of its own', () => {
  expect(narrowed(filters({ districts: ['junrejo', 'batu'], villages: ['beji'] }), names)).toMatchObject({
    districts: ['batu'],
    villages: ['beji'],
  })
})

test('a kecamatan is its villages, so that it widens a village of another one', () => {
  expect(byVillage(filters({ districts: ['junrejo'], villages: ['sisir'] }), names)).toMatchObject({
    districts: [],
    villages: ['sisir', 'beji', 'torongrejo'],
  })
})

test('a kecamatan that is not there finds nothing rather than everything', () => {
  expect(byVillage(filters({ districts: ['nowhere'] }), names).districts).toEqual(['nowhere'])
  expect(byVillage(filters({ districts: ['nowhere'], villages: ['beji'] }), names)).toMatchObject({
    districts: [],
    villages: ['beji'],
  })
})

test('a kecamatan has what its villages have', () => {
  const counts = { ...noCounts(), villages: { beji: 2, torongrejo: 3 }, districts: { batu: 9 } }
  expect(withDistricts(counts, names).districts).toEqual({ junrejo: 5 })
})
