import { expect, test } from 'vitest'
import { actAs } from '#app/domain/access/act-as.server.ts'
import { listPriceChanges } from '#app/domain/catalogue/price-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { aBuyer, anOfficer, aVariant } from '#tests/support/make.ts'

async function aPriced() {
  const variant = await aVariant()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  return { variant, officer: await anOfficer({ organisation }) }
}

test('the database keeps what every price was, from when, and who changed it', async () => {
  const { variant, officer } = await aPriced()
  await inTransaction(db, async (tx) => {
    await actAs(tx, officer)
    await tx.variant.update({ where: { id: variant.id }, data: { retailPrice: 19_000n, lowStockPieces: 3 } })
  })
  await db.variant.update({ where: { id: variant.id }, data: { retailPrice: 19_000n, minCartons: 2 } })
  const changes = await listPriceChanges(db, officer, variant.id)
  expect(changes).toHaveLength(4)
  expect(changes[0]).toMatchObject({
    kind: 'retail',
    before: 18_000n,
    price: 19_000n,
    who: officer.personName,
  })
  expect(changes.slice(1).map(({ kind, before, who }) => ({ kind, before, who }))).toEqual(
    ['member', 'wholesale', 'retail'].map((kind) => ({ kind, before: null, who: null })),
  )
})

test('what is said twice is told once, in the order in which it held', async () => {
  const { variant, officer } = await aPriced()
  const row = { variantId: variant.id, kind: 'retail' as const, byMembershipId: officer.membershipId }
  await db.variantPrice.createMany({
    data: [
      { ...row, price: 17_000n, fromAt: new Date('2026-01-10') },
      { ...row, price: 18_000n, fromAt: new Date('2026-05-10') },
    ],
  })
  const retail = (await listPriceChanges(db, officer, variant.id)).filter(({ kind }) => kind === 'retail')
  expect(retail.map(({ before, price, who }) => [before, price, who])).toEqual([
    [17_000n, 18_000n, officer.personName],
    [null, 17_000n, officer.personName],
  ])
})

test('steps are kept too: written anew without a change they say nothing, gone they say so', async () => {
  const { variant, officer } = await aPriced()
  const variantId = variant.id
  const write = (price: bigint | null) =>
    inTransaction(db, async (tx) => {
      await tx.priceBreak.deleteMany({ where: { variantId } })
      if (price !== null) await tx.priceBreak.create({ data: { variantId, fromCartons: 5, price } })
    })
  await write(13_000n)
  await write(13_000n)
  await write(12_500n)
  await write(null)
  const steps = (await listPriceChanges(db, officer, variantId)).filter(({ kind }) => kind === 'break')
  expect(steps.map(({ before, price, fromCartons }) => [fromCartons, before, price])).toEqual([
    [5, 12_500n, null],
    [5, 13_000n, 12_500n],
    [5, null, 13_000n],
  ])
})

test('history is never changed, and is for those who keep the product', async () => {
  const { variant } = await aPriced()
  await expect(db.variantPrice.updateMany({ data: { price: 1n } })).rejects.toThrow()
  await expect(db.variantPrice.deleteMany({})).rejects.toThrow()
  expect(await listPriceChanges(db, await anOfficer(), variant.id)).toEqual([])
  await expect(listPriceChanges(db, (await aBuyer()) as never, variant.id)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
