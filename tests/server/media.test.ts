import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { mediaDir } from '#tests/support/media.ts'
import { served } from './served.ts'

const hash = '0123456789abcdef0123456789abcdef'

async function pictures() {
  mkdirSync(mediaDir(), { recursive: true })
  writeFileSync(path.join(mediaDir(), `${hash}-640.webp`), 'a picture')
  writeFileSync(path.join(mediaDir(), 'secret.txt'), 'a secret')
  writeFileSync(path.join(mediaDir(), '..', 'secret.txt'), 'a secret')
  return served({ '*': { loader: () => new Response('not here', { status: 404 }) } })
}

test('a picture never changes under its name', async () => {
  const { ask } = await pictures()
  const { status, headers, body } = await ask({ path: `/media/${hash}-640.webp` })
  expect([status, String(body)]).toEqual([200, 'a picture'])
  expect(headers['content-type']).toBe('image/webp')
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test.each([
  `${hash}-320.webp`, // not made yet
  `${hash}-641.webp`,
  `${hash}-640.png`,
  `${hash.toUpperCase()}-640.webp`,
  'secret.txt',
  '..%2Fsecret.txt',
  '%2e%2e%2fsecret.txt',
  '../secret.txt',
  `..%2F${hash}-640.webp`,
  `${hash}-640.webp%00.txt`,
  '%',
])('no other file is sent: %s', async (name) => {
  const { ask } = await pictures()
  const { status, body } = await ask({ path: `/media/${name}` })
  expect([400, 404]).toContain(status)
  expect(String(body)).not.toContain('a secret')
})
