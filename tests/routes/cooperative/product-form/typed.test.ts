import { expect, test } from 'vitest'
import { contentOfTyped } from '#app/domain/proposals/content.ts'
import { submitProposalForm } from '#app/domain/proposals/rules.ts'
import { readinessOf } from '#app/routes/cooperative/product-form/readiness.ts'
import { packedSummary, sizeSummary, summaryOf } from '#app/routes/cooperative/product-form/summaries.ts'
import {
  errorsOf,
  freshForm,
  isSameTyping,
  pirtText,
  standingOf,
  type Typed,
  typedOf,
} from '#app/routes/cooperative/product-form/typed.ts'

const today = '2026-11-24'
const whole: Typed = {
  proposalId: 'usl_1',
  version: '0',
  producerId: 'pdu_1',
  photoId: 'pic_1',
  name: 'Keripik Tempe',
  categorySlug: 'keripik-tempe',
  netContent: '150 g',
  shelfLifeDays: '120',
  storage: 'ambient',
  pack: 'pouch',
  widthMm: '160',
  heightMm: '240',
  depthMm: '55',
  weightG: '165',
  unitsPerCarton: '30',
  minCartons: '1',
  leadTimeDays: '2',
  wholesalePrice: '7.800',
  retailPrice: '10.500',
  memberPrice: '7.410',
}
const stateOf = (typed: Typed) => {
  const findings = errorsOf(typed, true, today)
  return { drawn: typed, typed, today, photoHash: undefined, findings, shown: {} }
}

test('a draft misses three things, what is to be sent everything that is asked for', () => {
  const empty = { proposalId: 'usl_1', version: '0' }
  expect(Object.keys(errorsOf(empty, false, today)).sort()).toEqual(['name', 'producerId', 'retailPrice'])
  expect(Object.keys(errorsOf(empty, true, today))).toHaveLength(18)
  expect(errorsOf(whole, true, today)).toEqual({})
})

test('a further size is told in one line: its code, its prices, and that it ended', () => {
  const size = { ...whole, 'more[0].ownCode': 'KT-400', 'more[0].wholesalePrice': '19.000' }
  expect(sizeSummary(size, 'more[0].')).toBe('KT-400, ke ritel Rp19.000')
  expect(sizeSummary({ ...size, 'more[0].isEnded': 'on' }, 'more[0].')).toContain('tidak dijual lagi')
  expect(sizeSummary(whole, 'more[0].')).toBe('')
  expect(
    packedSummary({ ...size, 'more[0].pack': 'pouch', 'more[0].unitsPerCarton': '12' }, 'more[0].'),
  ).toBe('Pouch, isi 12')
})

test('what one field cannot know is found too', () => {
  const lot = { ...whole, lotQuantity: '10', lotBestBefore: '2027-06-01' }
  expect(errorsOf(lot, false, today).lotBestBefore).toEqual([
    'Produk ini tahan 120 hari, jadi paling lambat 24 Mar 2027.',
  ])
  expect(errorsOf({ ...lot, lotBestBefore: 'besok' }, false, today)).toHaveProperty('lotBestBefore')
  expect(errorsOf({ ...whole, pirtNumber: 'P-IRT 2153579010207-25' }, false, today).pirtNumber).toEqual([
    'P-IRT ini habis pada 2025. Tulis nomor yang baru.',
  ])
})

test('a section is wrong before it is missing, and empty only where it may be', () => {
  const standing = (typed: Typed, section: Parameters<typeof standingOf>[0]) =>
    standingOf(section, typed, errorsOf(typed, true, today))
  expect(standing(freshForm, 'pack')).toMatchObject({ is: 'missing' })
  expect(standing({ ...freshForm, widthMm: '-1' }, 'pack')).toEqual({ is: 'wrong', fields: ['widthMm'] })
  expect(standing(freshForm, 'permit')).toEqual({ is: 'empty' })
  expect(standing(whole, 'price')).toEqual({ is: 'done' })
})

test('two typings that are saved as the same are the same', () => {
  expect(isSameTyping(whole, { ...whole, version: '3', wholesalePrice: 'Rp7.800', photoHash: 'x' })).toBe(
    true,
  )
  expect(isSameTyping(whole, { ...whole, wholesalePrice: '7.900' })).toBe(false)
  expect(isSameTyping({ ...whole, name: '' }, { ...whole, name: '' })).toBe(false)
})

test('what was saved is typed again as it was', () => {
  const parsed = submitProposalForm.parse({ ...whole, version: 0, ...numbers(whole) })
  const again = typedOf(contentOfTyped(parsed))
  expect(isSameTyping(whole, again)).toBe(true)
  expect(again.wholesalePrice).toBe('7.800')
})

test('what is ready, missing, wrong and unusual is said in the order of the form', () => {
  const typed = { ...whole, memberPrice: '7.900', halalNumber: 'ID1', unitsPerCarton: '' }
  expect(readinessOf(stateOf(typed)).map(({ is, key, href }) => [is, key, href])).toEqual([
    ['done', 'product', undefined],
    ['done', 'pack', undefined],
    ['missing', 'carton', '#unitsPerCarton'],
    ['done', 'price', undefined],
    ['wrong', 'halalNumber', '#halalNumber'],
    ['note', 'gtin', undefined],
    ['note', 'warning.member_above_wholesale', undefined],
  ])
})

test('a folded section says what is in it', () => {
  expect(summaryOf('pack', whole)).toBe('Pouch, 160 × 240 × 55 mm, kode toko')
  expect(summaryOf('story', {})).toBe('Boleh dikosongkan dulu')
  expect(summaryOf('price', {})).toBe('Belum diisi')
})

test('a P-IRT number is told in words, and only a whole one', () => {
  expect(pirtText('P-IRT 2153579010207-30')).toBe(
    'Berlaku sampai 2030, kemasan plastik, jenis pangan 15, daerah 3579',
  )
  expect(pirtText('21535790')).toBeNull()
})

const numbers = (typed: Typed) =>
  Object.fromEntries(
    [
      'shelfLifeDays',
      'widthMm',
      'heightMm',
      'depthMm',
      'weightG',
      'unitsPerCarton',
      'minCartons',
      'leadTimeDays',
    ].map((name) => [name, Number(typed[name])]),
  )
