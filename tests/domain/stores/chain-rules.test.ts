import { expect, test } from 'vitest'
import { requireChainTerms } from '#app/domain/stores/chain-queries.server.ts'
import {
  facetsFor,
  leastDaysLeft,
  missedRules,
  requirements,
  setChainRulesForm,
} from '#app/domain/stores/chain-rules.ts'
import { setChainRules } from '#app/domain/stores/set-chain-rules.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer } from '#tests/support/make.ts'

const rules = { requires: ['licence', 'certificate:organik'], leastRemainingLifePercent: 60 } as const
const set = (over: object = {}) => ({ ...rules, requires: [...rules.requires], ...over })

async function membersOf(...roles: ('buyer' | 'approver' | 'store_staff' | 'finance')[]) {
  const first = await aBuyer()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: first.chainId } })
  return Promise.all(roles.map((role) => aBuyer({ organisation, role })))
}

test('buyer and approver set the rules of their chain, and of no other', async () => {
  const other = await aBuyer()
  const [buyer, approver] = await membersOf('buyer', 'approver')
  if (!buyer || !approver) throw new Error('two were made')
  await setChainRules(db, buyer, set())
  expect(await requireChainTerms(db, approver)).toMatchObject(rules)
  await setChainRules(db, approver, set({ requires: [], leastRemainingLifePercent: 0 }))
  expect(await requireChainTerms(db, buyer)).toMatchObject({ requires: [], leastRemainingLifePercent: 0 })
  expect(await requireChainTerms(db, other)).toMatchObject({ requires: [], leastRemainingLifePercent: 0 })
})

test('who minds a store or the money does not set them', async () => {
  const [staff, finance] = await membersOf('store_staff', 'finance')
  for (const member of [staff, finance])
    await expect(member && setChainRules(db, member, set())).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(finance && requireChainTerms(db, finance)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('the database takes what the form takes, and nothing else', async () => {
  const buyer = await aBuyer()
  await setChainRules(db, buyer, { requires: [...requirements], leastRemainingLifePercent: 95 })
  const broken = (data: object) => db.retailChain.update({ where: { organisationId: buyer.chainId }, data })
  await expect(broken({ requires: ['certificate:none'] })).rejects.toThrow()
  for (const percent of [-1, 96])
    await expect(broken({ leastRemainingLifePercent: percent })).rejects.toThrow()
  expect(setChainRulesForm.safeParse(set({ requires: ['cheap'] })).success).toBe(false)
  expect(setChainRulesForm.safeParse(set({ leastRemainingLifePercent: 96 })).success).toBe(false)
})

test('what is missing of readiness is missed, what is not needed is not; certificates are looked for by themselves', () => {
  const readiness = [
    { slug: 'licence', state: 'not_needed' },
    { slug: 'halal', state: 'missing' },
    { slug: 'barcode', state: 'met' },
  ].map((one) => ({ ...one, why: { key: 'readiness.halal_missing' }, next: null })) as never
  expect(missedRules(['licence', 'halal', 'barcode'], readiness, [])).toEqual(['halal'])
  expect(missedRules(['certificate:halal', 'certificate:nkv'], readiness, ['nkv'])).toEqual([
    'certificate:halal',
  ])
})

test('a chain asks the index for what it can know', () => {
  expect(facetsFor(['licence', 'certificate:organik', 'carton'])).toEqual({
    meets: ['licence', 'carton'],
    certificates: ['organik'],
  })
})

test('days to be left are rounded up, and none are asked where nothing is set', () => {
  expect([leastDaysLeft(7, 60), leastDaysLeft(100, 60), leastDaysLeft(270, 0)]).toEqual([5, 60, 0])
})
