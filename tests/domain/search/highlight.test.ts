import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marker, widened } from '#app/domain/search/highlight.ts'
import { soughtWords } from '#app/domain/search/normalise.ts'

/** The text with what is marked in brackets. */
const marked = (words: string, text: string) =>
  marker(soughtWords(words))(text)
    .map((piece) => (piece.isSought ? `[${piece.text}]` : piece.text))
    .join('')

test.for([
  ['keripik apel', 'Keripik Apel Manalagi 100 g', '[Keripik Apel] Manalagi 100 g'],
  ['kripik apel', 'Keripik Apel', '[Keripik Apel]'],
  ['keripik', 'Kripik Singkong', '[Kripik] Singkong'],
  ['strawberry', 'Keripik Stroberi 50 g', 'Keripik [Stroberi] 50 g'],
  ['100gr', 'Keripik Apel 100 g', 'Keripik Apel [100 g]'],
  ['100 g', 'Keripik Apel 100\u00a0g', 'Keripik Apel [100\u00a0g]'],
  ['1 liter', 'Susu Murni 1000 ml', 'Susu Murni [1000 ml]'],
  ['500 g', 'Beras setengah kg', 'Beras [setengah kg]'],
  ['500 g', 'Beras 1/2 kg, baru', 'Beras [1/2 kg], baru'],
  ['500ml', 'Sari 0,5 L', 'Sari [0,5 L]'],
  ['sumberbrantas', 'Sumber Brantas', '[Sumber Brantas]'],
  ['sumber brantas', 'Sumberbrantas', '[Sumberbrantas]'],
  ['sumber brantas', 'Sumber Brantas', '[Sumber Brantas]'],
  ['oro oro ombo', 'Oro-oro Ombo', '[Oro-oro Ombo]'],
  ['oleh2', 'Kios Oleh-oleh Batu', 'Kios [Oleh-oleh] Batu'],
  ['bulukert', 'Desa Bulukerto', 'Desa [Bulukerto]'],
  ['kopi', 'KOPI. Ini kopi; (Kopi)', '[KOPI]. Ini [kopi]; ([Kopi])'],
  ['apel madu', 'Madu dan Apel', '[Madu] dan [Apel]'],
  ['café', 'Cafe Kopi', '[Cafe] Kopi'],
  // by whole words only
  ['apel', 'Kapel Apelmu', 'Kapel [Apelmu]'],
  ['teh', 'Tehnik Putih, teh', 'Tehnik Putih, [teh]'],
  ['api', 'Sapi Kapiten', 'Sapi Kapiten'],
  ['00', '100 g', '100 g'],
  ['g', '100 g', '100 g'],
  ['100', '100 g', '100 g'],
  ['sumberbrantas', 'Sumber. Lalu Brantas', 'Sumber. Lalu Brantas'],
  ['keripik apel', 'Sari Jeruk', 'Sari Jeruk'],
  ['dari apel', 'Sari dari Apel', 'Sari dari [Apel]'],
  ['', 'Keripik Apel', 'Keripik Apel'],
  ['apel', '', ''],
] as const)('"%s" in "%s"', ([words, text, expected]) => {
  expect(marked(words, text)).toBe(expected)
})

test('whatever is sought and written, the pieces are the text again, and no two beside each other are alike', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[a-z0-9 /,.-]*$/),
  )
  fc.assert(
    fc.property(anything, anything, (words, text) => {
      const pieces = marker(soughtWords(words))(text)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const [i, piece] of pieces.entries()) expect(piece.isSought).not.toBe(pieces[i + 1]?.isSought)
    }),
  )
})

test('a sought word is marked wherever it stands between others', () => {
  const word = fc.constantFrom('apel', 'madu', '100 g', 'oro-oro', 'stroberi')
  const other = fc.constantFrom('Batu', 'segar', 'dan', '12', '—')
  fc.assert(
    fc.property(word, fc.array(other), fc.array(other), (sought, before, after) => {
      const pieces = marker(soughtWords(sought))([...before, sought, ...after].join(' '))
      expect(pieces.filter((piece) => piece.isSought).map((piece) => piece.text)).toEqual([sought])
    }),
  )
})

test('what a phrase also means is marked too', () => {
  const synonyms = { 'apel malang': ['apel batu'], susu: ['susu segar'] }
  expect(widened(['keripik', 'apel', 'malang'], synonyms)).toEqual(['keripik', 'apel', 'malang', 'batu'])
  expect(widened(['susu'], synonyms)).toEqual(['susu', 'segar'])
  expect(widened([], synonyms)).toEqual([])
  expect(widened(['tostring', 'constructor'], {})).toEqual(['tostring', 'constructor'])
})
