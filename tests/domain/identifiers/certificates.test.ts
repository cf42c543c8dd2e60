import { expect, test } from 'vitest'
import { readBpomNumber } from '#app/domain/identifiers/bpom.ts'
import { readNaNumber } from '#app/domain/identifiers/bpom-na.ts'
import { readHalalNumber } from '#app/domain/identifiers/halal.ts'
import { partsOfPirt, readPirtNumber } from '#app/domain/identifiers/pirt.ts'
import { readAsPrinted, readMerek, unusual } from '#app/domain/identifiers/unsure.ts'
import { say } from '#app/messages/say.ts'

test('a halal number is read', () => {
  for (const number of ['ID35110017058840424', 'ID35110000145391021'])
    expect(readHalalNumber(number)).toEqual({ value: number })
})

test('a halal number is read in lower case, with spaces, and without its ID', () => {
  expect(readHalalNumber('id 35110 0170588 40424')).toEqual({ value: 'ID35110017058840424' })
  expect(readHalalNumber('35110017058840424')).toEqual({ value: 'ID35110017058840424' })
})

test('a halal number that is one digit short says what is right and what is there', () => {
  const read = readHalalNumber('ID3511001705884042')
  expect('problem' in read && say(read.problem)).toBe(
    'Nomor halal adalah ID dan 17 angka. Ini baru 16 angka.',
  )
})

test('a halal number with a digit too many, a fatwa number and words are refused', () => {
  expect(readHalalNumber('ID351100170588404240')).toEqual({ problem: { key: 'halal.long', count: 18 } })
  expect(readHalalNumber('KH-35110017058840424')).toEqual({ problem: { key: 'halal.fatwa' } })
  expect(readHalalNumber('masih diurus')).toEqual({ problem: { key: 'halal.shape' } })
})

test('a P-IRT number is read however it is written', () => {
  for (const written of ['2153579010207-30', 'P-IRT 2153579010207-30', 'PIRT No. 215357901020730'])
    expect(readPirtNumber(written)).toEqual({ value: '2153579010207-30' })
})

test('the parts of a P-IRT number are told', () => {
  expect(partsOfPirt('2153579010207-30')).toEqual({
    packaging: 2,
    group: '15',
    regency: '3579',
    expiryYear: 2030,
  })
  expect(partsOfPirt('MD 867028042317')).toBeNull()
})

test('a P-IRT number of the wrong length, packaging or food group is refused', () => {
  expect(readPirtNumber('2153579010207')).toEqual({ problem: { key: 'pirt.short', count: 13 } })
  expect(readPirtNumber('2153579010207-301')).toEqual({ problem: { key: 'pirt.long', count: 16 } })
  expect(readPirtNumber('9153579010207-30')).toEqual({ problem: { key: 'pirt.packaging', digit: '9' } })
  expect(readPirtNumber('2163579010207-30')).toEqual({ problem: { key: 'pirt.group', group: '16' } })
  expect(readPirtNumber('2003579010207-30')).toEqual({ problem: { key: 'pirt.group', group: '00' } })
  expect(readPirtNumber('belum ada')).toEqual({ problem: { key: 'pirt.digits' } })
})

test('a BPOM number has 12 digits, or 15', () => {
  expect(readBpomNumber('BPOM RI MD 867028042317')).toEqual({ value: 'MD 867028042317' })
  expect(readBpomNumber('271111000300341')).toEqual({ value: 'MD 271111000300341' })
})

test('a BPOM number of another length, of an import and in words is refused', () => {
  expect(readBpomNumber('MD 8670280423')).toEqual({ problem: { key: 'bpom.count', count: 10 } })
  expect(readBpomNumber('BPOM RI ML 867028042317')).toEqual({ problem: { key: 'bpom.import' } })
  expect(readBpomNumber('TR 123')).toEqual({ problem: { key: 'bpom.shape' } })
})

test('a cosmetic’s number has 11 digits after its NA', () => {
  for (const written of ['NA18201200123', 'BPOM RI NA 18201200123', '182.0120.0123'])
    expect(readNaNumber(written)).toEqual({ value: 'NA 18201200123' })
  expect(readNaNumber('NA 1820120012')).toEqual({ problem: { key: 'bpom_na.count', count: 10 } })
  expect(readNaNumber('MD 867028042317')).toEqual({ problem: { key: 'bpom_na.shape' } })
})

test('a trade mark is IDM and 9 digits; an application is taken as printed, and what is unusual is said', () => {
  expect(readMerek('idm 000.123.456')).toEqual({ value: 'IDM000123456' })
  expect(readMerek('DID2026012345')).toEqual({ value: 'DID2026012345' })
  expect(readMerek('IDM00012345')).toEqual({ problem: { key: 'merek.count', count: 8 } })
  expect(readMerek('masih diurus')).toEqual({ problem: { key: 'printed.shape' } })
  expect(unusual('merek', 'IDM000123456')).toBeNull()
  expect(unusual('merek', 'R00 2024 112')).toEqual({ key: 'merek.unusual' })
})

test('numbers whose form nobody wrote down are taken as printed, with a doubt and without a refusal', () => {
  expect(readAsPrinted('rph-3579010-012')).toEqual({ value: 'RPH-3579010-012' })
  expect(readAsPrinted(' PSAT-PDUK   35.79 / 0012-11.24 ')).toEqual({ value: 'PSAT-PDUK 35.79 / 0012-11.24' })
  expect(unusual('nkv', 'RPH-3579010-012')).toBeNull()
  expect(unusual('nkv', '123')).toEqual({ key: 'nkv.unusual' })
  expect(unusual('psat', '123')).toBeNull()
  for (const nothing of ['belum ada', '12', '<script>123</script>', '7'.repeat(61)])
    expect(readAsPrinted(nothing)).toHaveProperty('problem')
})
