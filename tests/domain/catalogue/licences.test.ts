import { expect, test } from 'vitest'
import { licencesFor } from '#app/domain/catalogue/licences.ts'
import { type ReadinessFacts, readinessOf } from '#app/domain/catalogue/readiness.ts'
import type { CertificateKind, Processing, Storage } from '#app/generated/prisma/enums.ts'
import { settings } from '../../../prisma/seed/settings.ts'

const law = settings.map((one) => ({ ...one, value: Number(one.value) }))
const today = '2026-11-24'

const snacks: CertificateKind[] = ['pirt', 'bpom_md']
const produce: CertificateKind[] = ['psat']
const dairy: CertificateKind[] = ['bpom_md', 'nkv']

test.for([
  ['dried snacks', snacks, 'dried', 'ambient', 'pirt bpom_md'],
  ['fried snacks', snacks, 'fried', 'ambient', 'pirt bpom_md'],
  ['baked', snacks, 'baked', 'ambient', 'pirt bpom_md'],
  ['roasted', snacks, 'roasted', 'ambient', 'pirt bpom_md'],
  ['cooked', snacks, 'cooked', 'ambient', 'pirt bpom_md'],
  ['fermented', snacks, 'fermented', 'ambient', 'pirt bpom_md'],
  ['powdered drinks', snacks, 'powdered', 'ambient', 'pirt bpom_md'],
  ['pasteurised drinks', snacks, 'pasteurised', 'ambient', 'bpom_md'],
  ['sterilised drinks', snacks, 'sterilised', 'ambient', 'bpom_md'],
  ['frozen dumplings', snacks, 'frozen', 'ambient', 'bpom_md'],
  ['what is kept frozen', snacks, 'cooked', 'frozen', 'bpom_md'],
  ['chilled cakes, which are not of animals', snacks, 'baked', 'chilled', 'pirt bpom_md'],
  ['fresh apples', produce, 'fresh', 'ambient', 'psat'],
  ['dried apples under fresh produce', produce, 'dried', 'ambient', 'pirt bpom_md'],
  ['fresh milk', dairy, 'fresh', 'chilled', 'nkv'],
  ['pasteurised milk', dairy, 'pasteurised', 'chilled', 'bpom_md'],
  ['chilled yoghurt', dairy, 'fermented', 'chilled', 'bpom_md'],
  ['crafts', [], 'none', 'ambient', ''],
  ['soap', ['bpom_na'], 'none', 'ambient', 'bpom_na'],
  ['snacks of which nobody said what was done', snacks, null, 'ambient', 'pirt bpom_md'],
] as [string, CertificateKind[], Processing | null, Storage, string][])(
  '%s need the licence of what was done to them',
  ([, licences, processing, storage, kinds]) => {
    expect(licencesFor({ licences, processing, storage }, law, today).kinds.join(' ')).toBe(kinds)
  },
)

test('chilled goods of animals that a P-IRT was given for need a BPOM MD, and the rule is named', () => {
  const licences: CertificateKind[] = ['pirt', 'bpom_md', 'nkv']
  const need = licencesFor({ licences, processing: 'cooked', storage: 'chilled' }, law, today)
  expect(need.kinds).toEqual(['bpom_md'])
  expect(need.notPirt?.key).toBe('pirt.not_for.chilled_animal')
})

const juice: ReadinessFacts = {
  licences: ['pirt', 'bpom_md'],
  halalScope: 'none',
  processing: 'pasteurised',
  certificates: [{ kind: 'pirt', expiresOn: null }],
  pack: 'botol',
  storage: 'ambient',
  shelfLifeDays: 180,
  gtinKind: 'gs1',
  unitsPerCarton: 24,
  retailPrice: 18_000n,
  wholesalePrice: 13_500n,
  hasPhoto: true,
  piecesLeft: 240,
}
const licenceOf = (over: Partial<ReadinessFacts>, rules = law) =>
  readinessOf({ ...juice, ...over }, rules, today)[0]

test('a P-IRT keeps pasteurised juice out, with the rule it rests on', () => {
  expect(licenceOf({})).toMatchObject({
    state: 'missing',
    why: { key: 'readiness.licence_not_pirt', licence: 'BPOM MD' },
    source: expect.stringContaining('pasteurisasi'),
  })
})

test('a rule that was not read in a text warns and keeps nobody out; one that is not in force says nothing', () => {
  const soap: Partial<ReadinessFacts> = { licences: ['bpom_na'], processing: 'none', certificates: [] }
  expect(licenceOf(soap)).toMatchObject({ state: 'advised', source: expect.stringContaining('12/2020') })
  const unread = law.map((rule) => (rule.key === 'pirt.not_for.pasteurised' ? { ...rule, value: 1 } : rule))
  expect(licenceOf({}, unread)?.state).toBe('met')
  const later = law.map((rule) =>
    rule.key === 'pirt.not_for.pasteurised' ? { ...rule, effectiveFrom: '2027-01-01' } : rule,
  )
  expect(licenceOf({}, later)?.state).toBe('met')
})

test('vegetables that keep six days need no PSAT, those that keep seven do', () => {
  const leaves: Partial<ReadinessFacts> = { licences: ['psat'], processing: 'fresh', certificates: [] }
  expect(licenceOf({ ...leaves, shelfLifeDays: 6 })).toMatchObject({
    state: 'not_needed',
    why: { licence: 'PSAT', from: 7 },
  })
  expect(licenceOf({ ...leaves, shelfLifeDays: 7 })?.state).toBe('missing')
})
