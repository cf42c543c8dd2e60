import { expect, test } from 'vitest'
import { addDays, dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action, loader } from '#app/routes/retail/fixture.tsx'
import { loader as products } from '#app/routes/retail/fixture-products.ts'
import { action as save } from '#app/routes/retail/plan.ts'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'
import { aPlanner } from '#tests/support/plans.ts'

const startsOn = addDays(dayOf(new Date()), 10)
const days = { startsOn, endsOn: addDays(startsOn, 30) }
const query = `?mulai=${startsOn}&sampai=${addDays(startsOn, 29)}`

async function aPage(over: Parameters<typeof aPlanner>[0] = {}) {
  const scene = await aPlanner(over)
  const { buyer, fixture, variant } = scene
  const [path, params] = [`/ritel/rak/${fixture.id}${query}`, { id: fixture.id }]
  const send = async (fields: Record<string, string>, who = buyer) =>
    action(await post(path, who, { ...days, ...fields }, params))
  const put = (fields: Record<string, string> = {}, who = buyer) =>
    send(
      { intent: 'place', placementId: newId('placement'), variantId: variant.id, facings: '3', ...fields },
      who,
    )
  const page = async (who = buyer) => (await loader(await get(path, who, params))).data
  return { ...scene, path, params, send, put, page }
}
const answerOf = (answer: unknown) =>
  answer as { init: { status: number }; data: { error: Record<string, string[]> } }

test('the planner shows the fixture, what is sold and an empty draft; another chain sees that there is none', async () => {
  const { fixture, params, page } = await aPage()
  expect(await page()).toMatchObject({
    fixture: { name: 'Gondola Lokal 1' },
    plan: { version: 0 },
    mayPlan: true,
  })
  for (const id of [fixture.id, 'fix_none'])
    await expect(loader(await get('/', await aBuyer(), { id }))).rejects.toMatchObject({
      init: { status: 404 },
    })
  await expect(loader(await get('/', await anOfficer(), params))).rejects.toMatchObject({
    init: { status: 403 },
  })
  await expect(loader(await get('/', undefined, params))).rejects.toMatchObject({ status: 302 })
})

test('who may look but not plan gets no tray; who may not look gets no page', async () => {
  const { buyer, page } = await aPage()
  expect(await page({ ...(await staffOf(buyer, 'store_staff')) })).toMatchObject({
    mayPlan: false,
    offered: [],
  })
  await expect(page(await staffOf(buyer, 'finance'))).rejects.toMatchObject({ init: { status: 403 } })
})

async function staffOf(buyer: Awaited<ReturnType<typeof aBuyer>>, role: 'store_staff' | 'finance') {
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: buyer.chainId } })
  return aBuyer({ organisation, role })
}

test.for([
  ['?mulai=2020-01-01&sampai=2020-02-01', 'mulai', 'period.past'],
  [`?mulai=${startsOn}&sampai=${addDays(startsOn, -1)}`, 'sampai', 'period.backwards'],
  ['?mulai=besok', 'mulai', 'day.missing'],
] as const)(
  'the period %s is refused at its field, and what was typed stays',
  async ([asked, field, key]) => {
    const { buyer, fixture, params } = await aPage()
    const answer = await loader(await get(`/ritel/rak/${fixture.id}${asked}`, buyer, params))
    expect(answer.init?.status).toBe(422)
    expect(answer.data).toMatchObject({ periodProblem: { field, key } })
    expect(asked).toContain(answer.data.typedPeriod.from)
  },
)

test('without JavaScript a product is put, widened, moved, taken out, and ordered', async () => {
  const { path, put, send, page } = await aPage({ fixture: { levels: 2 } })
  expect(await put()).toMatchObject({ status: 302 })
  const [placement] = (await page()).plan.draft.placements
  const change = (kind: string, more: Record<string, string> = {}) =>
    send({ intent: 'change', placementId: placement?.id ?? '', 'change.kind': kind, ...more })

  expect(await change('facings', { 'change.facings': '4' })).toMatchObject({ status: 302 })
  expect(await change('move', { 'change.level': '2', 'change.startMm': '50' })).toMatchObject({ status: 302 })
  const { plan, orderId, fixture } = await page()
  const second = fixture.shelves.find(({ level }) => level === 2)?.id
  expect(plan.draft.placements).toMatchObject([{ facings: 4, startMm: 50, shelfId: second }])

  const form = { intent: 'order', orderId, planId: plan.id ?? '', version: String(plan.version) }
  const answer = (await send(form)) as Response
  expect(answer.headers.get('location')).toBe(`/ritel/pesanan/${orderId}`)
  expect(((await send(form)) as Response).headers.get('location')).toBe(`/ritel/pesanan/${orderId}`)
  expect(await db.shelfOrder.count()).toBe(1)

  await put()
  const [again] = (await page()).plan.draft.placements
  expect(
    await send({ intent: 'change', placementId: again?.id ?? '', 'change.kind': 'remove' }),
  ).toMatchObject({ status: 302 })
  expect((await page()).plan.draft.placements).toEqual([])
  expect(path).toContain('mulai')
})

