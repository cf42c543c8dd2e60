import { expect, test } from 'vitest'
import { findNames } from '#app/domain/names/find-names.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aCooperative, aVariant } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')
const names = () => db.searchName.findMany({ orderBy: [{ kind: 'asc' }, { slug: 'asc' }] })

test('every name is there once, with how many products are behind it', async () => {
  const cooperative = await aCooperative()
  await aVariant({ cooperative })
  await aVariant({ cooperative })

  await indexNames(db, at)

  const rows = await names()
  expect(rows.map(({ kind, products }) => [kind, products])).toEqual([
    ['category', 2],
    ['cooperative', 2],
    ['producer', 1],
    ['producer', 1],
    ['village', 2],
  ])
})

test('doing it again changes nothing, and many at once leave the same', async () => {
  await aVariant()
  expect(await indexNames(db, at)).toBe(4)
  expect(await indexNames(db, at)).toBe(0)

  await aVariant({ name: 'Lain' })
  const changes = await Promise.all(Array.from({ length: 8 }, () => indexNames(db, at)))
  expect(changes.filter(Boolean)).toHaveLength(1)
})

test('a producer comes with its first product, is renamed, and goes with its last', async () => {
  const { product } = await aVariant()
  await indexNames(db, at)
  await db.producer.update({ where: { id: product.producerId }, data: { name: 'Omah Salak' } })
  expect(await indexNames(db, at)).toBe(1)
  expect(await findNames(db, 'omah salak', { limit: 3 })).toMatchObject([{ kind: 'producer' }])

  await db.product.update({ where: { id: product.id }, data: { status: 'archived' } })
  await indexNames(db, at)
  expect((await names()).map(({ kind }) => kind)).toEqual(['cooperative', 'village'])
})
