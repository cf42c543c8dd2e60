import { expect, test } from 'vitest'
import { orderShelfPlan } from '#app/domain/shelf-plans/order-shelf-plan.server.ts'
import { savePlan } from '#app/domain/shelf-plans/save-plan.server.ts'
import type { Requirement } from '#app/domain/stores/chain-rules.ts'
import { say } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aFixture } from '#tests/support/make.ts'
import { anOrder, aScene, levelOf, now, place } from '#tests/support/orders.ts'
import { aPlanner, drawn } from '#tests/support/plans.ts'
import { aCertificate, aKind, theLaw } from '#tests/support/readiness.ts'

/** What is ordered here is delivered on 1 December 2026. */
async function aChainThat(requires: Requirement[]) {
  await theLaw()
  await aKind({ licences: ['pirt', 'bpom_md'], halalScope: 'food' })
  const scene = await aScene()
  await db.retailChain.update({ where: { organisationId: scene.buyer.chainId }, data: { requires } })
  return scene
}
const refusal = (why: string) => ({
  kind: 'conflict',
  said: { key: 'chain_rule.missed', name: 'Keripik Apel Manalagi 100 g', day: '1 Des 2026', why },
  fields: { 'placements[0].startMm': { key: 'chain_rule.missed' } },
})

test('an expired certificate keeps a product out of the order of a chain that requires it, and of no other', async () => {
  const { buyer, variant, placement } = await aChainThat(['licence'])
  await aCertificate(variant, 'pirt', '2026-11-24')
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject(refusal('P-IRT habis 24 Nov 2026.'))
  expect([await db.shelfOrder.count(), (await levelOf(variant.id)).reserved]).toEqual([0, 0])

  const other = await aBuyer()
  const [shelf] = (await aFixture({ chain: { id: other.chainId } })).shelves
  await place(other, anOrder([{ ...placement, shelfId: shelf?.id ?? '' }]))
  expect(await db.shelfOrder.count()).toBe(1)
})

test.for([
  ['on the day it is delivered', '2026-12-01', 0],
  ['on the day after', '2026-12-02', 1],
] as const)('a certificate that expires %s decides', async ([, expiresOn, orders]) => {
  const { buyer, variant, placement } = await aChainThat(['licence'])
  await aCertificate(variant, 'pirt', expiresOn)
  const tried = await place(buyer, anOrder([placement])).catch((error) => error)
  if (orders === 0) expect(tried).toMatchObject(refusal('P-IRT habis 1 Des 2026.'))
  expect(await db.shelfOrder.count()).toBe(orders)
})

test('halal is asked for where the law asks for it, from its day on', async () => {
  const { buyer, placement } = await aChainThat(['halal'])
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject(
    refusal('Makanan dan minuman wajib bersertifikat halal.'),
  )
  await db.datedSetting.deleteMany({ where: { key: 'halal.food' } })
  await place(buyer, anOrder([placement]))
  expect(await db.shelfOrder.count()).toBe(1)
})

test('a certificate that the chain asks of everything is asked where the law does not', async () => {
  const { buyer, variant, placement } = await aChainThat(['certificate:organik'])
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject(
    refusal('Sertifikat Organik tidak ada atau sudah habis.'),
  )
  await aCertificate(variant, 'organik', '2027-01-01')
  await place(buyer, anOrder([placement]))
})

test('everything that is missed is said at once', async () => {
  const { buyer, placement } = await aChainThat(['barcode', 'licence'])
  const refused = await place(buyer, anOrder([placement])).catch((error) => error)
  expect(say(refused.said)).toBe(
    'Keripik Apel Manalagi 100 g belum bisa dipesan untuk diantar 1 Des 2026. Belum ada P-IRT atau BPOM MD. Baru kode toko. Kasir jaringan besar perlu barcode GS1.',
  )
})

test('an order that stands is not asked again: sent twice it answers the same after the certificate expired', async () => {
  const { buyer, variant, placement } = await aChainThat(['licence'])
  await aCertificate(variant, 'pirt', '2027-01-01')
  const order = anOrder([placement])
  const placed = await place(buyer, order)
  await db.certificate.deleteMany()
  expect(await place(buyer, order)).toEqual(placed)
})

test('in the planner the refusal stands at the product and at its line, and the plan stays', async () => {
  const { buyer, placement, where } = await aPlanner()
  await theLaw()
  await aKind({ licences: ['pirt'], halalScope: 'food' })
  await db.retailChain.update({ where: { organisationId: buyer.chainId }, data: { requires: ['licence'] } })
  const draft = drawn(placement)
  const { planId, version } = await savePlan(db, buyer, { ...where, version: 0, draft }, now)
  const order = { orderId: newId('shelfOrder'), planId, version, fixtureIds: [], amounts: [] }
  await expect(orderShelfPlan(db, buyer, order, now)).rejects.toMatchObject({
    kind: 'conflict',
    fields: {
      [`placements.${placement.id}`]: { key: 'chain_rule.missed' },
      [`cartons.${placement.variantId}`]: { key: 'chain_rule.missed' },
    },
  })
  expect(await db.shelfPlan.findUniqueOrThrow({ where: { id: planId } })).toMatchObject({ version })
})
