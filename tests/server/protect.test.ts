import { afterEach, expect, test, vi } from 'vitest'
import { pageCache } from '#app/server/page-cache.ts'
import { served } from './served.ts'

afterEach(() => vi.unstubAllEnvs())

async function aForm() {
  let sent = 0
  const site = await served({
    '/kirim': {
      action: async ({ request }) => new Response(`${++sent} ${await request.text()}`),
      loader: () => new Response('form'),
    },
  })
  const post = (headers: Record<string, string>, body: string | Buffer = 'a=1') =>
    site.ask({
      path: '/kirim',
      method: 'POST',
      headers: { 'content-length': `${body.length}`, ...headers },
      body,
    })
  return { ...site, post, sent: () => sent }
}

test('a form of this site is taken, by its origin or by its referer', async () => {
  const { post, origin, sent } = await aForm()
  expect((await post({ origin })).status).toBe(200)
  expect((await post({ referer: `${origin}/kirim?x` })).status).toBe(200)
  expect(sent()).toBe(2)
})

test.each([
  { origin: 'https://jahat.example' },
  { origin: 'null' },
  { referer: 'https://jahat.example/kirim' },
  {},
  { origin: 'http://127.0.0.1' }, // another port is another site
  { origin: 'bukan alamat' },
])('a form of another site is refused: %j', async (headers) => {
  const { post, sent } = await aForm()
  const answer = await post(headers as Record<string, string>)
  expect([answer.status, String(answer.body)]).toEqual([403, 'Permintaan ini datang dari situs lain.'])
  expect(sent()).toBe(0)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s of another site is refused too', async (method) => {
  const { ask } = await aForm()
  expect((await ask({ path: '/kirim', method, headers: { origin: 'https://jahat.example' } })).status).toBe(
    403,
  )
})

test('one click in a mail program ends mail without an origin, and nothing else is let in by it', async () => {
  const taken: string[] = []
  const action = async ({ request }: { request: Request }) => {
    taken.push(new URL(request.url).pathname)
    return new Response('done')
  }
  const { ask } = await served({ '/surat/berhenti/:token': { action }, '*': { action } })
  const body = 'List-Unsubscribe=One-Click'
  const headers = { 'content-length': `${body.length}` }
  const click = (path: string, method = 'POST') => ask({ path, method, headers, body })
  expect((await click('/surat/berhenti/mem_1.abc')).status).toBe(200)
  for (const path of [
    '/surat/berhenti',
    '/surat/berhenti/',
    '/surat/berhenti/a/b',
    '/x/surat/berhenti/a',
    '/akun?/surat/berhenti/a',
  ])
    expect((await click(path)).status).toBe(403)
  expect((await click('/surat/berhenti/mem_1.abc', 'PUT')).status).toBe(403)
  expect(taken).toEqual(['/surat/berhenti/mem_1.abc'])
})

test('behind a proxy the public origin counts', async () => {
  vi.stubEnv('PUBLIC_ORIGIN', 'https://rak.example')
  const { post, origin } = await aForm()
  expect((await post({ origin: 'https://rak.example' })).status).toBe(200)
  expect((await post({ origin })).status).toBe(403)
})

test('a body without a length is refused, and one that is too large is not read', async () => {
  const { post, origin, ask, sent } = await aForm()
  const endless = await ask({
    path: '/kirim',
    method: 'POST',
    headers: { origin, 'transfer-encoding': 'chunked' },
    body: 'a=1',
  })
  expect(endless.status).toBe(411)
  const large = await post({ origin, 'content-length': String(21 * 1024 * 1024 + 1) }, '').catch(
    () => undefined,
  )
  expect(large?.status ?? 413).toBe(413)
  expect(sent()).toBe(0)
})

test('every answer carries strict headers, also one from memory', async () => {
  const cache = pageCache()
  cache.resume()
  const isPublic = { headers: { 'Cache-Control': 'public, max-age=60' } }
  const { ask } = await served(
    {
      '/depan': { loader: () => new Response('page', isPublic) },
      '*': { loader: () => new Response('other', { status: 404 }) },
    },
    cache,
  )
  for (const path of ['/depan', '/depan', '/media/none', '/tidak-ada'])
    expect((await ask({ path })).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
  expect((await ask({ path: '/masuk' })).headers).not.toHaveProperty('x-powered-by')
  expect((await ask({ path: '/masuk' })).headers).not.toHaveProperty('strict-transport-security')
  vi.stubEnv('RAK_ENV', 'production')
  expect((await ask({ path: '/masuk' })).headers['strict-transport-security']).toMatch(/^max-age=31536000/)
})

test('inline scripts run with a nonce that each answer has of its own, and not at all on a page for everybody', async () => {
  const html = { 'Content-Type': 'text/html; charset=utf-8' }
  const { ask } = await served({
    '/portal': { loader: ({ context }) => new Response(String(context.nonce), { headers: html }) },
    '/depan': {
      loader: () => new Response('page', { headers: { ...html, 'Cache-Control': 'public, max-age=60' } }),
    },
  })
  await ask({ path: '/depan' }) // keeps it
  const policyOf = async (path: string) => {
    const { headers, body } = await ask({ path })
    return { policy: String(headers['content-security-policy']), nonce: String(body) }
  }
  const [one, other] = [await policyOf('/portal'), await policyOf('/portal')]
  expect(one.nonce).toMatch(/^[\w+/]{22}==$/)
  expect(one.policy).toContain(`script-src 'self' 'nonce-${one.nonce}';`)
  expect(one.nonce).not.toBe(other.nonce)
  const { policy } = await policyOf('/depan')
  expect(policy).toContain("script-src 'self';")
  for (const rule of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ])
    expect(policy).toContain(rule)
})

test.each(['//jahat.example/kirim', '/\\jahat.example', '///'])(
  'an odd path stays on this site: %s',
  async (path) => {
    const { ask, origin } = await served({
      '*': { loader: ({ request }) => new Response(new URL(request.url).origin) },
    })
    const { status, body } = await ask({ path })
    expect([status, String(body)]).toEqual([200, origin])
  },
)

test('a host that is none is told so', async () => {
  const { ask } = await aForm()
  expect((await ask({ path: '/kirim', headers: { host: 'a b' } })).status).toBe(400)
})

test('the address of whoever asks is known to the page, and a proxy elsewhere is not believed', async () => {
  const { ask } = await served({
    '/siapa': { loader: ({ context }) => new Response(String(context.address)) },
  })
  const who = async (headers = {}) => String((await ask({ path: '/siapa', headers })).body)
  expect(await who()).toBe('127.0.0.1')
  expect(await who({ 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7')
  expect(await who({ 'x-forwarded-for': '203.0.113.66, 203.0.113.7' })).toBe('203.0.113.7')
})
