import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { listenForChanges } from '#app/server/changes.ts'
import { pageCache } from '#app/server/page-cache.ts'
import { served } from './served.ts'

const page = (size = 10) => ({ status: 200, headers: {}, body: Buffer.alloc(size) })
const forAll = { 'Cache-Control': 'public, max-age=60', 'Content-Type': 'text/html; charset=utf-8' }

function listening() {
  const cache = pageCache()
  cache.resume()
  return cache
}

test('a page is kept until something changes', () => {
  const cache = listening()
  cache.keep('/katalog', page(), cache.age())
  expect(cache.find('/katalog')).toBeDefined()
  cache.clear()
  expect(cache.find('/katalog')).toBeUndefined()
})

test('a page that was rendered across a change is never kept', () => {
  const cache = listening()
  const age = cache.age()
  cache.clear()
  cache.keep('/katalog', page(), age)
  expect(cache.find('/katalog')).toBeUndefined()
})

test('a page is kept for a minute at most', () => {
  let now = 0
  const cache = pageCache(() => now)
  cache.resume()
  cache.keep('/katalog', page(), cache.age())
  now = 59_999
  expect(cache.find('/katalog')).toBeDefined()
  now = 60_000
  expect(cache.find('/katalog')).toBeUndefined()
})

test('nothing is kept while changes are not heard', () => {
  const cache = pageCache()
  cache.keep('/katalog', page(), cache.age())
  expect(cache.find('/katalog')).toBeUndefined()
  cache.resume()
  cache.keep('/katalog', page(), cache.age())
  cache.pause()
  expect(cache.find('/katalog')).toBeUndefined()
})

test('the oldest pages make room', () => {
  const cache = listening()
  const size = 4 * 1024 * 1024
  for (let i = 0; i < 17; i++) cache.keep(`/${i}`, page(size), cache.age())
  expect([cache.find('/0'), cache.find('/1')].map(Boolean)).toEqual([false, true])
  cache.keep('/large', page(size + 1), cache.age())
  expect(cache.find('/large')).toBeUndefined()
})

test('a public page is rendered once, for everybody, until its transaction commits', async () => {
  const cache = pageCache()
  const changes = await listenForChanges({ changed: cache.clear, lost: cache.pause, heard: cache.resume })
  onTestFinished(() => changes.close())
  let rendered = 0
  const { ask } = await served(
    { '/katalog': { loader: () => new Response(`page ${++rendered}`, { headers: forAll }) } },
    cache,
  )
  const text = async (headers = {}) => String((await ask({ path: '/katalog', headers })).body)

  expect([await text(), await text({ cookie: 'rak_sesi=somebody' })]).toEqual(['page 1', 'page 1'])
  await db.$transaction((tx) => announceChange(tx))
  await vi.waitFor(async () => expect(await text()).toBe('page 2'))
  await db
    .$transaction(async (tx) => {
      await announceChange(tx)
      throw new Error('rolled back')
    })
    .catch(() => {})
  expect(await text()).toBe('page 2')
})

test('a lost connection to the database forgets everything, and is made again', async () => {
  const cache = pageCache()
  const changes = await listenForChanges({ changed: cache.clear, lost: cache.pause, heard: cache.resume })
  onTestFinished(() => changes.close())
  cache.keep('/katalog', page(), cache.age())
  const admin = new pg.Client(process.env.DATABASE_URL)
  await admin.connect()
  const listeners = "query = 'listen public_pages_changed' and datname = current_database()"
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${listeners}`)
  await vi.waitFor(() => expect(cache.find('/katalog')).toBeUndefined())

  await vi.waitFor(
    async () =>
      expect((await admin.query(`select from pg_stat_activity where ${listeners}`)).rowCount).toBe(1),
    { timeout: 10_000 },
  )
  await vi.waitFor(() => {
    cache.keep('/katalog', page(), cache.age())
    expect(cache.find('/katalog')).toBeDefined()
  })
  await db.$transaction((tx) => announceChange(tx))
  await vi.waitFor(() => expect(cache.find('/katalog')).toBeUndefined())
  await admin.end()
})

test('what is not public, not whole or not found is not kept', async () => {
  const cache = listening()
  let asked = 0
  const answer = (status: number, headers: Record<string, string>) => ({
    loader: () => new Response(`${++asked}`, { status, headers }),
  })
  const { ask } = await served(
    {
      '/akun': answer(200, {}),
      '/hilang': answer(404, forAll),
      '/lain': answer(302, { ...forAll, Location: '/' }),
    },
    cache,
  )
  for (const path of ['/akun', '/hilang', '/lain']) for (let i = 0; i < 2; i++) await ask({ path })
  expect(asked).toBe(6)
  expect((await ask({ path: '/akun' })).headers['cache-control']).toBe('private, no-store')
})

test('each way of packing is kept by itself, and HEAD and If-None-Match send no body', async () => {
  const cache = listening()
  const text = 'keripik apel '.repeat(200)
  const { ask } = await served(
    { '/katalog': { loader: () => new Response(text, { headers: forAll }) } },
    cache,
  )
  const as = (encoding: string) => ask({ path: '/katalog', headers: { 'accept-encoding': encoding } })

  const encodings = ['br, gzip', 'gzip', '', 'br;q=0, gzip', 'br;q=0.5', 'identity']
  const used: unknown[] = []
  for (const encoding of encodings) used.push((await as(encoding)).headers['content-encoding'])
  expect(used).toEqual(['br', 'gzip', undefined, 'gzip', 'br', undefined])
  const { headers } = await as('gzip')
  expect(headers.vary).toBe('Accept-Encoding')

  const head = await ask({ path: '/katalog', method: 'HEAD' })
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, `${text.length}`, 0])
  const again = await ask({
    path: '/katalog',
    headers: { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) },
  })
  expect([again.status, again.body.length]).toEqual([304, 0])
})
