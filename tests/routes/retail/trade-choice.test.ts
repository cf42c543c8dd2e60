import { expect, test } from 'vitest'
import { carried, readTradeChoice, tradeUrl, withoutFilters } from '#app/routes/retail/trade-choice.ts'

const read = (search: string) => readTradeChoice(new URLSearchParams(search))

test('the rules of the chain hold unless the address says otherwise', () => {
  expect(read('').keepsRules).toBe(true)
  expect(read('aturan=semua').keepsRules).toBe(false)
  expect(read('aturan=apa').keepsRules).toBe(true)
})

test('the address of a choice reads as the same choice', () => {
  const search =
    'q=keripik&desa=beji&desa=pendem&sertifikat=halal&minimal-karton=2&aturan=semua&stok-karton=10&sisa-umur=60'
  expect(tradeUrl(read(search))).toBe(`/ritel/katalog?${search}`)
  expect(tradeUrl(read(''))).toBe('/ritel/katalog')
})

test.for(['abc', '-1', '0', '1.5', '999999', ''])(
  'stock for "%s" cartons is as if it were not asked',
  (text) => {
    expect(read(`stok-karton=${text}&sisa-umur=${text}`)).toMatchObject({
      cartonsInStock: null,
      leastLifePercent: null,
    })
  },
)

test('more than the whole life is not asked, and a shopper’s place to be near is not taken', () => {
  expect(read('sisa-umur=101').leastLifePercent).toBeNull()
  expect(read('dekat=beji').near).toBeNull()
})

test('without filters the words go with them or stay as the form needs it, and the rules stay', () => {
  const choice = read('q=susu&aturan=semua&stok-karton=3&desa=beji')
  expect(tradeUrl(withoutFilters(choice))).toBe('/ritel/katalog?q=susu&aturan=semua')
  expect(carried({ ...choice, words: '' })).toEqual([
    ['desa', 'beji'],
    ['aturan', 'semua'],
    ['stok-karton', '3'],
  ])
})
