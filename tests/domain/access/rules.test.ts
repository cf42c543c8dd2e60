import { expect, test } from 'vitest'
import { changePasswordForm, formatCode, parseIdentifier, redeemCodeForm } from '#app/domain/access/rules.ts'
import { parseForm } from '#app/platform/form.ts'

test.each([
  '0812-3456-7890',
  '0812 3456 7890',
  '(0812) 3456.7890',
  '6281234567890',
  '+62 812 3456 7890',
  '+62 0812 3456 7890',
  '006281234567890',
  '81234567890',
  ' 081234567890 ',
])('%s is the same phone', (text) => {
  expect(parseIdentifier(text)).toEqual({ phone: '+6281234567890' })
})

test('a phone of another country keeps its own number', () => {
  expect(parseIdentifier('+65 8123 4567')).toEqual({ phone: '+6581234567' })
})

test('an e-mail address is kept in lower case', () => {
  expect(parseIdentifier(' Siti.Aminah@KDMP-Beji.example ')).toEqual({
    email: 'siti.aminah@kdmp-beji.example',
  })
})

test.each(['', 'siti', 'siti@', '@beji.example', '08', '0812abc34567', '+', '123456', `${'9'.repeat(20)}`])(
  'what is neither is refused: %s',
  (text) => {
    expect(parseIdentifier(text)).toBeNull()
  },
)

test.each([
  'rak-lokal',
  'RakLokal',
  '12345678',
  '1234567890',
  'aaaaaaaa',
  'password123',
  'qwertyuiop',
  'indonesia45',
])('what everybody tries first is no new password: %s', (newPassword) => {
  expect(problemsOf(changePasswordForm, { password: 'lama', newPassword }).newPassword).toEqual([
    'Kata sandi ini terlalu mudah ditebak. Pakai beberapa kata yang hanya diingat sendiri.',
  ])
})

test('a new password has at least eight letters, and spaces count', () => {
  const form = (newPassword: string) => problemsOf(changePasswordForm, { password: 'lama', newPassword })
  expect(form('tujuh77').newPassword).toEqual(['Kata sandi paling sedikit 8 huruf atau angka.'])
  expect(form('apel dua').newPassword).toBeUndefined()
})

test('a code is typed with a space, with a hyphen or without', () => {
  const form = (code: string) =>
    problemsOf(redeemCodeForm, { identifier: '081234567890', code, newPassword: 'kebun apel' }).code
  expect([form('1234 5678'), form('1234-5678'), form('12345678')]).toEqual([undefined, undefined, undefined])
  expect(form('1234567')).toEqual(['Kode terdiri dari 8 angka, misalnya 1234 5678.'])
  expect(formatCode('12345678')).toBe('1234 5678')
})

function problemsOf(schema: Parameters<typeof parseForm>[1], typed: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return parseForm(form, schema).reply().error ?? {}
}
