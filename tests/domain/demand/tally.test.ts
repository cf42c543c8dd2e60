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

test('a flood of words takes no more than so much memory', () => {
  const word = (i: number) =>
    `banjir${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) % 26), 97 + ((i / 676) % 26))}`
  for (let i = 0; i < 6_000; i++) {
    countAsked(word(i), '203.0.113.9', '2026-11-26')
    noteFound(word(i), true)
  }
  expect(takeAsked().length).toBeLessThanOrEqual(2_000)
})
