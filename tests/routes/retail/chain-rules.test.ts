import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { action, loader } from '#app/routes/retail/chain-rules.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'

type Buyer = Awaited<ReturnType<typeof aBuyer>>

const kept = (buyer: Buyer) =>
  db.retailChain.findUniqueOrThrow({
    where: { organisationId: buyer.chainId },
    select: { requires: true, leastRemainingLifePercent: true },
  })
async function send(
  buyer: Buyer,
  percent: string,
  requires: string[] = [],
  more: Record<string, string> = {},
) {
  const form = new FormData()
  for (const rule of requires) form.append('requires', rule)
  form.set('leastRemainingLifePercent', percent)
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return action(await post('/ritel/aturan', buyer, form))
}
const refused = (answer: unknown) => {
  const { init, data } = answer as { init: { status: number }; data: { error: Record<string, string[]> } }
  return { status: init.status, error: data.error }
}
async function colleagueOf(buyer: Buyer, role: Buyer['role']) {
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: buyer.chainId } })
  return aBuyer({ organisation, role })
}

test('rules are set, seen, and taken back; another chain keeps its own', async () => {
  const [buyer, other] = [await aBuyer(), await aBuyer()]
  const answer = (await send(buyer, '60', ['licence', 'certificate:halal'])) as Response
  expect(answer.headers.get('location')).toBe('/ritel/aturan?tersimpan=ya')
  expect(await loader(await get('/ritel/aturan?tersimpan=ya', buyer))).toMatchObject({
    terms: { requires: ['licence', 'certificate:halal'], leastRemainingLifePercent: 60 },
    maySet: true,
    isSaved: true,
  })
  await send(await colleagueOf(buyer, 'approver'), '0', ['carton'])
  expect(await kept(buyer)).toEqual({ requires: ['carton'], leastRemainingLifePercent: 0 })
  await send(buyer, '0')
  expect(await kept(buyer)).toEqual({ requires: [], leastRemainingLifePercent: 0 })
  expect(await kept(other)).toEqual({ requires: [], leastRemainingLifePercent: 0 })
})

test.for([
  ['96', [], 'leastRemainingLifePercent', 'di luar batas'],
  ['-1', [], 'leastRemainingLifePercent', 'di luar batas'],
  ['enam', [], 'leastRemainingLifePercent', 'Isi dengan angka.'],
  ['', [], 'leastRemainingLifePercent', 'Isi dengan angka.'],
  ['60', ['murah'], 'requires[0]', 'tidak bisa dipakai'],
] as const)(
  '%s percent and %o is refused at its field, and nothing is kept',
  async ([percent, rules, field, words]) => {
    const buyer = await aBuyer()
    const { status, error } = refused(await send(buyer, percent, [...rules]))
    expect([status, error[field]?.join()]).toEqual([422, expect.stringContaining(words)])
    expect(await kept(buyer)).toEqual({ requires: [], leastRemainingLifePercent: 0 })
  },
)

test('who may not set them reads them; a form of another membership is refused', async () => {
  const buyer = await aBuyer()
  const staff = await colleagueOf(buyer, 'store_staff')
  expect(await loader(await get('/', staff))).toMatchObject({ maySet: false })
  expect(refused(await send(staff, '60', ['licence'])).status).toBe(403)
  expect(refused(await send(buyer, '60', [], { membershipId: 'mbr_other' })).status).toBe(409)
  expect(await kept(buyer)).toMatchObject({ requires: [] })
  await expect(loader(await get('/', await anOfficer()))).rejects.toMatchObject({ init: { status: 403 } })
  await expect(loader(await get('/', await colleagueOf(buyer, 'finance')))).rejects.toMatchObject({
    init: { status: 403 },
  })
})
