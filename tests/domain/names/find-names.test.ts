import { expect, test } from 'vitest'
import { findNames } from '#app/domain/names/find-names.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aChain, aCooperative, aStore, aVariant, aVillage } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function aTown() {
  const cooperative = await aCooperative()
  await db.organisation.update({ where: { id: cooperative.id }, data: { shortName: 'KDMP Tulungrejo' } })
  const variant = await aVariant({ cooperative })
  const store = await aStore(await aChain(), 'Batu Kota')
  await indexNames(db, at)
  return { cooperative, variant, store }
}

const kindsOf = async (text: string, isTyping = false) =>
  (await findNames(db, text, { isTyping, limit: 10 })).map(({ kind }) => kind)

test('villages, cooperatives, producers, stores and kinds of goods are found by their names', async () => {
  const { store } = await aTown()

  expect(await kindsOf('tulungrejo')).toEqual(['village', 'cooperative'])
  expect(await kindsOf('desa Tulungrejo')).toEqual(['village'])
  expect(await kindsOf('tani makmur')).toEqual(['producer'])
  expect(await kindsOf('kripik buah')).toEqual(['category'])
  expect(await findNames(db, 'batu kota', { limit: 4 })).toMatchObject([
    { kind: 'store', slug: store.slug, name: 'Batu Kota', products: 0 },
  ])
  expect(await findNames(db, 'fruit crisps', { limit: 4 })).toMatchObject([{ kind: 'category', products: 1 }])
})

test('the last word may be half typed, the others and a whole query may not', async () => {
  await aTown()

  expect(await kindsOf('tu', true)).toEqual(['village', 'cooperative'])
  expect(await kindsOf('kelompok ta', true)).toEqual(['producer'])
  expect(await kindsOf('kripi', true)).toEqual(['category'])
  expect(await kindsOf('tu')).toEqual([])
})

test('a mistyped name is found, and a word that products have is not taken for a name', async () => {
  await aTown()
  await db.searchWord.create({ data: { word: 'tanah' } })

  expect(await kindsOf('tulungreo')).toEqual(['village', 'cooperative'])
  expect(await kindsOf('kelompk tani')).toEqual(['producer'])
  expect(await kindsOf('tanah makmur')).toEqual([])
  expect(await kindsOf('televisi')).toEqual([])
})

test('who is called exactly so comes first, then who begins so, then who has more products', async () => {
  await aVillage('Beji')
  await aVillage('Beji Kidul')
  const busy = await aCooperative()
  await db.organisation.update({ where: { id: busy.id }, data: { shortName: 'Koperasi Beji' } })
  await aVariant({ cooperative: busy })
  await indexNames(db, at)

  const found = await findNames(db, 'beji', { limit: 10 })
  expect(found.map(({ name }) => name)).toEqual(['Beji', 'Beji Kidul', 'Koperasi Beji'])
})

test('kinds, how many of each and how many at all can be bounded', async () => {
  await aTown()
  for (const name of ['Sumberejo', 'Sumbergondo', 'Sumber Brantas']) await aVillage(name)
  await indexNames(db, at)

  expect(await findNames(db, 'sumb', { isTyping: true, limit: 2 })).toHaveLength(2)
  expect(await findNames(db, 'sumb', { isTyping: true, perKind: 1, limit: 5 })).toHaveLength(1)
  expect(await findNames(db, 'sumb', { isTyping: true, kinds: ['store'], limit: 5 })).toEqual([])
})

test('what has gone, is hidden or has another name since it was indexed is never shown', async () => {
  const { variant, store } = await aTown()
  const { producerId } = variant.product

  await db.store.update({ where: { id: store.id }, data: { name: 'Batu Plaza' } })
  expect(await kindsOf('batu')).toEqual([])
  await db.product.updateMany({ data: { status: 'paused' } })
  expect(await kindsOf('makmur')).toEqual([])
  await db.product.updateMany({ data: { status: 'published' } })
  expect(await kindsOf('makmur')).toEqual(['producer'])
  await db.producer.update({ where: { id: producerId }, data: { name: 'Kelompok Makmur Jaya' } })
  expect(await kindsOf('makmur')).toEqual([])
})

test('any input is safe', async () => {
  await aTown()
  const odd = [
    '',
    ' ',
    "'; drop table search_names; --",
    '%',
    '!:*&|()',
    '\u0000',
    'a'.repeat(5_000),
    '💚',
    ':*A',
  ]
  for (const text of odd) expect(await findNames(db, text, { isTyping: true, limit: 5 })).toEqual([])
})
