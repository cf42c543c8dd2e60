import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'

test('the 10,000th order has a number of its own', async () => {
  const rows = await db.$queryRaw<{ number: string }[]>`
    select order_number('PO', n) as number from unnest(array[42, 9999, 10000, 99999, 100000]) n`
  const month = /^PO-(\d{4})-/.exec(rows[0]?.number ?? '')?.[1]
  expect(rows.map(({ number }) => number)).toEqual(
    ['0042', '9999', '10000', '99999', '100000'].map((serial) => `PO-${month}-${serial}`),
  )
})
