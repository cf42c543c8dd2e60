import { expect, test } from 'vitest'
import { soughtWords, wordsOf } from '#app/domain/search/normalise.ts'

test.for([
  ['Kripik apel', 'keripik apel'],
  ['KERIPIK  Apel', 'keripik apel'],
  ['strawberry', 'stroberi'],
  ['Yogurt stroberry', 'yoghurt stroberi'],
  ['kopi arabica', 'kopi arabika'],
  ['sambel brambang', 'sambal bawang'],
  ['pedes', 'pedas'],
  ['coklat', 'cokelat'],
  ['cafés', 'cafes'],
  ['100gr', '100g'],
  ['100 gram', '100g'],
  ['100 G', '100g'],
  ['1 kg', '1000g'],
  ['1,5 kg', '1500g'],
  ['1.000 g', '1000g'],
  ['setengah kilo', '500g'],
  ['1/2 kg', '500g'],
  ['½ kg', '500g'],
  ['2 ons', '200g'],
  ['sekilo', '1000g'],
  ['1 L', '1000ml'],
  ['1 lt', '1000ml'],
  ['1 liter', '1000ml'],
  ['0,25 liter', '250ml'],
  ['250cc', '250ml'],
  ['40 x 120 ml', '40 x 120ml'],
  ['7 cm', '7 cm'],
  ['5 gelas', '5 gelas'],
  ['oleh2', 'oleholeh'],
  ['oleh-oleh', 'oleholeh'],
  ['Oro-Oro Ombo', 'orooro ombo'],
  ['oro oro ombo', 'orooro ombo'],
  ['Sumber Brantas', 'sumber brantas'],
  ["jum'at", 'jumat'],
  ['<script>\u0000\'";--', 'script'],
  ['', ''],
  ['🍎', ''],
] satisfies [string, string][])('%s is read as %s', ([typed, words]) => {
  expect(wordsOf(typed).join(' ')).toBe(words)
})

test.for([
  ['keripik dari desa Beji', ['keripik', 'desa', 'beji']],
  ['keripik kripik keripik', ['keripik']],
  ['susu 1 liter', ['susu', '1000ml']],
  ['yang', ['yang']],
  ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
] as const)('%s is sought as %s', ([typed, words]) => {
  expect(soughtWords(typed)).toEqual(words)
})

test('a text of any length is read in a moment', () => {
  const started = performance.now()
  wordsOf('keripik 1 1/2 kg '.repeat(20_000))
  soughtWords('1'.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(1_000)
})
