import { expect, test } from 'vitest'
import { decideCertificate } from '#app/domain/certificates/decide-certificate.server.ts'
import { remindOfExpiry } from '#app/domain/certificates/remind-expiry.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { anOfficer, anOperator, jobs, reasonsOf } from '#tests/support/make.ts'
import { anOrder, aScene, levelOf, place } from '#tests/support/orders.ts'
import { now, send } from '#tests/support/papers.ts'
import { aCertificate, aKind, theLaw } from '#tests/support/readiness.ts'

/** What is ordered here is delivered on 1 December 2026; the chain asks for a licence and food needs one. */
async function aChainThatAsks() {
  await theLaw()
  await aKind({ licences: ['pirt', 'bpom_md'], halalScope: 'none' })
  const scene = await aScene()
  await db.retailChain.update({
    where: { organisationId: scene.buyer.chainId },
    data: { requires: ['licence'] },
  })
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: scene.variant.cooperativeId } })
  return { ...scene, officer: await anOfficer({ organisation }) }
}
const documentOf = async (productId: string) => {
  const { document } = await db.searchDocument.findUniqueOrThrow({ where: { productId } })
  return (document as { facets: { meets: string[]; certificates: string[] } }).facets
}

test('at midnight in Batu the catalogue of a chain that requires it loses what ended, without anybody changing a row', async () => {
  const { variant } = await aChainThatAsks()
  await aCertificate(variant, 'pirt', '2026-12-01')
  const last = new Date('2026-11-30T16:59:59.999Z')
  await indexProducts(db, [variant.productId], last)
  expect((await documentOf(variant.productId)).meets).toContain('licence')
  await remindOfExpiry(db, last)
  const midnight = new Date('2026-11-30T17:00:00Z')
  await remindOfExpiry(db, midnight)
  expect(await jobs()).toContain('product.changed')
  await indexProducts(db, [variant.productId], midnight)
  const { meets, certificates } = await documentOf(variant.productId)
  expect([meets.includes('licence'), certificates]).toEqual([false, []])
})

test('a paper of the producer lets all its goods in, and its end takes them out', async () => {
  const { buyer, placement, variant, officer } = await aChainThatAsks()
  const { producerId } = await db.product.findUniqueOrThrow({ where: { id: variant.productId } })
  const organic = { kind: 'bpom_md', number: 'MD 867028042317', expiresOn: '2026-12-01' } as const
  await send(officer, { producerId }, organic)
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject({
    said: { key: 'chain_rule.missed', why: 'BPOM MD habis 1 Des 2026.' },
  })
  await send(officer, { producerId }, { ...organic, expiresOn: '2026-12-02' })
  await place(buyer, anOrder([placement]))
  expect(await db.shelfOrder.count()).toBe(1)
})

test('what was rejected does not let in; an order that stands does not fall with its paper', async () => {
  const { buyer, placement, variant, officer } = await aChainThatAsks()
  const operator = await anOperator()
  const id = await send(officer, { productId: variant.productId })
  const order = anOrder([placement])
  await place(buyer, order)
  const reserved = (await levelOf(variant.id)).reserved
  await decideCertificate(db, operator, { certificateId: id, decision: 'rejected', reason: 'Palsu' }, now)
  expect((await levelOf(variant.id)).reserved).toBe(reserved)
  expect(await place(buyer, order)).toMatchObject({ id: order.orderId })
  await expect(place(buyer, anOrder([placement]))).rejects.toMatchObject({
    said: { key: 'chain_rule.missed' },
  })
})

test('of an order and a rejection at once the order was first, or it was refused', async () => {
  for (let round = 0; round < 8; round++) {
    const { buyer, placement, variant, officer } = await aChainThatAsks()
    const operator = await anOperator()
    const id = await send(officer, { productId: variant.productId })
    const [ordered, rejected] = await Promise.allSettled([
      place(buyer, anOrder([placement])),
      decideCertificate(db, operator, { certificateId: id, decision: 'rejected', reason: 'Palsu' }, now),
    ])
    expect(rejected.status).toBe('fulfilled')
    const orders = await db.shelfOrder.count({ where: { chainId: buyer.chainId } })
    expect(orders).toBe(ordered.status === 'fulfilled' ? 1 : 0)
    if (ordered.status === 'rejected') expect(reasonsOf([ordered])).toEqual(['conflict chain_rule.missed'])
  }
})
