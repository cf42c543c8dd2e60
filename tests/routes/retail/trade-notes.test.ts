import { expect, test } from 'vitest'
import { leftOutNote, nothingNote } from '#app/routes/retail/trade-notes.ts'

const found = { shown: 0, total: 200, words: '', next: null, isLeftOut: false }

test('a page without products says there are none only when there is no further page', () => {
  expect(nothingNote(found)?.title).toBe('Tidak ada yang cocok.')
  expect(nothingNote({ ...found, words: 'apel' })?.title).toContain('“apel”')
  expect(nothingNote({ ...found, words: 'apel', next: 'x' })).toMatchObject({
    title: 'Belum ada yang cocok sampai di sini.',
    help: expect.stringContaining('Produk berikutnya'),
  })
  expect(nothingNote({ ...found, shown: 1 })).toBeNull()
})

test('whatever left products out, the page says why it shows fewer than it counts', () => {
  expect(leftOutNote(found)).toBeNull()
  expect(leftOutNote({ ...found, shown: 3, isLeftOut: true })).toContain('200')
})
