import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigitOf, inStoreCodeOf, readGtin } from '#app/domain/identifiers/gtin.ts'

test('a GS1 number is read with and without spaces', () => {
  expect(readGtin('8991234567891')).toEqual({ value: '8991234567891' })
  expect(readGtin(' 899 1234 567891 ')).toEqual({ value: '8991234567891' })
})

test('a wrong check digit is refused', () => {
  expect(readGtin('8991234567890')).toEqual({ problem: { key: 'gtin.check_digit' } })
})

test('no other digit in any place passes the check of one that is right', () => {
  const twelve = fc.stringMatching(/^899\d{9}$/)
  fc.assert(
    fc.property(twelve, fc.nat(12), fc.integer({ min: 1, max: 9 }), (start, place, by) => {
      const right = `${start}${checkDigitOf(start)}`
      const wrong = (Number(right[place]) + by) % 10
      const typed = right.slice(0, place) + wrong + right.slice(place + 1)
      expect(readGtin(typed)).toHaveProperty('problem')
    }),
  )
})

test('a number that is too short or too long is told its length', () => {
  expect(readGtin('899123456789')).toEqual({ problem: { key: 'gtin.short', count: 12 } })
  expect(readGtin('18991234567898')).toEqual({ problem: { key: 'gtin.long', count: 14 } })
})

test('letters are refused', () => {
  expect(readGtin('899123456789X')).toEqual({ problem: { key: 'gtin.digits' } })
})

test('a code for use inside one shop is never taken for a GS1 number', () => {
  const prefixes = [...Array.from({ length: 10 }, (_, i) => `2${i}`), '02', '04']
  for (const prefix of prefixes) {
    const twelve = prefix.padEnd(12, '0')
    const read = readGtin(`${twelve}${checkDigitOf(twelve)}`)
    expect(read).toEqual({ problem: { key: 'gtin.in_store', prefix } })
  }
})

test('in-store codes are in the range for one shop, with a check digit', () => {
  expect(inStoreCodeOf(1n)).toBe('2000000000015')
  expect(inStoreCodeOf(9_999_999_999n)).toHaveLength(13)
})
