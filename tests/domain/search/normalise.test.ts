import { expect, test } from 'vitest'
import { soughtWords, wordsOf } from '#app/domain/search/normalise.ts'
import { otherSpellings, spelt } from '#app/domain/search/spellings.ts'
import { apart, same } from './spellings.table.ts'

test.for(same)('%s is read as %s', ([typed, words]) => {
  expect(wordsOf(typed).join(' ')).toBe(words)
})

test.for(apart)('%s and %s stay apart', ([one, other]) => {
  expect(wordsOf(one)).not.toEqual(wordsOf(other))
})

test.for([
  ['keripik dari desa Beji', ['keripik', 'desa', 'beji']],
  ['keripik kripik keripik', ['keripik']],
  ['susu 1 liter', ['susu', '1000ml']],
  ['yang', ['yang']],
  ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ['mau beli sambel yg pedes dong kak', ['sambal', 'pedas']],
  ['oleh2 khas batu murah', ['oleholeh', 'batu']],
  ['kerajinan utk anak', ['kerajinan', 'anak']],
  ['pia isi 8', ['pia', '8']],
] as const)('%s is sought as %s', ([typed, words]) => {
  expect(soughtWords(typed)).toEqual(words)
})

test('every spelling stands for one word, and that word for itself', () => {
  for (const [other, word] of otherSpellings) {
    expect([other, spelt(other)]).toEqual([other, word])
    expect(spelt(word)).toBe(word)
  }
})

test('reading what was read changes nothing, whatever it is', () => {
  // A generator of its own, so that a failure comes again.
  let seed = 20_261_124
  const chance = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const pieces = [
    ...otherSpellings.flat(),
    ...'oe dj tj nya ku an di me pe 1/2 ½ kg gr x 2 - , . 100 oleh oro ² \u0000 é 🍎 % \u2044 ngg ss'.split(
      ' ',
    ),
  ]
  for (let turn = 0; turn < 3_000; turn++) {
    const text = Array.from({ length: 1 + chance(6) }, () => {
      const piece = pieces[chance(pieces.length)] ?? ''
      return piece + ['', ' ', ' ', '-'][chance(4)]
    }).join('')
    const words = wordsOf(text)
    expect([text, wordsOf(words.join(' '))]).toEqual([text, words])
  }
})

test.for([
  'keripik 1 1/2 kg ',
  '1',
  'a',
  'ab ',
  'nya',
  'oe',
  'djtj',
  '1 ',
  '1/',
  '½',
  'x',
  'oleh-oleh ',
  'ﷺ',
  '1.',
])('a text of any length is read in a moment: %j', (piece) => {
  const started = performance.now()
  wordsOf(piece.repeat(20_000))
  soughtWords(piece.repeat(5_000))
  expect(performance.now() - started).toBeLessThan(500)
})
