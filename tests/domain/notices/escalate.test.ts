import { expect, test } from 'vitest'
import { escalate } from '#app/domain/notices/escalate.server.ts'
import { listAwaited, readInbox } from '#app/domain/notices/inbox-queries.server.ts'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { anOfficer, anOperator } from '#tests/support/make.ts'
import { anOrderWith } from '#tests/support/notices.ts'

const hours = (at: Date, count: number) => new Date(at.getTime() + count * 3_600_000)
const stepsOf = async (membershipId: string) => {
  const rows = await db.notice.findMany({ where: { membershipId }, orderBy: { toldAt: 'asc' } })
  return rows.map(({ kind, step }) => `${kind} ${step}`)
}

test('what nobody answers goes to a second officer after 24 hours and to the operator after 48, each once', async () => {
  const operator = await anOperator()
  const { officer, order, at } = await anOrderWith()
  const organisation = { id: officer.cooperativeId, kind: 'cooperative', shortName: 'K' } as const
  const manager = await anOfficer({ organisation, role: 'manager' })
  expect(await stepsOf(officer.membershipId)).toEqual(['order.placed 0'])

  expect(await escalate(db, hours(at, 23))).toEqual({ passedOn: 0 })
  const both = await Promise.all([escalate(db, hours(at, 25)), escalate(db, hours(at, 25))])
  expect(both.map(({ passedOn }) => passedOn).sort()).toEqual([0, 1])
  expect(await stepsOf(manager.membershipId)).toEqual(['order.placed 1'])
  expect(await stepsOf(operator.membershipId)).toEqual([])
  expect(await escalate(db, hours(at, 26))).toEqual({ passedOn: 0 })

  expect(await escalate(db, hours(at, 50))).toEqual({ passedOn: 1 })
  expect(await stepsOf(operator.membershipId)).toEqual(['order.placed 2'])
  expect(await escalate(db, hours(at, 500))).toEqual({ passedOn: 0 })
  expect(await stepsOf(manager.membershipId)).toEqual(['order.placed 1'])
  const { [order.id]: passedOn } = await listPassedOn(db, 'order.placed', [order.id])
  expect(passedOn?.map(({ toOperator, names }) => [toOperator, names])).toEqual([
    [false, [manager.personName]],
    [true, [operator.personName]],
  ])
})

test('where nobody else may answer, the operator is told after 24 hours, and nobody after that', async () => {
  const operator = await anOperator()
  const { at } = await anOrderWith()
  await escalate(db, hours(at, 25))
  expect(await stepsOf(operator.membershipId)).toEqual(['order.placed 1'])
  expect(await escalate(db, hours(at, 80))).toEqual({ passedOn: 0 })
})

test('what was answered is passed on to nobody, and is no longer on top of the inbox', async () => {
  await anOperator()
  const { officer, order, lineId, at } = await anOrderWith()
  expect(await listAwaited(db, officer)).toHaveLength(1)
  const answers = [{ lineId, answer: 'accept' }] as const
  await answerPurchaseOrder(
    db,
    officer,
    { purchaseOrderId: order.id, answers: [...answers], reason: '' },
    hours(at, 1),
  )
  expect(await listAwaited(db, officer)).toEqual([])
  expect((await readInbox(db, officer)).page.map(({ kind }) => kind)).toEqual(['order.placed'])
  expect(await escalate(db, hours(at, 25))).toEqual({ passedOn: 0 })
  expect(await db.notice.count({ where: { settledAt: null, waits: true } })).toBe(0)
})

test('an answer under way at the moment of the escalation wins', async () => {
  const { order, at } = await anOrderWith()
  const answering = await pool.connect()
  await answering.query('begin')
  await answering.query('select from purchase_orders where id = $1 for update', [order.id])
  expect(await escalate(db, hours(at, 25))).toEqual({ passedOn: 0 })
  await answering.query(`update purchase_orders set status = 'accepted', answered_at = now() where id = $1`, [
    order.id,
  ])
  await answering.query('commit')
  answering.release()
  expect(await escalate(db, hours(at, 25))).toEqual({ passedOn: 0 })
  expect(await db.escalation.count()).toBe(0)
})
