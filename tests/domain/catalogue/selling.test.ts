import { expect, test } from 'vitest'
import { listCards } from '#app/domain/catalogue/card-queries.server.ts'
import { moveProduct } from '#app/domain/catalogue/move-product.server.ts'
import { moveVariant } from '#app/domain/catalogue/move-variant.server.ts'
import { requireProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { moveSellingForm, productMoves } from '#app/domain/catalogue/selling.ts'
import { requireSelling } from '#app/domain/catalogue/selling-queries.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aFixture, anOfficer, gtin13, jobs, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aPlacedOrder, aScene, now, place } from '#tests/support/orders.ts'

const today = '2026-11-24'
const why = 'Bahan baku habis'

async function aSold(onHand = 2_400) {
  const scene = await aScene({ onHand })
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: scene.variant.cooperativeId } })
  const [officer, manager] = [
    await anOfficer({ organisation }),
    await anOfficer({ organisation, role: 'manager' }),
  ]
  const { productId } = scene.variant
  const slug = (await db.product.findUniqueOrThrow({ where: { id: productId } })).slug
  const move = (to: 'paused' | 'published' | 'archived', by = officer) =>
    moveProduct(db, by, { productId, to, reason: to === 'published' ? '' : why }, now)
  return { ...scene, officer, manager, productId, slug, move }
}

/** A second pack of the same product. */
async function aSecondPack(variantId: string) {
  const { frontPhotoId, ...one } = await db.variant.findUniqueOrThrow({ where: { id: variantId } })
  const id = newId('variant')
  const gtin = gtin13(`21${String(Date.now()).slice(-10)}`)
  await db.variant.create({ data: { ...one, id, gtin, frontPhotoId, netContent: '250 g', position: 1 } })
  await db.stockLevel.create({ data: { variantId: id } })
  return id
}

test('a paused product is nowhere on sale, says who paused it and why, and can be sold again', async () => {
  const { buyer, placement, productId, slug, move, officer, variant } = await aSold()
  await indexProducts(db, [productId], now)
  await move('paused')
  await move('paused')
  expect(await jobs()).toContain('product.changed')
  await expect(requireProduct(db, slug, today, '')).rejects.toMatchObject({ kind: 'not_found' })
  expect(await listCards(db, [productId], today)).toEqual([])
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject({ kind: 'not_found' })
  await indexProducts(db, [productId], now)
  expect(await db.searchDocument.count({ where: { productId } })).toBe(0)
  expect(await requireSelling(db, officer, productId)).toMatchObject({
    status: 'paused',
    packs: [{ id: variant.id, isEnded: false }],
    moves: [{ toStatus: 'paused', reason: why, who: officer.personName, pack: null }],
  })

  await move('published')
  await place(buyer, anOrder([placement]))
  expect(await db.productMove.count()).toBe(2)
})

test('what is archived stays archived, whatever is tried; only who manages archives', async () => {
  const { move, manager, productId } = await aSold()
  await expect(move('archived')).rejects.toMatchObject({ kind: 'forbidden' })
  await move('archived', manager)
  for (const to of ['published', 'paused'] as const)
    await expect(move(to)).rejects.toMatchObject({
      kind: 'conflict',
      said: { key: 'selling.archived_stays' },
    })
  await expect(
    db.product.update({ where: { id: productId }, data: { status: 'published' } }),
  ).rejects.toThrow()
  expect(productMoves.archived).toEqual([])
})

test('an order that is open when its product is paused can still be answered', async () => {
  const { order, line, officer, variant } = await aPlacedOrder()
  await moveProduct(db, officer, { productId: variant.productId, to: 'paused', reason: why }, now)
  const answers = [{ lineId: line.id, answer: 'accept' as const }]
  await answerPurchaseOrder(db, officer, { purchaseOrderId: order.id, answers, reason: '' }, now)
  expect(await db.purchaseOrder.findUnique({ where: { id: order.id } })).toMatchObject({ status: 'accepted' })
})

