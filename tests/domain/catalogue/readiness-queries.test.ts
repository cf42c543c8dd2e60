import { expect, test } from 'vitest'
import { getReadiness, listReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import { listDocuments } from '#app/domain/search/documents.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, aVariant } from '#tests/support/make.ts'
import { aCertificate, aKind, theLaw } from '#tests/support/readiness.ts'

const today = '2026-11-24'

const statesOf = async (variantId: string, on = today) => {
  const found = (await listReadiness(db, [variantId], on)).get(variantId)?.readiness ?? []
  return Object.fromEntries(found.map(({ slug, state }) => [slug, state]))
}
const meetsOf = async (productId: string, on = today) =>
  (await listDocuments(db, [productId], on))[0]?.facets.meets

test('a category without an answer of its own asks what the one above it asks', async () => {
  await theLaw()
  await aKind({ slug: 'makanan', licences: ['pirt'], halalScope: 'food' })
  await aKind({ slug: 'tempe', parentSlug: 'makanan', halalScope: 'exempt' })
  const variant = await aVariant({ categorySlug: 'tempe' })
  expect(await statesOf(variant.id)).toMatchObject({ licence: 'missing', halal: 'not_needed' })
  await aCertificate(variant, 'pirt', '2027-01-01')
  expect(await statesOf(variant.id)).toMatchObject({ licence: 'met', stock: 'met', barcode: 'missing' })
})

test('nothing counts as ready in a category that nobody filled in', async () => {
  await theLaw()
  const variant = await aVariant()
  await aCertificate(variant, 'pirt')
  expect(await statesOf(variant.id)).toMatchObject({ licence: 'missing', halal: 'missing' })
  expect(await meetsOf(variant.productId)).toEqual(['carton'])
})

test('an empty list of licences is an answer: none is needed', async () => {
  await theLaw()
  await aKind({ slug: 'kerajinan', licences: [], halalScope: 'none' })
  const variant = await aVariant({ categorySlug: 'kerajinan' })
  expect(await statesOf(variant.id)).toMatchObject({ licence: 'not_needed', halal: 'not_needed' })
})

test('the index says what a product has, until the day its certificate expires', async () => {
  await theLaw()
  await aKind({ licences: ['pirt', 'bpom_md'], halalScope: 'food' })
  const variant = await aVariant()
  await aCertificate(variant, 'halal')
  await aCertificate(variant, 'pirt', '2026-12-01')
  expect(await meetsOf(variant.productId, '2026-11-30')).toEqual([
    'carton',
    'halal',
    'licence',
    'ready-souvenir',
  ])
  expect(await meetsOf(variant.productId, '2026-12-01')).toEqual(['carton', 'halal'])
})

test('the index follows the law: food without halal is found as such until the day', async () => {
  await theLaw()
  await aKind({ licences: [], halalScope: 'food' })
  const variant = await aVariant()
  expect(await meetsOf(variant.productId, '2026-10-17')).toContain('halal')
  expect(await meetsOf(variant.productId, '2026-10-18')).not.toContain('halal')
})

test('who keeps the product reads its list; another cooperative finds nothing, a buyer is refused', async () => {
  await theLaw()
  await aKind({ licences: ['pirt'], halalScope: 'food' })
  const variant = await aVariant()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  const officer = await anOfficer({ organisation })
  expect(await getReadiness(db, officer, variant.id, today)).toHaveLength(7)
  expect(await getReadiness(db, await anOfficer(), variant.id, today)).toEqual([])
  const buyer = await aBuyer()
  await expect(getReadiness(db, buyer as never, variant.id, today)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
