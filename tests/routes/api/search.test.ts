import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { searchAnswer } from '#app/routes/api/answer-schema.ts'
import { describeApi, loader as openapi } from '#app/routes/api/openapi.ts'
import { loader } from '#app/routes/api/search.ts'
import { loader as catalogue } from '#app/routes/storefront/catalogue.tsx'
import { get } from '#tests/support/ask.ts'
import { aFixture, aVariant } from '#tests/support/make.ts'
import { aStanding } from '#tests/support/standing.ts'

async function aMarket(names = ['Keripik Apel Manalagi 100 g']) {
  const variants = []
  for (const name of names) variants.push(await aVariant({ name }))
  const [variant] = variants
  if (variant) await aStanding(variant, await aFixture(), { startsOn: '2020-01-01', endsOn: '2999-01-01' })
  await indexProducts(
    db,
    variants.map(({ product }) => product.id),
    new Date(),
  )
  return variants
}

const ask = async (search: string) => loader({ ...(await get(`/api/v1/search${search}`)), context: {} })
const read = async (search: string) => (await ask(search)).json()

/** The schema of an answer as openapi.json has it, to check with. */
function described(name: string) {
  const { schemas } = describeApi('/').components
  const text = JSON.stringify({ $ref: `#/$defs/${name}`, $defs: schemas }).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  )
  return z.fromJSONSchema(JSON.parse(text))
}

test('finds what the catalogue finds, and says where each comes from and stands', async () => {
  const [variant] = await aMarket()
  const answer = await read('?q=kripik+apel')

  expect(answer).toMatchObject({
    total: 1,
    items: [
      {
        id: variant?.product.id,
        slug: variant?.product.id.replace('_', '-'),
        name: 'Keripik Apel Manalagi 100 g',
        price: 18_000,
        producer: { name: 'Kelompok Tani Makmur' },
        village: { name: 'Tulungrejo', district: 'Bumiaji' },
        category: { slug: 'keripik-buah', name: 'Keripik buah' },
        stores: [{ name: 'Batu Kota' }],
        isInStock: true,
      },
    ],
    facets: {
      villages: [{ name: 'Tulungrejo', count: 1 }],
      storages: [{ value: 'suhu-ruang', name: 'Suhu ruang', count: 1 }],
    },
    prices: { lowest: 18_000, highest: 18_000 },
    match: { kind: 'exactly', words: null },
    next: null,
  })
  expect(await read('?q=kripk+apel')).toMatchObject({ match: { kind: 'respelt', words: 'keripik apel' } })
})

test('answers as the page does, whatever the address says', async () => {
  await aMarket(['Keripik Apel 100 g', 'Keripik Nangka 100 g', 'Sari Apel 250 ml'])
  for (const search of [
    '',
    '?q=apel',
    '?q=keripik&urut=termahal',
    '?jenis=keripik-buah&sertifikat=halal',
    '?desa=x',
    '?q=televisi&dari=1',
  ]) {
    const page = await catalogue(await get(`/katalog${search}`))
    const { cards, counts } = ('data' in page ? page.data : page) as {
      cards: { slug: string }[]
      counts: { total: number }
    }
    const answer = await read(search)
    expect(answer.total).toBe(counts.total)
    expect(answer.items.map(({ slug }: { slug: string }) => slug)).toEqual(cards.map(({ slug }) => slug))
  }
})

test('pages by limit and setelah, each product once', async () => {
  await aMarket(['Keripik A 1', 'Keripik B 2', 'Keripik C 3', 'Keripik D 4', 'Keripik E 5'])
  const seen: string[] = []
  let after = ''
  do {
    const answer = await read(`?q=keripik&limit=2${after}`)
    expect(answer.items.length).toBeLessThanOrEqual(2)
    seen.push(...answer.items.map(({ id }: { id: string }) => id))
    after = answer.next ? `&setelah=${encodeURIComponent(answer.next)}` : ''
  } while (after)
  expect(new Set(seen).size).toBe(5)
  expect(seen).toHaveLength(5)
})

test.for(['0', '101', '-1', '1.5', 'banyak', '', '1e1', '9999999999'])(
  'limit %j is refused',
  async (limit) => {
    const answer = await ask(`?limit=${limit}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-control')).toBeNull()
    const body = await answer.json()
    expect(body).toMatchObject({ type: 'urn:rak-lokal:bad-limit', status: 400 })
    expect(described('Problem').safeParse(body).success).toBe(true)
  },
)

test('other values that cannot be read are as if they were not there', async () => {
  await aMarket()
  const odd = '?urut=entah&sertifikat=%00&dari=banyak&setelah=~&desa=%27&tahan-hari=-1&lain=1'
  expect(await read(odd)).toMatchObject({ total: 1, items: [{}] })
})

test('real answers are as the description says, and nothing else', async () => {
  await aMarket(['Keripik Apel 100 g', 'Sari Apel 250 ml'])
  const schema = described('SearchAnswer')
  for (const search of ['', '?q=apel', '?q=kripk', '?q=televisi', '?q=apel+terbang', '?limit=1']) {
    const answer = await read(search)
    expect(searchAnswer.parse(answer)).toEqual(answer)
    expect(schema.safeParse(answer).error?.issues).toBeUndefined()
    expect(schema.safeParse({ ...answer, total: '1' }).success).toBe(false)
  }
})

test('the description is OpenAPI 3.1 and names every parameter that the catalogue reads', async () => {
  const answer = openapi()
  const body = await answer.json()
  expect(body.openapi).toBe('3.1.0')
  const names = body.paths['/api/v1/search'].get.parameters.map(({ name }: { name: string }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['q', 'limit', 'setelah', 'urut', 'jenis', 'desa', 'sertifikat', 'dari', 'dekat']),
  )
  expect(Object.keys(body.components.schemas).toSorted()).toEqual([
    'FacetValue',
    'Item',
    'Problem',
    'SearchAnswer',
  ])
  expect(JSON.stringify(body)).not.toContain('$defs')
})

test('any site may read it, everybody gets the same, and who asks where they are is not remembered', async () => {
  await aMarket()
  const { headers } = await ask('?q=apel')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('cache-control')).toBe('public, no-cache')
  expect(headers.get('set-cookie')).toBeNull()
  expect((await ask('?dekat=-7.87,112.52')).headers.get('cache-control')).toBe('private, no-store')
})

test('addresses are whole where the site knows its own', async () => {
  const [variant] = await aMarket()
  vi.stubEnv('PUBLIC_ORIGIN', 'https://rak.example')
  const slug = variant?.product.id.replace('_', '-')
  expect((await read('')).items[0].url).toBe(`https://rak.example/produk/${slug}`)
  vi.unstubAllEnvs()
  expect((await read('')).items[0].url).toBe(`/produk/${slug}`)
})

test('who asks too often is told when to come again', async () => {
  const one = { ...(await get('/api/v1/search?q=x')), context: { address: '203.0.113.77' } }
  const answers = []
  for (let i = 0; i < 121; i++) answers.push(await loader(one))
  expect(answers.slice(0, 120).every(({ status }) => status === 200)).toBe(true)
  const last = answers.at(-1)
  expect([last?.status, last?.headers.get('retry-after')]).toEqual([429, '60'])
  expect((await loader({ ...one, context: { address: '203.0.113.78' } })).status).toBe(200)
})