test('another role and another cooperative change nothing', async () => {
  const { productId, variant, officer } = await aSold()
  const product = { productId, to: 'paused' as const, reason: why }
  const pack = { productId, variantId: variant.id, to: 'ended' as const, reason: why }
  const buyer = (await aBuyer()) as never
  const stranger = await anOfficer()
  for (const [by, kind] of [
    [buyer, 'forbidden'],
    [stranger, 'not_found'],
  ] as const) {
    await expect(moveProduct(db, by, product, now)).rejects.toMatchObject({ kind })
    await expect(moveVariant(db, by, pack, now)).rejects.toMatchObject({ kind })
    await expect(requireSelling(db, by, productId)).rejects.toMatchObject({ kind })
  }
  await expect(moveVariant(db, officer, { ...pack, variantId: 'var_none' }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await db.productMove.count()).toBe(0)
})

test('a product of who has left is not sold again', async () => {
  const { move, variant } = await aSold()
  await move('paused')
  await db.producer.update({ where: { id: variant.product.producerId }, data: { leftAt: now } })
  await expect(move('published')).rejects.toMatchObject({ said: { key: 'producer.has_left' } })
})

test('an ended pack is not shown and not ordered, its product is; the last one is not ended', async () => {
  const { buyer, placement, variant, productId, slug, officer } = await aSold()
  const second = await aSecondPack(variant.id)
  const end = (variantId: string, to: 'ended' | 'sold' = 'ended') =>
    moveVariant(db, officer, { productId, variantId, to, reason: why }, now)
  await end(variant.id)
  await end(variant.id)
  expect((await requireProduct(db, slug, today, '')).packs.map(({ id }) => id)).toEqual([second])
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject({ kind: 'not_found' })
  await expect(end(second)).rejects.toMatchObject({ kind: 'conflict', said: { key: 'selling.last_pack' } })
  await end(variant.id, 'sold')
  await place(buyer, anOrder([placement]))
  expect(await db.productMove.findMany({ select: { toStatus: true, variantId: true } })).toEqual([
    { toStatus: 'ended', variantId: variant.id },
    { toStatus: 'sold', variantId: variant.id },
  ])
})

test('of two packs that are ended at once one stays on sale', async () => {
  const { variant, productId, officer } = await aSold()
  const both = [variant.id, await aSecondPack(variant.id)]
  const tries = await Promise.allSettled(
    both.map((variantId) =>
      moveVariant(db, officer, { productId, variantId, to: 'ended', reason: why }, now),
    ),
  )
  expect(reasonsOf(tries)).toEqual(['conflict selling.last_pack'])
  expect(await db.variant.count({ where: { productId, endedAt: null } })).toBe(1)
})

test('twenty order while it is paused: nothing is ordered once the pause is there', async () => {
  const { buyer, variant, move } = await aSold()
  const fixtures: Awaited<ReturnType<typeof aFixture>>[] = []
  for (let i = 0; i < 20; i++) fixtures.push(await aFixture({ chain: { id: buyer.chainId } }))
  let isPaused = false
  const late: unknown[] = []
  const order = async ({ shelves }: (typeof fixtures)[number]) => {
    const wasPaused = isPaused
    const placement = { shelfId: shelves[0]?.id ?? '', variantId: variant.id, startMm: 0, facings: 1 }
    await place(buyer, anOrder([placement]))
    if (wasPaused) late.push(shelves)
  }
  const tries = await Promise.allSettled([
    ...fixtures.slice(0, 8).map(order),
    move('paused').then(() => {
      isPaused = true
    }),
    ...fixtures.slice(8).map(order),
  ])
  const refused = reasonsOf(tries)
  expect(new Set(refused)).toEqual(new Set(refused.length ? ['not_found error.not_found'] : []))
  expect(late).toEqual([])
  expect(await db.shelfOrder.count()).toBe(20 - refused.length)
  const [last] = fixtures
  if (last) await expect(order(last)).rejects.toMatchObject({ kind: 'not_found' })
})

test('taking off sale says why, in the form and in the database', async () => {
  const read = (to: string, reason = '') =>
    moveSellingForm.safeParse({ what: 'product', to, reason }).error?.issues[0]?.message
  expect(read('paused')).toBe('selling.why')
  expect(read('published')).toBeUndefined()
  expect(read('paused', why)).toBeUndefined()
  expect(read('sold', why)).toBeDefined()
  const { productId, officer } = await aSold()
  await expect(moveProduct(db, officer, { productId, to: 'paused', reason: '' }, now)).rejects.toThrow()
})
