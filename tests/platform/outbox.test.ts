import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { jobs } from '#tests/support/make.ts'

test('an event goes with the transaction that is rolled back', async () => {
  const work = inTransaction(db, async (tx) => {
    await record(tx, 'product.changed', { productIds: ['prd_1'] })
    throw new Error('a later step failed')
  })

  await expect(work).rejects.toThrow('a later step failed')
  expect(await jobs()).toEqual([])
})

test('events under one key merge while they wait, others do not', async () => {
  await record(db, 'product.changed', { productIds: ['prd_1'] }, { mergeBy: 'prd_1' })
  await record(db, 'product.changed', { productIds: ['prd_1'] }, { mergeBy: 'prd_1' })
  await record(db, 'product.changed', { productIds: ['prd_2'] })
  await record(db, 'product.changed', { productIds: ['prd_2'] })

  expect(await jobs()).toHaveLength(3)
})

test('long work lets everything else go first', async () => {
  await record(db, 'photo.stored', { photoId: 'pic_1' }, { canWait: true })
  await record(db, 'product.changed', { productIds: ['prd_1'] })

  const rows = await db.$queryRaw<{ event: string }[]>`
    select task_identifier as event from graphile_worker.jobs order by priority, run_at, id`
  expect(rows.map((row) => row.event)).toEqual(['product.changed', 'photo.stored'])
})
