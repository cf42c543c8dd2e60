import { expect, test } from 'vitest'
import { tell } from '#app/domain/notices/tell.server.ts'
import { db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { aCooperative, anOfficer, anOperator, jobs } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')
const order = (organisationId: string, about = 'pur_1') =>
  ({
    kind: 'order.placed',
    to: { organisationId },
    about,
    values: { number: 'PO-1', chain: 'Toko Kita', total: 'Rp12.500' },
  }) as const

const told = async () => {
  const rows = await db.notice.findMany({ orderBy: { membershipId: 'asc' } })
  return rows.map(({ membershipId }) => membershipId)
}

test('what waits goes to the first row of roles; a manager hears of it when there is no officer', async () => {
  const organisation = await aCooperative()
  const officer = await anOfficer({ organisation })
  const manager = await anOfficer({ organisation, role: 'manager' })
  await tell(db, order(organisation.id), at)
  expect(await told()).toEqual([officer.membershipId])
  expect(await jobs()).toEqual(['notice.told'])

  await db.membership.update({ where: { id: officer.membershipId }, data: { endedAt: at } })
  await tell(db, order(organisation.id, 'pur_2'), at)
  expect((await told()).sort()).toEqual([officer.membershipId, manager.membershipId].sort())
})

test('where nobody else can answer, the operator is told', async () => {
  const { membershipId } = await anOperator()
  const officer = await anOfficer()
  const to = { organisationId: officer.cooperativeId, except: officer.personId }
  const values = { proposer: officer.personName, name: 'Keripik' }
  await tell(db, { kind: 'proposal.submitted', to, about: 'usl_1', values, occasion: '1' }, at)
  expect(await told()).toEqual([membershipId])
})

test('what is told twice at once is one notice and one job; a new occasion is another', async () => {
  const officer = await anOfficer()
  const news = order(officer.cooperativeId)
  await Promise.all(Array.from({ length: 8 }, () => inTransaction(db, (tx) => tell(tx, news, at))))
  expect(await db.notice.count()).toBe(1)
  expect(await jobs()).toEqual(['notice.told'])
  await tell(db, { ...news, occasion: '2' }, at)
  expect(await db.notice.count()).toBe(2)
})

test('what rolls back was never told', async () => {
  const officer = await anOfficer()
  const work = inTransaction(db, async (tx) => {
    await tell(tx, order(officer.cooperativeId), at)
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await db.notice.count()).toBe(0)
  expect(await jobs()).toEqual([])
})

test('nobody of another organisation is told', async () => {
  const stranger = await anOfficer()
  const officer = await anOfficer()
  await tell(db, order(officer.cooperativeId), at)
  expect(await told()).not.toContain(stranger.membershipId)
})
