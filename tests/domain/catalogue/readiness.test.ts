import { expect, test } from 'vitest'
import {
  holdsOn,
  meetsOf,
  missingFor,
  type ReadinessFacts,
  type RequirementSlug,
  readinessOf,
} from '#app/domain/catalogue/readiness.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { say } from '#app/messages/say.ts'
import { settings } from '../../../prisma/seed/settings.ts'

const law = settings.map((one) => ({ ...one, value: Number(one.value) }))
const today = '2026-11-24'

const crisps: ReadinessFacts = {
  licences: ['pirt', 'bpom_md'],
  halalScope: 'food',
  certificates: [
    { kind: 'pirt', expiresOn: '2030-12-31' },
    { kind: 'halal', expiresOn: null },
  ],
  processing: 'fried',
  pack: 'pouch',
  storage: 'ambient',
  shelfLifeDays: 270,
  gtinKind: 'gs1',
  unitsPerCarton: 24,
  retailPrice: 18_000n,
  wholesalePrice: 13_500n,
  hasPhoto: true,
  piecesLeft: 240,
}
const judged = (over: Partial<ReadinessFacts>, on = today) => readinessOf({ ...crisps, ...over }, law, on)
const stateOf = (slug: RequirementSlug, over: Partial<ReadinessFacts>, on = today) =>
  judged(over, on).find((one) => one.slug === slug)?.state
const whyOf = (slug: RequirementSlug, over: Partial<ReadinessFacts>, on = today) => {
  const found = judged(over, on).find((one) => one.slug === slug)
  return found ? say(found.why) : ''
}

test('crisps with P-IRT, halal and a GS1 barcode may go in everywhere', () => {
  expect(judged({}).map(({ state }) => state)).toEqual(Array(7).fill('met'))
  expect(Object.values(missingFor(judged({}))).flat()).toEqual([])
  expect(meetsOf(judged({}))).toEqual(['ready', 'ready-souvenir', 'licence', 'halal', 'barcode', 'carton'])
})

test('an in-store code keeps out of chains and not out of souvenir shops', () => {
  const found = judged({ gtinKind: 'in_store' })
  expect(missingFor(found)).toEqual({
    minimarket: ['barcode'],
    supermarket: ['barcode'],
    hypermarket: ['barcode'],
    department_store: ['barcode'],
    souvenir_shop: [],
  })
  expect(meetsOf(found)).toEqual(['ready-souvenir', 'licence', 'halal', 'carton'])
})

test.for([
  ['before its day halal is announced', 'food', '2026-10-17', 'not_needed', 'Baru wajib mulai 18 Okt 2026.'],
  ['from its day halal is obligatory for food', 'food', '2026-10-18', 'missing', 'Makanan dan minuman wajib'],
  ['fresh produce and tempe are free', 'exempt', today, 'not_needed', 'tidak wajib'],
  ['plain coffee is free, with a warning', 'plain_exempt', today, 'not_needed', 'selama murni'],
  ['plain coffee before the day waits too', 'plain_exempt', '2026-10-17', 'not_needed', 'Baru wajib mulai'],
  ['of cosmetics no date is known', 'cosmetics', today, 'not_needed', 'Belum jelas'],
  ['of textiles no date is known', 'textile', today, 'not_needed', 'Belum jelas'],
  ['wood is not in scope', 'none', today, 'not_needed', 'tidak termasuk'],
  ['a category that nobody filled in does not pass', null, today, 'missing', 'Belum ditentukan'],
] as const)('%s', ([, halalScope, on, state, words]) => {
  expect(stateOf('halal', { halalScope, certificates: [] }, on)).toBe(state)
  expect(whyOf('halal', { halalScope, certificates: [] }, on)).toContain(words)
})

