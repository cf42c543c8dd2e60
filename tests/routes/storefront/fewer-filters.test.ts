import { expect, test } from 'vitest'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as catalogue } from '#app/routes/storefront/catalogue.tsx'
import { get } from '#tests/support/ask.ts'
import { aVariant } from '#tests/support/make.ts'

async function aFound(over: Parameters<typeof aVariant>[0]) {
  const variant = await aVariant(over)
  await indexProducts(db, [variant.productId], new Date())
  return variant
}
const lifted = async (search: string) =>
  (await catalogue(await get(`/katalog?${search}`))).data.lifted.map(({ href, count }) => [href, count])

test('an empty page looks no more than twice for what fewer filters would find', async () => {
  await aFound({ storage: 'chilled', retailPrice: 15_000n, leadTimeDays: 9 })
  await aFound({ storage: 'chilled', retailPrice: 90_000n, leadTimeDays: 1 })
  await aFound({ storage: 'ambient', retailPrice: 15_000n, leadTimeDays: 1 })
  expect(await lifted('simpan=dingin&sampai=20000&siap-hari=2')).toEqual([
    ['/katalog?sampai=20000&siap-hari=2', 1],
    ['/katalog', 3],
  ])
})

test('of several filters, the one tried alone is one that is known to leave something', async () => {
  const { productId } = await aFound({ storage: 'ambient' })
  const { categorySlug } = await db.product.findUniqueOrThrow({ where: { id: productId } })
  const category = `jenis=${categorySlug}`
  expect(await lifted(`${category}&simpan=dingin`)).toContainEqual([`/katalog?${category}`, 1])
})
