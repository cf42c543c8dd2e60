import { expect, test } from 'vitest'
import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { suggest } from '#app/domain/suggestions/suggest.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aVariant } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function aMarket() {
  const variant = await aVariant()
  await indexProducts(db, [variant.product.id], at)
  await indexNames(db, at)
  return variant
}

const namesOf = async (typed: string) => (await suggest(db, typed, at)).products.map(({ name }) => name)

test.for(['ke', 'ker', 'kerip', 'kri', 'KRIPIK a', 'keripik apel man', 'tulung', 'manlagi'])(
  'a product is suggested for %j',
  async (typed) => {
    await aMarket()
    expect(await namesOf(typed)).toEqual(['Keripik Apel Manalagi 100 g'])
  },
)

test('who and what else is called so is suggested with it', async () => {
  await aMarket()
  const { names } = await suggest(db, 'tulung', at)
  expect(names).toMatchObject([{ kind: 'village', name: 'Tulungrejo', products: 1 }])
  expect((await suggest(db, 'kel', at)).names).toMatchObject([{ kind: 'producer' }])
  expect((await suggest(db, 'keripik', at)).names).toMatchObject([{ kind: 'category' }])
})

test('of less than two letters nothing is guessed: what many look for is shown', async () => {
  await aMarket()
  await countQueries(db, [{ words: 'keripik apel', times: 5, isFound: true }], at)
  for (const typed of ['', 'k', ' ! '])
    expect(await suggest(db, typed, at)).toMatchObject({ products: [], names: [], popular: ['keripik apel'] })
})

test('what is hidden since it was indexed is not suggested', async () => {
  await aMarket()
  await db.product.updateMany({ data: { status: 'paused' } })
  expect(await suggest(db, 'keripik', at)).toMatchObject({ products: [], names: [{ kind: 'category' }] })
})

test.for([
  "'; drop table products; --",
  '%_',
  '!:*&|()',
  '\u0000 ab',
  'z'.repeat(10_000),
  '💚💚',
  '<b>x</b>',
  '\ud800aa',
])('any input is safe: %j', async (typed) => {
  await aMarket()
  expect((await suggest(db, typed, at)).popular).toEqual([])
})

test('what is far too long is cut', async () => {
  await aMarket()
  expect(await suggest(db, `${'keripik '.repeat(2_000)}`, at)).toMatchObject({ products: [{}] })
  expect(await suggest(db, 'z'.repeat(10_000), at)).toMatchObject({ products: [], names: [] })
})
