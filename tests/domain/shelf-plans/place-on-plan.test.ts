import { expect, test } from 'vitest'
import { placeOnPlan } from '#app/domain/shelf-plans/place-on-plan.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aVariant } from '#tests/support/make.ts'
import { aPlanner, now } from '#tests/support/plans.ts'

async function aTray(over: Parameters<typeof aPlanner>[0] = {}) {
  const scene = await aPlanner(over)
  const { buyer, variant, where } = scene
  type Input = Parameters<typeof placeOnPlan>[2]
  const put = (input: Partial<Input> = {}, who = buyer) =>
    placeOnPlan(
      db,
      who,
      { ...where, placementId: newId('placement'), variantId: variant.id, facings: 3, ...input },
      now,
    )
  const kept = async () => {
    const [plan] = await db.shelfPlan.findMany({ select: { placements: true } })
    const placements = (plan?.placements ?? []) as { shelfId: string; startMm: number; facings: number }[]
    return placements.map(({ shelfId, startMm, facings }) => [shelfId, startMm, facings])
  }
  return { ...scene, put, kept }
}

test('without a place the first free one is taken, from the floor up', async () => {
  const { fixture, put, kept } = await aTray({ fixture: { levels: 2 } })
  await put()
  await put()
  await put({ facings: 1 })
  await put()
  const [first, second] = fixture.shelves.map(({ id }) => id)
  expect(await kept()).toEqual([
    [first, 0, 3],
    [first, 480, 3],
    [first, 960, 1],
    [second, 0, 3],
  ])
})

test('a board alone means its first free place; a board and a millimetre mean that', async () => {
  const { fixture, put, kept } = await aTray({ fixture: { levels: 2 } })
  await put({ level: 2 })
  await put({ level: 2, startMm: 720 })
  const second = fixture.shelves[1]?.id
  expect(await kept()).toEqual([
    [second, 0, 3],
    [second, 720, 3],
  ])
})

test('putting a placement twice puts it once', async () => {
  const { put, kept } = await aTray()
  const placementId = newId('placement')
  const tries = await Promise.all([put({ placementId }), put({ placementId }), put({ placementId })])
  expect(new Set(tries.map(({ version }) => version))).toEqual(new Set([1]))
  expect(await kept()).toHaveLength(1)
})

test.for([
  [{ level: 1, startMm: 721 }, {}, 'startMm', { key: 'shelf.too_wide', by: '1' }],
  [{ level: 1 }, { heightMm: 280 }, 'level', { key: 'shelf.too_high', by: '20' }],
  [{ level: 1 }, { depthMm: 450 }, 'level', { key: 'shelf.too_deep', by: '50' }],
  [{ level: 1 }, { weightG: 3_000 }, 'level', { key: 'shelf.too_heavy', by: '14' }],
  [{ level: 1 }, { storage: 'frozen' }, 'level', { key: 'shelf.wrong_storage.frozen' }],
  [{ facings: 8 }, {}, 'level', { key: 'plan.full', by: '80\u00a0mm' }],
  [{}, { widthMm: 2_000 }, 'level', { key: 'plan.full', by: '4.800\u00a0mm' }],
  [{ level: 4 }, {}, 'level', { key: 'plan.level_unknown' }],
  [{ startMm: 10 }, {}, 'level', { key: 'plan.level_missing' }],
] as const)('%o of a variant with %o is refused at %s', async ([input, variant, field, message]) => {
  const { put, kept } = await aTray({ variant })
  await expect(put(input)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: message } })
  expect(await kept()).toEqual([])
})

test('what lies on another placement is refused by how many millimetres', async () => {
  const { put } = await aTray()
  await put()
  const message = { key: 'plan.overlap', by: '30\u00a0mm', other: 'Keripik Apel Manalagi 100 g' }
  await expect(put({ level: 1, startMm: 450 })).rejects.toMatchObject({ fields: { startMm: message } })
})

test('only a buyer puts, only on fixtures of their chain, only what is sold', async () => {
  const { buyer, put } = await aTray()
  const gone = await aVariant()
  await db.product.update({ where: { id: gone.productId }, data: { status: 'archived' } })
  await expect(put({}, { ...buyer, role: 'store_staff' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(put({}, await aBuyer())).rejects.toMatchObject({ kind: 'not_found' })
  await expect(put({ fixtureId: 'fix_none' })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(put({ variantId: gone.id })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(put({ variantId: 'var_none' })).rejects.toMatchObject({ kind: 'not_found' })
})
