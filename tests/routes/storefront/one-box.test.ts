import { expect, test } from 'vitest'
import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { countAsked, takeAsked } from '#app/domain/demand/tally.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader } from '#app/routes/storefront/catalogue.tsx'
import { get } from '#tests/support/ask.ts'
import { aVariant } from '#tests/support/make.ts'

const read = async (search: string) => (await loader(await get(`/katalog${search}`))).data

async function aMarket() {
  const { product } = await aVariant()
  await indexProducts(db, [product.id], new Date())
  await indexNames(db, new Date())
}

test('words that name a village or a producer show it above the products', async () => {
  await aMarket()
  expect((await read('?q=tulungrejo')).places).toMatchObject([{ kind: 'village', name: 'Tulungrejo' }])
  expect((await read('?q=tani+makmur')).places).toMatchObject([{ kind: 'producer' }])
})

test('where somebody has narrowed or turned the page, only products are shown', async () => {
  await aMarket()
  for (const search of [
    '',
    '?q=tulungrejo&sertifikat=halal',
    '?q=tulungrejo&sampai=50000',
    '?q=tulungrejo&setelah=x',
  ])
    expect((await read(search)).places).toEqual([])
})

test('who finds nothing sees what many look for', async () => {
  await countQueries(db, [{ words: 'keripik apel', times: 5, isFound: true }], new Date())
  expect((await read('?q=televisi')).sought).toEqual(['keripik apel'])
  await aMarket()
  expect((await read('?q=keripik')).sought).toEqual([])
})

test('what is looked for is noted as found where a product has all of it', async () => {
  await aMarket()
  for (const words of ['apel manalagi', 'apel durian', 'radio'])
    countAsked(words, '203.0.113.5', '2026-11-24')
  for (const search of ['?q=apel+manalagi', '?q=apel+durian', '?q=radio']) await read(search)
  expect(takeAsked()).toEqual([
    { words: 'apel manalagi', times: 1, isFound: true },
    { words: 'apel durian', times: 1, isFound: false },
    { words: 'radio', times: 1, isFound: false },
  ])
})
