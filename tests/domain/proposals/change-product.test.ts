import { expect, test } from 'vitest'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { getPublishedContent } from '#app/domain/proposals/product-queries.server.ts'
import type { SubmitProposal } from '#app/domain/proposals/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { gtin13 } from '#tests/support/make.ts'
import { aSubmitted, later, submit } from '#tests/support/proposals.ts'

/** A published product, and a change of it that waits. */
async function aChange(over: Partial<SubmitProposal>, first: Partial<SubmitProposal> = {}) {
  const scene = await aSubmitted(first)
  const { productId } = await approveProposal(db, scene.colleague, scene.decision, later(1))
  const typed = { ...scene.typed, proposalId: newId('proposal'), version: 0, productId, ...over }
  const { id, version } = await submit(scene.officer, typed, later(2))
  return {
    ...scene,
    productId,
    approve: () => approveProposal(db, scene.colleague, { proposalId: id, version }, later(60)),
  }
}

const variantOf = (productId: string) => db.variant.findFirstOrThrow({ where: { productId } })

test('a changed price stays the old one until it is approved, and is the new one from then on', async () => {
  const { productId, approve } = await aChange({ retailPrice: 12_000n, wholesalePrice: 9_000n })
  expect(await variantOf(productId)).toMatchObject({ retailPrice: 10_500n, wholesalePrice: 7_800n })
  await approve()
  expect(await variantOf(productId)).toMatchObject({
    retailPrice: 12_000n,
    wholesalePrice: 9_000n,
    memberPrice: 7_410n,
  })
})

test('a changed name keeps the address, the variant and its stock', async () => {
  const { productId, approve } = await aChange(
    { name: 'Nama baru' },
    { lotQuantity: 20, lotBestBefore: '2027-01-01' },
  )
  const before = await variantOf(productId)
  await approve()
  expect(await db.product.findUniqueOrThrow({ where: { id: productId } })).toMatchObject({
    name: 'Nama baru',
    slug: 'keripik-tempe-pedas-daun-jeruk',
    changedAt: later(60),
  })
  expect(await variantOf(productId)).toEqual(before)
  expect(await db.stockLevel.findUniqueOrThrow({ where: { variantId: before.id } })).toMatchObject({
    onHand: 20,
  })
  expect(await db.lot.count()).toBe(1)
})

test('an in-store code that is printed already stays; a real barcode takes its place', async () => {
  const same = await aChange({ retailPrice: 11_000n })
  const { gtin } = await variantOf(same.productId)
  await same.approve()
  expect((await variantOf(same.productId)).gtin).toBe(gtin)

  const real = await aChange({ gtin: '8991234567891' })
  await real.approve()
  expect(await variantOf(real.productId)).toMatchObject({ gtin: '8991234567891', gtinKind: 'gs1' })
})

test('a barcode that is taken away becomes an in-store code, and may keep its own', async () => {
  const kept = await aChange({ retailPrice: 11_000n }, { gtin: '8991234567891' })
  await kept.approve()
  expect(await variantOf(kept.productId)).toMatchObject({ gtin: '8991234567891', gtinKind: 'gs1' })

  const gone = await aChange({ gtin: undefined }, { gtin: gtin13('899999999999') })
  await gone.approve()
  expect(await variantOf(gone.productId)).toMatchObject({ gtinKind: 'in_store' })
})

test('certificates follow: one stays with its row, one is new, one goes, others are left alone', async () => {
  const { productId, officer, approve } = await aChange(
    { halalNumber: 'ID35110017058840424', pirtNumber: undefined, bpomNumber: 'MD 867028042317' },
    { halalNumber: 'ID35110017058840424', pirtNumber: '2153579010207-30' },
  )
  const scope = { productId, cooperativeId: officer.cooperativeId }
  await db.certificate.create({ data: { id: newId('certificate'), ...scope, kind: 'nkv', number: '1' } })
  const halal = await db.certificate.findFirstOrThrow({ where: { productId, kind: 'halal' } })
  await approve()
  const current = { productId, replacedAt: null }
  const rows = await db.certificate.findMany({ where: current, orderBy: { kind: 'asc' } })
  expect(rows.map(({ kind }) => kind)).toEqual(['halal', 'bpom_md', 'nkv'])
  expect(rows[0]).toEqual(halal)
})

test('a seeded example of a certificate stays until a real number takes its place', async () => {
  const { productId, officer, colleague, typed, approve } = await aChange({})
  const sample = { productId, cooperativeId: officer.cooperativeId, number: 'contoh', isSample: true }
  await db.certificate.create({ data: { id: newId('certificate'), ...sample, kind: 'halal' } })
  expect((await getPublishedContent(db, productId))?.halalNumber).toBeNull()
  await approve()
  expect(await db.certificate.findMany({ where: { productId } })).toMatchObject([sample])

  const real = { ...typed, proposalId: newId('proposal'), productId, halalNumber: 'ID35110017058840424' }
  const { id, version } = await submit(officer, real, later(70))
  await approveProposal(db, colleague, { proposalId: id, version }, later(80))
  expect(await db.certificate.findMany({ where: { productId, replacedAt: null } })).toMatchObject([
    { number: 'ID35110017058840424', isSample: false },
  ])
})

test('what a published product says can be read back as a proposal', async () => {
  const { productId, typed } = await aChange(
    {},
    { halalNumber: 'ID35110017058840424', gtin: '8991234567891' },
  )
  const {
    proposalId,
    version,
    productId: _,
    halalNumber,
    producerId,
    photoId,
    name,
    ...rest
  } = {
    ...typed,
    productId,
  }
  const { categorySlug, brand, story, ...pack } = rest
  expect(await getPublishedContent(db, productId)).toMatchObject({
    ...{ halalNumber, producerId, photoId, name, categorySlug, brand, story, processing: 'cooked' },
    variants: [pack],
  })
})
