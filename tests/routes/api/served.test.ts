import { expect, test } from 'vitest'
import { loader as openapi } from '#app/routes/api/openapi.ts'
import { loader as search } from '#app/routes/api/search.ts'
import { loader as suggestions } from '#app/routes/api/suggestions.ts'
import { pageCache } from '#app/server/page-cache.ts'
import { served } from '#tests/server/served.ts'

async function anApi() {
  const cache = pageCache()
  cache.resume()
  const routes = {
    '/api/v1/search': { loader: search },
    '/api/v1/openapi.json': { loader: openapi },
    '/saran': { loader: suggestions },
  }
  return served(routes, cache)
}

test.for(['/api/v1/search?q=apel', '/api/v1/openapi.json', '/saran?q=apel'])(
  '%s is kept, carries a tag, and says when nothing has changed',
  async (path) => {
    const { ask } = await anApi()
    const first = await ask({ path })
    expect(first.status).toBe(200)
    expect(first.headers).toMatchObject({
      'cache-control': 'public, no-cache',
      etag: expect.stringMatching(/^".+"$/),
    })
    const again = await ask({ path, headers: { 'if-none-match': String(first.headers.etag) } })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await ask({ path })).body).toEqual(first.body)
  },
)

test('the API is open to pages of other sites, also from memory, and takes no cookie', async () => {
  const { ask } = await anApi()
  for (let i = 0; i < 2; i++) {
    const { headers } = await ask({
      path: '/api/v1/search?q=apel',
      headers: { origin: 'https://lain.example', cookie: 'rak_sesi=x' },
    })
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['set-cookie']).toBeUndefined()
  }
})

test('a refusal is not kept, and nothing can be sent', async () => {
  const { ask, origin } = await anApi()
  const refused = await ask({ path: '/api/v1/search?limit=0' })
  expect([refused.status, refused.headers['cache-control'], refused.headers.etag]).toEqual([
    400,
    'private, no-store',
    undefined,
  ])
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await ask({ path: '/api/v1/search', method, headers: { origin, 'content-length': '0' } })
    expect(answer.status).toBe(405)
  }
})
