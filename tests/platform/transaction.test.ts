import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'

const xid = async (tx: typeof db | Parameters<Parameters<typeof inTransaction>[1]>[0]) => {
  const [row] = await tx.$queryRaw<{ xid: string }[]>`select pg_current_xact_id()::text as xid`
  return row?.xid
}

test('work inside a transaction joins it, and the next transaction is another', async () => {
  const [outer, inner] = await inTransaction(db, async (tx) => [await xid(tx), await inTransaction(tx, xid)])
  expect(inner).toBe(outer)
  expect(await inTransaction(db, xid)).not.toBe(outer)
})
