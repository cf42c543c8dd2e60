import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Match } from '#app/domain/search/engine.ts'
import { readChoice } from '#app/routes/search-choice.ts'
import { MatchNote } from '#app/routes/storefront/match-note.tsx'

const note = (match: Match, search: string) =>
  renderToStaticMarkup(<MatchNote match={match} choice={readChoice(new URLSearchParams(search))} />)

test('words that were found need no note', () => {
  expect(note({ kind: 'exactly' }, 'q=apel')).toBe('')
  expect(note({ kind: 'exactly' }, '')).toBe('')
})

test('what was taken for what was typed is said', () => {
  const html = note({ kind: 'respelt', words: 'keripik' }, 'q=kripk')
  expect(html).toContain('kripk')
  expect(html).toContain('“keripik”')
})

test('where no product has all the words, each is offered alone, with the filters as they are', () => {
  const html = note({ kind: 'partly' }, 'q=kopi+wortel&desa=beji&setelah=x')
  expect(html).toContain('href="/katalog?q=kopi&amp;desa=beji"')
  expect(html).toContain('href="/katalog?q=wortel&amp;desa=beji"')
})

test('what holds no words at all is not passed off as found', () => {
  expect(note({ kind: 'exactly' }, 'q=%F0%9F%8D%8E')).toContain('🍎')
})
