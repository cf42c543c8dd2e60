import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { expect, test } from 'vitest'
import { compressedAssets } from '#app/server/assets.ts'
import { served } from './served.ts'

const script = 'const rak = "lokal"\n'.repeat(500)

function assets() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'assets-'))
  writeFileSync(path.join(folder, 'root-Ab_1.js'), script)
  writeFileSync(path.join(folder, 'photo.webp'), 'a picture')
  writeFileSync(path.join(folder, '..', 'secret.js'), 'a secret')
  const files = express().use(
    '/assets',
    compressedAssets(folder),
    express.static(folder, { fallthrough: false }),
  )
  return served({ '*': { loader: () => new Response('not here', { status: 404 }) } }, undefined, [files])
}

test('a script is sent compressed, as the browser can read it, and never changes under its name', async () => {
  const { ask } = await assets()
  const as = (encoding: string) =>
    ask({ path: '/assets/root-Ab_1.js', headers: { 'accept-encoding': encoding } })

  const brotli = await as('gzip, br')
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  expect(String(brotliDecompressSync(brotli.body))).toBe(script)
  expect(String(gunzipSync((await as('gzip')).body))).toBe(script)
  expect(String((await as('identity')).body)).toBe(script)
})

test('other files are sent as they are, and what is not there is not found', async () => {
  const { ask } = await assets()
  const headers = { 'accept-encoding': 'br' }
  const picture = await ask({ path: '/assets/photo.webp', headers })
  expect([picture.headers['content-encoding'], String(picture.body)]).toEqual([undefined, 'a picture'])
  for (const name of ['none.js', '..%2Fsecret.js', '%2e%2e/secret.js']) {
    const { status, body } = await ask({ path: `/assets/${name}`, headers })
    expect([400, 403, 404]).toContain(status)
    expect(String(body)).not.toContain('a secret')
  }
})
