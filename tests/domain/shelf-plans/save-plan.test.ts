import { expect, test } from 'vitest'
import { getPlan } from '#app/domain/shelf-plans/queries.server.ts'
import { savePlan } from '#app/domain/shelf-plans/save-plan.server.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aFixture, aVariant, reasonsOf } from '#tests/support/make.ts'
import { anOrder, place } from '#tests/support/orders.ts'
import { aPlanner, drawn, now, period } from '#tests/support/plans.ts'

test('a draft is kept version by version, and saving it again changes nothing', async () => {
  const { buyer, fixture, placement, where } = await aPlanner()
  const amounts = [{ variantId: placement.variantId, cartons: 2, dailySales: null }]
  const draft = { placements: [placement], amounts }
  const first = await savePlan(db, buyer, { ...where, version: 0, draft: drawn(placement) }, now)
  const second = await savePlan(db, buyer, { ...where, version: 1, draft }, now)
  const again = await savePlan(db, buyer, { ...where, version: 1, draft }, new Date(now.getTime() + 60_000))

  expect([first.version, second.version]).toEqual([1, 2])
  expect(again).toEqual(second)
  const kept = await getPlan(db, buyer, await requireFixture(db, buyer, fixture.id), period)
  expect(kept).toMatchObject({ id: first.planId, version: 2, draft, changedBy: buyer.personName })
})

test('ten who save at once over one version: one is kept, nine are told', async () => {
  const { buyer, placement, where } = await aPlanner()
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => {
      const draft = drawn({ ...placement, startMm: i })
      return savePlan(db, buyer, { ...where, version: 0, draft }, now)
    }),
  )
  expect(reasonsOf(tries)).toEqual(Array(9).fill('conflict plan.changed'))
  expect(await db.shelfPlan.findMany({ select: { version: true } })).toEqual([{ version: 1 }])
})

test('what does not fit is refused at its placement, and nothing is kept', async () => {
  const { buyer, placement, where } = await aPlanner()
  const second = { ...placement, id: newId('placement'), startMm: 460 }
  const saving = savePlan(db, buyer, { ...where, version: 0, draft: drawn(placement, second) }, now)
  await expect(saving).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'plan.overlap', level: 1, by: '20\u00a0mm' },
    fields: { 'placements[1].startMm': { key: 'plan.overlap' } },
  })
  expect(await db.shelfPlan.count()).toBe(0)
})

test('a placement that was booked over meanwhile stays on the draft; a new one there is refused', async () => {
  const { buyer, shelf, placement, where } = await aPlanner()
  await savePlan(db, buyer, { ...where, version: 0, draft: drawn(placement) }, now)
  await place(
    buyer,
    anOrder([{ shelfId: shelf.id, variantId: placement.variantId, startMm: 400, facings: 1 }]),
  )

  const beside = { ...placement, id: newId('placement'), startMm: 560 }
  const saved = await savePlan(db, buyer, { ...where, version: 1, draft: drawn(placement, beside) }, now)
  expect(saved.version).toBe(2)
  const moved = { ...placement, startMm: 10 }
  const saving = savePlan(db, buyer, { ...where, version: 2, draft: drawn(moved, beside) }, now)
  await expect(saving).rejects.toMatchObject({ said: { key: 'plan.overlap', by: '90\u00a0mm' } })
})

test('only a buyer draws, and only on fixtures of their chain', async () => {
  const { buyer, fixture, placement, where } = await aPlanner()
  const draft = drawn(placement)
  const stranger = await aBuyer()
  const save = (who: typeof buyer, fixtureId = fixture.id) =>
    savePlan(db, who, { ...where, fixtureId, version: 0, draft }, now)
  await expect(save({ ...buyer, role: 'finance' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(save(stranger)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(save(buyer, 'fix_none')).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.shelfPlan.count()).toBe(0)
})

test('a board of another fixture and a variant that is not there are not found', async () => {
  const { buyer, placement, where } = await aPlanner()
  const other = await aFixture({ chain: { id: buyer.chainId } })
  const save = (over: Partial<typeof placement>) =>
    savePlan(db, buyer, { ...where, version: 0, draft: drawn({ ...placement, ...over }) }, now)
  await expect(save({ shelfId: other.shelves[0]?.id })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(save({ variantId: 'var_none' })).rejects.toMatchObject({ kind: 'not_found' })
})

test('a period in the past or backwards is refused at its field', async () => {
  const { buyer, placement, where } = await aPlanner()
  const save = (over: Partial<typeof period>) =>
    savePlan(db, buyer, { ...where, ...over, version: 0, draft: drawn(placement) }, now)
  await expect(save({ startsOn: '2026-11-01' })).rejects.toMatchObject({
    fields: { startsOn: { key: 'period.past' } },
  })
  await expect(save({ endsOn: '2026-12-01' })).rejects.toMatchObject({
    fields: { endsOn: { key: 'period.backwards' } },
  })
})

test('a variant that is not sold any more cannot be put on a draft', async () => {
  const { buyer, placement, where } = await aPlanner()
  const gone = await aVariant()
  await db.product.update({ where: { id: gone.productId }, data: { status: 'paused' } })
  const draft = drawn({ ...placement, variantId: gone.id })
  await expect(savePlan(db, buyer, { ...where, version: 0, draft }, now)).rejects.toMatchObject({
    said: { key: 'plan.gone' },
  })
})
