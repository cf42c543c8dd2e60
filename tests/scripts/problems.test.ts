import { expect, test } from 'vitest'
import { openDatabase } from '#scripts/machine/database.ts'
import { explain, problem } from '#scripts/machine/problems.mjs'

const failing = (code: string, over = {}) => Object.assign(new Error(`${code}: it failed`), { code, ...over })

test('a full disk is said to be full, wherever it was met', () => {
  const full = 'The disk is full. Make room and run the command again; what was begun is picked up.'
  expect(explain(failing('ENOSPC'))).toBe(full)
  expect(explain(new Error('build', { cause: failing('EDQUOT') }))).toBe(full)
  expect(explain(new AggregateError([new Error('x'), failing('53100')]))).toBe(full)
  expect(explain(new Error('initdb failed: could not write: No space left on device'))).toBe(full)
  expect(explain(failing('ENOSPC', { path: '/data' }))).toContain('The disk is full (/data).')
})

test('a folder that cannot be written is named, with what to do', () => {
  expect(explain(failing('EACCES', { path: '/srv/rak/.data' }))).toMatch(
    /^\/srv\/rak\/\.data cannot be written by \w+\. Give the folder to \w+ \(chown -R\), or clone into one of your own\.$/,
  )
  expect(explain(failing('EROFS', { path: '/srv' }))).toContain('/srv cannot be written')
})

test('what is for people is said as it is; a fault of ours is left to its stack', () => {
  expect(explain(problem('Port 3000 is taken.'))).toBe('Port 3000 is taken.')
  expect(explain(new Error('undefined is not a function'))).toBeUndefined()
  expect(explain('text')).toBeUndefined()
})

const given = process.env.DATABASE_URL ?? ''
const changed = (over: Partial<Record<'password' | 'pathname' | 'port' | 'hostname', string>>) =>
  Object.assign(new URL(given), over).href

test.each([
  ['halo', 'DATABASE_URL is no address of PostgreSQL; it reads postgresql://user:password@host:5432/name'],
  ['mysql://a@localhost/x', 'DATABASE_URL is no address of PostgreSQL'],
  [
    changed({ port: '1' }),
    'DATABASE_URL: nothing answers at 127.0.0.1:1. Start that PostgreSQL, or unset DATABASE_URL',
  ],
  [changed({ password: 'salah' }), 'DATABASE_URL: the password of app is not accepted.'],
  [
    changed({ pathname: '/tidak_ada' }),
    'DATABASE_URL: there is no database tidak_ada. Make it: createdb tidak_ada',
  ],
])('a wrong DATABASE_URL is told apart: %#', async (url, text) => {
  process.env.DATABASE_URL = url
  try {
    await openDatabase()
    expect.unreachable()
  } catch (error) {
    expect(explain(error)).toContain(text)
    expect(explain(error)).not.toContain(new URL(given).password)
  } finally {
    process.env.DATABASE_URL = given
  }
})
