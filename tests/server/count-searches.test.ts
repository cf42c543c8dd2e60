import { beforeEach, expect, test } from 'vitest'
import { noteFound, takeAsked } from '#app/domain/demand/tally.server.ts'
import { db } from '#app/platform/db.server.ts'
import { keepCounting } from '#app/server/count-searches.ts'
import { pageCache } from '#app/server/page-cache.ts'
import { served } from './served.ts'

const person = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' }
let n = 0
/** Everybody has an address of their own. */
const somebody = () => ({ ...person, 'x-forwarded-for': `203.0.113.${++n}` })

beforeEach(() => {
  for (let i = 0; i < 4; i++) takeAsked()
})

async function aShop() {
  const cache = pageCache()
  cache.resume()
  const page = { loader: () => new Response('page', { headers: { 'Cache-Control': 'public, no-cache' } }) }
  const site = await served({ '/katalog': page, '/api/v1/search': page, '/desa': page }, cache)
  noteFound('keripik durian', false)
  return site
}

test('what people look for is counted, rendered or from memory, and written down at the end', async () => {
  const { ask } = await aShop()
  for (let i = 0; i < 3; i++) await ask({ path: '/katalog?q=kripik+durian', headers: somebody() })
  await ask({ path: '/api/v1/search?limit=5&q=keripik%20durian', headers: somebody() })

  await keepCounting(db).stop()

  expect(await db.askedQuery.findMany({ select: { words: true, times: true, isFound: true } })).toEqual([
    { words: 'keripik durian', times: 4, isFound: false },
  ])
})

test.for([
  '/katalog?q=keripik+durian&setelah=1~prd_x',
  '/katalog?q=keripik+durian&desa=beji',
  '/katalog',
  '/katalog?q=',
  '/katalog?q=%E0%A4%A',
  '/katalog?q=0812+3456+7890',
  '/desa?q=keripik+durian',
])('%s is not counted', async (path) => {
  const { ask } = await aShop()
  await ask({ path, headers: somebody() })
  expect(takeAsked()).toEqual([])
})

test('machines, pages fetched ahead and one person again and again are not counted', async () => {
  const { ask } = await aShop()
  const path = '/katalog?q=keripik+durian'
  await ask({ path, headers: { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' } })
  await ask({ path })
  await ask({ path, headers: { ...somebody(), 'sec-purpose': 'prefetch' } })
  await ask({ path, method: 'HEAD', headers: somebody() })
  expect(takeAsked()).toEqual([])

  const one = somebody()
  for (let i = 0; i < 5; i++) await ask({ path, headers: one })
  expect(takeAsked()).toEqual([{ words: 'keripik durian', times: 1, isFound: false }])
})
