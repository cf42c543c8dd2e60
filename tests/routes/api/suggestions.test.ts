import { expect, test } from 'vitest'
import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader } from '#app/routes/api/suggestions.ts'
import { get } from '#tests/support/ask.ts'
import { aVariant } from '#tests/support/make.ts'

async function aMarket() {
  const variant = await aVariant()
  await indexProducts(db, [variant.product.id], new Date())
  await indexNames(db, new Date())
  return variant
}

const ask = async (q: string, context = {}) =>
  loader({ ...(await get(`/saran?q=${encodeURIComponent(q)}`)), context })

test('suggestions come in groups, each with where it leads', async () => {
  const { product } = await aMarket()
  const answer = await ask('tulung')
  expect(answer.headers.get('cache-control')).toBe('public, no-cache')
  expect(await answer.json()).toEqual({
    groups: [
      {
        label: 'Produk',
        options: [
          {
            text: 'Keripik Apel Manalagi 100 g',
            note: 'Tulungrejo, Rp18.000',
            url: `/produk/${product.id.replace('_', '-')}`,
            image: expect.stringMatching(/^\/media\/[0-9a-f]{32}-320\.webp$/),
          },
        ],
      },
      {
        label: 'Desa',
        options: [{ text: 'Tulungrejo', note: 'Bumiaji, 1 produk', url: expect.stringMatching(/^\/desa\//) }],
      },
    ],
  })
})

test('what was taken for what was typed is said', async () => {
  await aMarket()
  const { groups } = await (await ask('kripk apel')).json()
  expect(groups[0].label).toBe('Produk untuk “keripik apel”')
})

test('an empty box suggests what many look for', async () => {
  await countQueries(db, [{ words: 'keripik apel', times: 5, isFound: true }], new Date())
  expect(await (await ask('')).json()).toEqual({
    groups: [{ label: 'Banyak dicari', options: [{ text: 'keripik apel', url: '/katalog?q=keripik+apel' }] }],
  })
})

test('who asks far too often is told when to come again', async () => {
  const context = { address: '203.0.113.99' }
  for (let i = 0; i < 300; i++) await ask('', context)
  const answer = await ask('', context)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
})
