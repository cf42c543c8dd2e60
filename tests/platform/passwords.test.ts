import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#app/platform/passwords.server.ts'

test('a password is known by its hash, which says how dear it was', async () => {
  const hashed = await hashPassword('kebun apel')
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hashed, 'kebun apel')).toBe(true)
  expect(await verifyPassword(hashed, 'kebun Apel')).toBe(false)
  expect(await hashPassword('kebun apel')).not.toBe(hashed)
})

test('one letter written in two ways is one letter', async () => {
  expect(await verifyPassword(await hashPassword('caf\u00e9 di Batu'), 'cafe\u0301 di Batu')).toBe(true)
})

test.each([null, undefined, '', 'none', 'rak-lokal'])(
  'where there is no hash no password fits: %s',
  async (hashed) => {
    expect(await verifyPassword(hashed, 'rak-lokal')).toBe(false)
  },
)
