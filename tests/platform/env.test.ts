import { afterEach, expect, test, vi } from 'vitest'
import { requireSafeSettings, requireSettings } from '#app/platform/env.server.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { aCooperative, aMembership } from '#tests/support/make.ts'

const complete = {
  RAK_ENV: 'production',
  DATABASE_URL: 'postgresql://rak@localhost/rak',
  UPLOAD_DIR: '/var/lib/rak',
  PUBLIC_ORIGIN: 'https://rak.example',
  PERSONAL_DATA_KEY: `2026:${Buffer.alloc(32, 1).toString('base64')}`,
}
const saidOf = (env: Record<string, string>) => {
  try {
    requireSettings(env)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}
afterEach(() => vi.unstubAllEnvs())

test('outside production everything has a default', () => {
  expect(saidOf({})).toBe('')
  expect(saidOf({ RAK_ENV: 'staging' })).toBe('')
})

test('production names every variable that is missing', () => {
  expect(saidOf(complete)).toBe('')
  expect(saidOf({ RAK_ENV: 'production' })).toBe(
    'RAK_ENV=production: set DATABASE_URL, UPLOAD_DIR, PUBLIC_ORIGIN, PERSONAL_DATA_KEY',
  )
  expect(saidOf({ ...complete, UPLOAD_DIR: '' })).toBe('RAK_ENV=production: set UPLOAD_DIR')
})

test('production keeps files in a folder or in a bucket that it can open', () => {
  const { UPLOAD_DIR: _, ...elsewhere } = complete
  const key = { S3_ACCESS_KEY_ID: 'rak', S3_SECRET_ACCESS_KEY: 'a secret' }
  expect(saidOf({ ...elsewhere, S3_BUCKET: 'rak-lokal', ...key })).toBe('')
  expect(saidOf({ ...elsewhere, S3_BUCKET: 'rak-lokal' })).toBe(
    'RAK_ENV=production: set S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY',
  )
})

test('production is served encrypted, and not with a demonstration', () => {
  expect(saidOf({ ...complete, PUBLIC_ORIGIN: 'http://rak.example' })).toBe(
    'RAK_ENV=production: PUBLIC_ORIGIN must begin with https://',
  )
  expect(saidOf({ ...complete, SEED: 'demo' })).toBe(
    'RAK_ENV=production: unset SEED: nothing is demonstrated on real data',
  )
})

test('production needs a key for what is personal that can be read, and does not repeat it', () => {
  for (const wrong of ['geheim', '2026:c2hvcnQ=', `2026:${'A'.repeat(43)}=,2026:${'B'.repeat(43)}=`])
    expect(saidOf({ ...complete, PERSONAL_DATA_KEY: wrong })).toBe(
      'RAK_ENV=production: PERSONAL_DATA_KEY must read name:base64 of 32 bytes (openssl rand -base64 32)',
    )
})

function inProduction() {
  for (const [name, value] of Object.entries({ ...complete, DATABASE_URL: process.env.DATABASE_URL ?? '' }))
    vi.stubEnv(name, value)
}

test('production does not start while a sign-in of the seed still works, and names it', async () => {
  const cooperative = await aCooperative()
  const [seeded, own] = await Promise.all([hashPassword('rak-lokal'), hashPassword('kebun apel')])
  await aMembership(cooperative, 'officer', { email: 'ada@tulungrejo.example', passwordHash: own })
  inProduction()
  await expect(requireSafeSettings()).resolves.toBeUndefined()

  await aMembership(cooperative, 'officer', { phone: '+6281200000011', passwordHash: seeded })
  await expect(requireSafeSettings()).rejects.toThrow(
    'RAK_ENV=production: +6281200000011 still has the password',
  )
  await aMembership(cooperative, 'manager', { email: 'a@tulungrejo.example', passwordHash: seeded })
  await expect(requireSafeSettings()).rejects.toThrow('+6281200000011 still has the password')
})

test('what the seed gave is no matter elsewhere', async () => {
  const passwordHash = await hashPassword('rak-lokal')
  await aMembership(await aCooperative(), 'officer', { email: 'a@tulungrejo.example', passwordHash })
  await expect(requireSafeSettings()).resolves.toBeUndefined()
})
