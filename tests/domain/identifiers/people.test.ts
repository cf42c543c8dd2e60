import { expect, test } from 'vitest'
import { readNib } from '#app/domain/identifiers/nib.ts'
import { maskedNik, readNik } from '#app/domain/identifiers/nik.ts'
import { readNpwp } from '#app/domain/identifiers/npwp.ts'

const problem = (key: string) => ({ problem: expect.objectContaining({ key }) })

test.each([
  '3579014101900001',
  '3579 0141 0190 0001',
  '35.79.01.410190.0001',
  '3579012902040001',
  '3171011708450001',
])('a NIK is read however it is written: %s', (written) =>
  expect(readNik(written)).toEqual({ value: written.replace(/\D/g, '') }),
)

test.each([
  ['357901410190000', 'nik.short'],
  ['35790141019000012', 'nik.long'],
  ['357901410190000a', 'nik.digits'],
  ['', 'nik.digits'],
  ['0179014101900001', 'nik.place'],
  ['3500014101900001', 'nik.place'],
  ['3579004101900001', 'nik.place'],
  ['3579010001900001', 'nik.day'],
  ['3579014001900001', 'nik.day'],
  ['3579017201900001', 'nik.day'],
  ['3579013002040001', 'nik.day'],
  ['3579012902010001', 'nik.day'],
  ['3579010113900001', 'nik.day'],
  ['3579014101900000', 'nik.serial'],
])('%s is no NIK, and what is said does not repeat it', (written, key) => {
  const read = readNik(written)
  expect(read).toEqual(problem(key))
  if (written.length > 5) expect(JSON.stringify(read)).not.toContain(written.slice(0, 6))
})

test('a masked NIK says where it was issued and nothing else', () => {
  expect(maskedNik('3579')).toBe('3579 •••• •••• ••••')
})

test('a NIB is 13 digits', () => {
  expect(readNib('1112-2100-07923')).toEqual({ value: '1112210007923' })
  expect(readNib('111221000792')).toEqual(problem('nib.short'))
  expect(readNib('11122100079233')).toEqual(problem('nib.long'))
  expect(readNib('NIB 1112210007923')).toEqual(problem('nib.digits'))
})

test.each(['013121660091000', '016090524017000', '01.300.066.6-091.000'])(
  'the former NPWP %s gets its 0',
  (written) => expect(readNpwp(written)).toEqual({ value: `0${written.replace(/\D/g, '')}` }),
)

test.each([
  ['013121661091000', 'npwp.check_digit'],
  ['000000000000000', 'npwp.check_digit'],
  ['0131216600910', 'npwp.count'],
  ['3579014001900001', 'npwp.nik'],
  ['tidak punya', 'npwp.digits'],
])('%s is no NPWP', (written, key) => expect(readNpwp(written)).toEqual(problem(key)))

test('the NPWP of a person is the NIK', () => {
  expect(readNpwp('3579014101900001')).toEqual({ value: '3579014101900001' })
})
