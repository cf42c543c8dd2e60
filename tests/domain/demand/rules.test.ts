import { expect, test } from 'vitest'
import { countedWords } from '#app/domain/demand/rules.ts'

test.each([
  ['Kripik Apel 100gr', 'keripik apel 100g'],
  ['  keripik   apel 100 gram ', 'keripik apel 100g'],
  ['jual madu murah', 'madu'],
  ['sari apel 1 L', 'sari apel 1000ml'],
])('%j is counted as %j', (typed, words) => {
  expect(countedWords(typed)).toBe(words)
})

test.each([
  'siti@desa.example',
  'siti @ desa',
  '0812 3456 7890',
  '0812-3456-7890 madu',
  '+62 (812) 34 56 78',
  '3579012345670001',
  '35.79.01.23',
  '8991234567895',
  'https://lain.example/x',
  'www.lain.example',
  'a',
  '12',
  '   ',
  '!!!',
  '\u0000',
  'pertanggungjawaban berkesinambungan keanekaragaman ketidakterjangkauan mempertanggungkan',
])('%j is not counted', (typed) => {
  expect(countedWords(typed)).toBeNull()
})
