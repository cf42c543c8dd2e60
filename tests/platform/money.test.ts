import { expect, test } from 'vitest'
import { formatRupiah, fraction, parseRupiah, times } from '#app/platform/money.ts'

test('rupiah are written as people write them', () => {
  expect([0n, 12_500n, -1_000n, 4_795_200_000n].map(formatRupiah)).toEqual([
    'Rp0',
    'Rp12.500',
    '−Rp1.000',
    'Rp4.795.200.000',
  ])
})

test.for([
  'Rp12.500',
  '12500',
  '12.500,00',
  'Rp 12.500,-',
  'rp12.500',
  ' 12 500 ',
  'Rp. 12.500',
  'Rp\u00a012.500',
  '12.500,0',
])('a person writes %s', (text) => {
  expect(parseRupiah(text)).toBe(12_500n)
})

test.for([
  '',
  'dua belas',
  '12.5',
  '12,500',
  '1.2500',
  '-5',
  '12.500,50',
  '1e4',
  'Rp',
  '12.50.000',
  '٣',
  '0x10',
])('"%s" is not read as a price', (text) => {
  expect(parseRupiah(text)).toBeNull()
})

test('parts are rounded half up, quantities are whole', () => {
  expect(fraction(10_000n, 11n, 12n)).toBe(9_167n)
  expect(fraction(1n, 1n, 2n)).toBe(1n)
  expect(() => times(100n, 1.5)).toThrow(RangeError)
})
