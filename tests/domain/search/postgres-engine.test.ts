import { expect, test } from 'vitest'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aDocument, keepsTheSearchContract } from './contract.ts'

keepsTheSearchContract(async () => postgresEngine(db))

test('two that index the same products in mixed order do not lock up', async () => {
  const documents = Array.from({ length: 40 }, (_, i) =>
    aDocument({ name: `Barang nomor ${'abcdefghij'[i % 10]}${i}` }),
  )
  const writers = Array.from({ length: 16 }, (_, i) =>
    postgresEngine(db).put(i % 2 ? documents : documents.toReversed()),
  )

  expect((await Promise.allSettled(writers)).map((one) => one.status)).toEqual(Array(16).fill('fulfilled'))
  expect(await postgresEngine(db).kept('', 100)).toHaveLength(40)
})