test.for([
  [{ level: '1', startMm: '800' }, 'startMm', 'kurang 80 mm ke samping'],
  [{ level: '1', startMm: '-5' }, 'startMm', 'di luar batas'],
  [{ level: '1', startMm: '1,5' }, 'startMm', 'Isi dengan angka.'],
  [{ facings: '0' }, 'facings', 'di luar batas'],
  [{ facings: '2.5' }, 'facings', 'angka bulat'],
  [{ facings: '99999999999' }, 'facings', 'di luar batas'],
  [{ level: '7' }, 'level', 'tidak punya papan itu'],
  [{ startMm: '10' }, 'level', 'Pilih papannya'],
  [{ variantId: '' }, 'variantId', 'Pilih produknya'],
] as const)('putting %o is refused at %s in words', async ([fields, field, words]) => {
  const { put, page } = await aPage()
  const { init, data } = answerOf(await put(fields))
  expect(init.status).toBe(422)
  expect(data.error[field]?.join(' ')).toContain(words)
  expect((await page()).plan.draft.placements).toEqual([])
})

test.for([
  [{ heightMm: 290 }, 'terlalu tinggi 30 mm'],
  [{ depthMm: 410 }, 'terlalu dalam 10 mm'],
  [{ weightG: 4_000 }, 'lebih 32 kg'],
  [{ storage: 'chilled' }, 'perlu pendingin'],
  [{ widthMm: 3_000 }, 'kurang 7.800\u00a0mm'],
] as const)('a pack with %o is refused with the reason', async ([variant, words]) => {
  const { put } = await aPage({ variant })
  expect(answerOf(await put()).data.error.level?.join(' ')).toContain(words)
})

test('cartons that were typed are kept, those that show the proposal are not, and chosen stores come along', async () => {
  const { variant, put, send, page } = await aPage()
  await put()
  const amounts = (cartons: string) =>
    send({
      intent: 'amounts',
      'amounts[0].variantId': variant.id,
      'amounts[0].cartons': cartons,
      'amounts[0].proposed': '1',
      fixtureIds: 'fix_0000other',
    })
  const answer = (await amounts('4')) as Response
  expect(answer.headers.get('location')).toContain('juga=fix_0000other')
  expect((await page()).plan.draft.amounts).toEqual([{ variantId: variant.id, cartons: 4, dailySales: null }])
  await amounts('1')
  expect((await page()).plan.draft.amounts).toEqual([])
  expect(answerOf(await amounts('0')).data.error['amounts[0].cartons']).toEqual([
    'Angka ini di luar batas yang wajar.',
  ])
})

test('an order of nothing, or that stock does not cover, is refused in words', async () => {
  const { variant, put, send, page } = await aPage({ variant: { onHand: 3 } })
  const order = async () => {
    const { plan, orderId } = await page()
    return send({ intent: 'order', orderId, planId: plan.id ?? '', version: String(plan.version) })
  }
  expect(answerOf(await order()).data.error.planId?.join()).toContain('Belum ada produk di rak ini')
  await put()
  const { init, data } = answerOf(await order())
  expect(init.status).toBe(409)
  expect(data.error[`cartons.${variant.id}`]?.join()).toContain('tinggal 3 kemasan')
})

test('another chain cannot write to a fixture, and a form of another membership is refused', async () => {
  const { buyer, fixture, path, params, put } = await aPage()
  expect(answerOf(await put({}, await aBuyer())).init.status).toBe(404)
  expect(answerOf(await put({}, await staffOf(buyer, 'store_staff'))).init.status).toBe(403)
  const form = { ...days, intent: 'place', membershipId: 'mbr_other' }
  const other = answerOf(await action(await post(path, buyer, form, params)))
  expect(other.init.status).toBe(409)
  expect(await db.shelfPlan.count({ where: { fixtureId: fixture.id } })).toBe(0)
})

test('a draft is kept in JSON while it is drawn; what is wrong comes back in words', async () => {
  const { buyer, placement, path, params } = await aPage()
  const draft = (startMm: number) => JSON.stringify({ placements: [{ ...placement, startMm }], amounts: [] })
  const send = async (fields: Record<string, string>, who = buyer) => {
    const answer = await save(await post(`${path}/draf`, who, { ...days, version: '0', ...fields }, params))
    return { status: answer.status, body: await answer.json() }
  }
  expect(await send({ draft: draft(0) })).toMatchObject({ status: 200, body: { version: 1 } })
  expect(await send({ draft: draft(0) })).toMatchObject({ status: 200, body: { version: 1 } })
  const changed = { text: expect.stringContaining('digambar orang lain') }
  expect(await send({ draft: draft(9) })).toMatchObject({ status: 409, body: changed })
  const wide = { text: expect.stringContaining('kurang 80 mm') }
  expect(await send({ draft: draft(800), version: '1' })).toMatchObject({ status: 422, body: wide })
  for (const broken of ['', '{', '[]', '{"placements":[{}],"amounts":[]}'])
    expect(await send({ draft: broken, version: '1' })).toMatchObject({ status: 422 })
  expect(await send({ draft: draft(0) }, await aBuyer())).toMatchObject({ status: 404 })
  expect(await send({ draft: draft(0) }, await staffOf(buyer, 'finance'))).toMatchObject({ status: 403 })
})

test('the tray answers in JSON for the own fixture only', async () => {
  const { buyer, params, path } = await aPage()
  const answer = await products(await get(`${path}/produk?cari=keripik`, buyer, params))
  expect(await answer.json()).toEqual([])
  const staff = await staffOf(buyer, 'store_staff')
  await expect(products(await get(path, staff, params))).rejects.toMatchObject({ init: { status: 403 } })
  await expect(products(await get(path, await aBuyer(), params))).rejects.toMatchObject({
    init: { status: 404 },
  })
})
