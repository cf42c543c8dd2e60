import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { personalKeys } from '#app/platform/personal-key.server.ts'
import { digestsOf, isSealedBefore, openSealed, seal } from '#app/platform/sealed.server.ts'

const one = `2026:${Buffer.alloc(32, 1).toString('base64')}`
const two = `2027:${Buffer.alloc(32, 2).toString('base64')}`
const withKeys = (keys: string) => vi.stubEnv('PERSONAL_DATA_KEY', keys)
const directory = process.cwd()
afterEach(() => {
  vi.unstubAllEnvs()
  process.chdir(directory)
})

test('what is sealed opens at its place, and twice the same text is never the same seal', () => {
  const sealed = seal('3579014101900001', 'records/a/nik')
  expect(openSealed(sealed, 'records/a/nik')).toBe('3579014101900001')
  expect(sealed).not.toContain('3579')
  expect(seal('3579014101900001', 'records/a/nik')).not.toBe(sealed)
})

test('what was moved to another row or field does not open', () => {
  const sealed = seal('3579014101900001', 'records/a/nik')
  for (const place of ['records/b/nik', 'records/a/account', ''])
    expect(() => openSealed(sealed, place)).toThrow(/changed, or belongs elsewhere/)
})

test('what was changed in any one character does not open, and the error does not say what it was', () => {
  const sealed = seal('3579014101900001', 'place')
  const [version, key, nonce, body = ''] = sealed.split('.')
  for (let i = 0; i < body.length - 1; i++) {
    const other = body[i] === 'A' ? 'B' : 'A'
    const changed = [version, key, nonce, body.slice(0, i) + other + body.slice(i + 1)].join('.')
    expect(() => openSealed(changed, 'place')).toThrow('place cannot be opened')
  }
  for (const broken of [
    '',
    's1',
    's1.test',
    's1.test..',
    `s1.test.${nonce}.`,
    `s1.test.${nonce}.AAAA`,
    sealed.slice(0, -4),
  ])
    expect(() => openSealed(broken, 'place')).toThrow(/^place /)
})

test('a new key seals, the old one still opens, and without it nothing does', () => {
  withKeys(one)
  const sealed = seal('rahasia', 'place')
  withKeys(`${two},${one}`)
  expect(openSealed(sealed, 'place')).toBe('rahasia')
  expect([isSealedBefore(sealed), isSealedBefore(seal('rahasia', 'place'))]).toEqual([true, false])
  withKeys(two)
  expect(() => openSealed(sealed, 'place')).toThrow('place was sealed with a key that is not there')
})

test('equal texts of one scope have one digest under each key; scopes do not mix', () => {
  withKeys(one)
  const [before] = digestsOf('3579', 'kop-a')
  withKeys(`${two},${one}`)
  const [now, ...older] = digestsOf('3579', 'kop-a')
  expect([now === before, older]).toEqual([false, [before]])
  expect(digestsOf('3579', 'kop-b')).not.toContain(now)
  expect(digestsOf('3578', 'kop-a')).not.toContain(now)
})

test('a machine of one’s own makes its key once, for its owner only', () => {
  process.chdir(mkdtempSync(path.join(os.tmpdir(), 'key-')))
  withKeys('')
  const [made] = personalKeys()
  expect(personalKeys()[0]).toEqual(made)
  expect(statSync('.data/personal-data-key').mode & 0o777).toBe(0o600)
  expect(readFileSync('.data/personal-data-key', 'utf8')).toMatch(/^local:/)
  vi.stubEnv('RAK_ENV', 'production')
  expect(() => personalKeys()).toThrow('PERSONAL_DATA_KEY reads name:base64')
})
