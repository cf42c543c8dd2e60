import { expect, test } from 'vitest'
import { readingsOf } from '#app/domain/search/readings.ts'

test('every unknown word is replaced, the likeliest first; two words may stand for one', () => {
  const near = new Map([
    ['kripk', [['keripik'], ['keramik']]],
    ['apelbatu', [['apel', 'batu']]],
  ])
  expect(readingsOf(['kripk', 'apelbatu', 'manis'], ['kripk', 'apelbatu'], near)).toEqual([
    ['keripik', 'apel', 'batu', 'manis'],
    ['keramik', 'apel', 'batu', 'manis'],
  ])
})

test('there is no reading where all are known or one is like none, and never more than can be tried', () => {
  expect(readingsOf(['apel'], [], new Map())).toEqual([])
  expect(readingsOf(['apel', 'zzz'], ['zzz'], new Map())).toEqual([])
  const three = [['a'], ['b'], ['c']]
  const words = ['v', 'w', 'x', 'y']
  expect(readingsOf(words, words, new Map(words.map((word) => [word, three])))).toHaveLength(27)
})
