import { expect, test } from 'vitest'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { action } from '#app/routes/sign-in/password.tsx'
import { post } from '#tests/support/ask.ts'
import { aCooperative, aMembership } from '#tests/support/make.ts'

async function send(fields: Record<string, string>) {
  const passwordHash = await hashPassword('kebun apel')
  const member = await aMembership(await aCooperative(), 'officer', { passwordHash })
  return action(await post('/akun/kata-sandi', member, fields))
}

test('a changed password leads back to the account', async () => {
  const answer = await send({ password: 'kebun apel', newPassword: 'ladang jagung' })
  expect(answer).toMatchObject({ status: 302 })
})

test.each([
  [{ password: 'salah', newPassword: 'ladang jagung' }, 'password', 'Kata sandi yang sekarang tidak cocok.'],
  [{ password: 'kebun apel' }, 'newPassword', 'Isi kata sandi.'],
  [
    { password: 'kebun apel', newPassword: 'jagung' },
    'newPassword',
    'Kata sandi paling sedikit 8 huruf atau angka.',
  ],
])('what is wrong is said at its field, and nothing typed comes back: %#', async (fields, name, text) => {
  const answer = await send(fields as Record<string, string>)
  expect(answer).toMatchObject({ init: { status: 422 }, data: { error: { [name]: [text] } } })
  expect(JSON.stringify(answer)).not.toMatch(/kebun apel|jagung/)
})
