import { beforeEach, expect, test } from 'vitest'
import { countAsked, noteFound, takeAsked } from '#app/domain/demand/tally.server.ts'

const today = '2026-11-24'
beforeEach(() => {
  for (let i = 0; i < 4; i++) takeAsked()
})

test('the same words of different people are counted together, of one person once a day', () => {
  countAsked('kripik durian', '203.0.113.1', today)
  countAsked('Keripik  Durian', '203.0.113.2', today)
  countAsked('keripik durian', '203.0.113.2', today)
  noteFound('keripik durian', false)
  expect(takeAsked()).toEqual([{ words: 'keripik durian', times: 2, isFound: false }])
  expect(takeAsked()).toEqual([])

  countAsked('keripik durian', '203.0.113.2', '2026-11-25')
  expect(takeAsked()).toEqual([{ words: 'keripik durian', times: 1, isFound: false }])
})

test('what is still being looked for waits, and what is never answered is forgotten', () => {
  countAsked('teh bunga', '203.0.113.1', today)
  expect(takeAsked()).toEqual([])
  noteFound('teh bunga', true)
  expect(takeAsked()).toEqual([{ words: 'teh bunga', times: 1, isFound: true }])

  countAsked('teh daun', '203.0.113.1', today)
  for (let i = 0; i < 3; i++) expect(takeAsked()).toEqual([])
  noteFound('teh daun', true)
  expect(takeAsked()).toEqual([])
})

const word = (i: number) =>
  `banjir${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) % 26), 97 + ((i / 676) % 26))}`

test('a flood of words takes no more than so much memory', () => {
  for (let i = 0; i < 6_000; i++) {
    countAsked(word(i), `203.0.113.${i % 250}`, '2026-11-26')
    noteFound(word(i), true)
  }
  expect(takeAsked().length).toBeLessThanOrEqual(2_000)
})

test('one address has so many words a day, and leaves the others theirs', () => {
  for (let i = 0; i < 1_000; i++) {
    countAsked(word(i), '203.0.113.9', '2026-11-29')
    noteFound(word(i), true)
  }
  expect(takeAsked()).toHaveLength(200)
  countAsked(word(999), '203.0.113.10', '2026-11-29')
  expect(takeAsked()).toEqual([{ words: word(999), times: 1, isFound: true }])
  countAsked(word(999), '203.0.113.9', '2026-11-30')
  expect(takeAsked()).toEqual([{ words: word(999), times: 1, isFound: true }])
})

test('when too many have asked to tell them apart, nobody is counted twice: counting rests until the next day', () => {
  const day = '2026-11-27'
  countAsked('teh mawar', '203.0.113.1', day)
  noteFound('teh mawar', true)
  for (let i = 0; i < 50_000; i++) countAsked('teh melati', `203.0.${i >> 8}.${i & 255}/banyak`, day)
  takeAsked()
  countAsked('teh mawar', '203.0.113.1', day)
  countAsked('teh mawar', '203.0.113.2', day)
  expect(takeAsked()).not.toContainEqual(expect.objectContaining({ words: 'teh mawar' }))

  countAsked('teh mawar', '203.0.113.1', '2026-11-28')
  expect(takeAsked()).toContainEqual({ words: 'teh mawar', times: 1, isFound: true })
})
