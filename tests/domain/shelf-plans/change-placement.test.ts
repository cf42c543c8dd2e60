import { expect, test } from 'vitest'
import { changePlacement } from '#app/domain/shelf-plans/change-placement.server.ts'
import type { ChangePlacement } from '#app/domain/shelf-plans/rules.ts'
import { savePlan } from '#app/domain/shelf-plans/save-plan.server.ts'
import { setAmounts } from '#app/domain/shelf-plans/set-amounts.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer } from '#tests/support/make.ts'
import { aPlanner, drawn, now } from '#tests/support/plans.ts'

async function aDrawnPlan() {
  const scene = await aPlanner({ fixture: { levels: 2 } })
  const { buyer, placement, where } = scene
  const neighbour = { ...placement, id: newId('placement'), startMm: 640 }
  await savePlan(db, buyer, { ...where, version: 0, draft: drawn(placement, neighbour) }, now)
  const change = (it: ChangePlacement['change'], who = buyer, placementId = placement.id) =>
    changePlacement(db, who, { ...where, placementId, change: it }, now)
  const kept = () =>
    db.shelfPlan.findFirstOrThrow({ select: { placements: true, amounts: true, version: true } })
  return { ...scene, neighbour, change, kept }
}

test('facings are what is said, a move is to where is said, and out is out, however often', async () => {
  const { fixture, placement, neighbour, change, kept } = await aDrawnPlan()
  await change({ kind: 'facings', facings: 4 })
  await change({ kind: 'facings', facings: 4 })
  expect((await kept()).placements).toMatchObject([{ facings: 4, startMm: 0 }, neighbour])
  await change({ kind: 'move', level: 2, startMm: 50 })
  expect((await kept()).placements).toMatchObject([
    { shelfId: fixture.shelves[1]?.id, startMm: 50 },
    neighbour,
  ])
  await change({ kind: 'remove' })
  await change({ kind: 'remove' })
  expect((await kept()).placements).toMatchObject([{ id: neighbour.id }])
  expect((await kept()).placements).not.toMatchObject([{ id: placement.id }])
})

test('a facing too many is refused by how much is missing, and the board that is not there at its field', async () => {
  const { change, kept } = await aDrawnPlan()
  await expect(change({ kind: 'facings', facings: 5 })).rejects.toMatchObject({
    fields: { startMm: { key: 'plan.overlap', by: '160\u00a0mm' } },
  })
  await expect(change({ kind: 'move', level: 3, startMm: 0 })).rejects.toMatchObject({
    fields: { level: { key: 'plan.level_unknown' } },
  })
  expect((await kept()).version).toBe(1)
})

test('only a buyer changes, only on fixtures of their chain, only what is there', async () => {
  const { buyer, change } = await aDrawnPlan()
  const remove = { kind: 'facings', facings: 1 } as const
  await expect(change(remove, { ...buyer, role: 'approver' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(change(remove, await aBuyer())).rejects.toMatchObject({ kind: 'not_found' })
  await expect(change(remove, buyer, newId('placement'))).rejects.toMatchObject({ kind: 'not_found' })
})

test('amounts are kept for what stands on the draft', async () => {
  const { buyer, variant, where, kept } = await aDrawnPlan()
  const amount = { variantId: variant.id, cartons: 3, dailySales: null }
  const amounts = [amount, { ...amount, variantId: newId('variant') }]
  const set = (who = buyer) => setAmounts(db, who, { ...where, fixtureIds: [], amounts }, now)
  await set()
  expect((await kept()).amounts).toEqual([amount])
  await expect(set({ ...buyer, role: 'finance' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(set(await aBuyer())).rejects.toMatchObject({ kind: 'not_found' })
})
