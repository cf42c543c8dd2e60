import { expect, test } from 'vitest'
import { listGlimpses } from '#app/domain/catalogue/glimpse-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aVariant } from '#tests/support/make.ts'

test('products come in the order asked, as they are now, without those that are hidden or gone', async () => {
  const [one, two, hidden] = [
    await aVariant({ name: 'Satu' }),
    await aVariant({ name: 'Dua', retailPrice: 9_500n }),
    await aVariant(),
  ]
  await db.product.update({ where: { id: hidden.product.id }, data: { status: 'paused' } })

  const ids = [two.product.id, hidden.product.id, 'prd_nobody', one.product.id]
  expect(await listGlimpses(db, ids)).toMatchObject([
    { name: 'Dua', price: 9_500n, villageName: 'Tulungrejo', photoIsReady: true },
    { name: 'Satu', price: 18_000n },
  ])
  expect(await listGlimpses(db, [])).toEqual([])
})