test('a delay of the law is a row: from its day on halal is not obligatory until the next', () => {
  const delayed = [
    ...law,
    { key: 'halal.food', effectiveFrom: '2026-12-01', value: 0 },
    { key: 'halal.food', effectiveFrom: '2027-10-18', value: 1 },
  ]
  const stateOn = (on: string) => readinessOf({ ...crisps, certificates: [] }, delayed, on)[1]?.state
  expect(['2026-11-30', '2026-12-01', '2027-10-17', '2027-10-18'].map(stateOn)).toEqual([
    'missing',
    'not_needed',
    'not_needed',
    'missing',
  ])
})

const licences: [string, Partial<ReadinessFacts>, CertificateKind[], string, string][] = [
  ['BPOM MD does for what P-IRT would do', {}, ['bpom_md'], 'met', 'BPOM MD'],
  ['P-IRT does not for dairy', { licences: ['bpom_md'] }, ['pirt'], 'missing', 'P-IRT tidak berlaku'],
  [
    'P-IRT does not for what is kept frozen',
    { storage: 'frozen' },
    ['pirt'],
    'missing',
    'P-IRT tidak berlaku',
  ],
  ['BPOM MD does for what is kept frozen', { storage: 'frozen' }, ['bpom_md'], 'met', 'BPOM MD'],
  ['six days need no number', { shelfLifeDays: 6 }, [], 'not_needed', 'Tahan 6 hari'],
  ['seven days do', { shelfLifeDays: 7 }, [], 'missing', 'Belum ada P-IRT atau BPOM MD.'],
  [
    'short-lived dairy needs BPOM MD all the same',
    { licences: ['bpom_md'], shelfLifeDays: 3 },
    [],
    'missing',
    'Belum ada BPOM MD',
  ],
  ['fresh produce needs PSAT', { licences: ['psat'], processing: 'fresh' }, [], 'missing', 'PSAT'],
  ['PSAT does for fresh produce', { licences: ['psat'], processing: 'fresh' }, ['psat'], 'met', 'PSAT'],
  ['plants and crafts need none', { licences: [] }, [], 'not_needed', 'tidak memerlukan'],
  [
    'a category that nobody filled in does not pass',
    { licences: null },
    ['pirt'],
    'missing',
    'Belum ditentukan',
  ],
]
test.for(licences)('%s: licence', ([, over, kinds, state, words]) => {
  const certificates = kinds.map((kind) => ({ kind, expiresOn: null }))
  const facts: Partial<ReadinessFacts> = { ...over, certificates }
  expect(stateOf('licence', facts)).toBe(state)
  expect(whyOf('licence', facts)).toContain(words)
})

test('a certificate holds until the day before it expires, and then the list says since when', () => {
  const expiresOn = '2026-12-01'
  expect([holdsOn({ expiresOn }, '2026-11-30'), holdsOn({ expiresOn }, '2026-12-01')]).toEqual([true, false])
  const facts = { certificates: [{ kind: 'pirt', expiresOn } as const] }
  expect(stateOf('licence', facts, '2026-11-30')).toBe('met')
  expect(stateOf('licence', facts, '2026-12-01')).toBe('missing')
  expect(whyOf('licence', facts, '2026-12-01')).toBe('P-IRT habis 1 Des 2026.')
})

test('what is missing says what to do next, in every case', () => {
  const worst = judged({
    certificates: [],
    gtinKind: 'in_store',
    unitsPerCarton: 1,
    wholesalePrice: 18_000n,
    piecesLeft: 0,
    hasPhoto: false,
  })
  expect(worst.map(({ state }) => state)).toEqual(Array(7).fill('missing'))
  expect(worst.filter(({ next }) => next === null).map(({ slug }) => slug)).toEqual(['photo'])
  expect(missingFor(worst).souvenir_shop).toEqual(['licence', 'halal', 'prices', 'photo'])
  expect(meetsOf(worst)).toEqual([])
})

test('a box that is a carton itself needs none', () => {
  expect(stateOf('carton', { unitsPerCarton: 1, pack: 'dus' })).toBe('not_needed')
})
