import { expect, test } from 'vitest'
import type { RetailMember } from '#app/domain/access/actors.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { readOffered, searchOffered } from '#app/domain/shelf-plans/variant-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, aVariant } from '#tests/support/make.ts'
import { now } from '#tests/support/plans.ts'

async function indexed(over: Parameters<typeof aVariant>[0]) {
  const variant = await aVariant(over)
  await indexProducts(db, [variant.productId], now)
  return variant
}
const when = { deliverOn: '2026-12-01', today: '2026-11-24' }
const offeredTo = async (chainId: string, id: string) =>
  (await readOffered(db, { variants: [id] }, { ...when, chainId }))[id]
const names = async (words: string) =>
  (await searchOffered(db, await aBuyer(), { words, storage: 'ambient' }, when)).map(({ name }) => name)

test('goods for the fixture come first, others after them, and without words only those that suit', async () => {
  await indexed({ name: 'Yoghurt Apel 250 ml', storage: 'chilled' })
  await indexed({ name: 'Keripik Apel 100 g' })
  await indexed({ name: 'Sari Stroberi 250 ml' })
  expect(await names('apel')).toEqual(['Keripik Apel 100 g', 'Yoghurt Apel 250 ml'])
  expect((await names('')).sort()).toEqual(['Keripik Apel 100 g', 'Sari Stroberi 250 ml'])
})

test('what the index still shows and is not sold any more is left out, and read as not sold', async () => {
  const { id, productId } = await indexed({ name: 'Keripik Apel 100 g', onHand: 30 })
  const { chainId } = await aBuyer()
  expect(await offeredTo(chainId, id)).toMatchObject({
    isSold: true,
    onHand: 30,
    free: 30,
  })
  await db.product.update({ where: { id: productId }, data: { status: 'paused' } })
  expect(await names('apel')).toEqual([])
  expect(await offeredTo(chainId, id)).toMatchObject({ isSold: false })
})

test('who may not plan shelves gets no tray of goods and wholesale prices', async () => {
  await indexed({ name: 'Keripik Apel 100 g' })
  const staff = await aBuyer({ role: 'store_staff' })
  for (const actor of [staff, await aBuyer({ role: 'approver' }), await anOfficer()])
    await expect(
      searchOffered(db, actor as RetailMember, { words: '', storage: 'ambient' }, when),
    ).rejects.toMatchObject({ kind: 'forbidden' })
})
