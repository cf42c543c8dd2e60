import { expect, test } from 'vitest'
import { kindsFor } from '#app/domain/notices/kinds.ts'
import { planDeliveries } from '#app/domain/notices/plan-deliveries.server.ts'
import { getPreferences } from '#app/domain/notices/preference-queries.server.ts'
import { setPreferences } from '#app/domain/notices/set-preferences.server.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import { unsubscribe, unsubscribeToken } from '#app/domain/notices/unsubscribe.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'
import { theLaw } from '#tests/support/readiness.ts'

const at = new Date('2026-11-24T03:00:00Z')
const invalid = { kind: 'invalid', said: { key: 'form.invalid' } }

async function ways(actor: Parameters<typeof getPreferences>[1], kind: string) {
  const { kinds } = await getPreferences(db, actor, at)
  const { inbox, mail, push } = kinds.find((one) => one.kind === kind) ?? {}
  return { inbox, mail, push }
}

test('who never chose has what the kind says; what was chosen holds, for this membership alone', async () => {
  const officer = await anOfficer()
  const colleague = await anOfficer()
  expect(await ways(officer, 'stock.low')).toEqual({ inbox: true, mail: false, push: true })
  await setPreferences(db, officer, { on: ['stock.low/mail', 'order.placed/push'] }, at)
  expect(await ways(officer, 'stock.low')).toEqual({ inbox: false, mail: true, push: false })
  expect(await ways(officer, 'order.placed')).toEqual({ inbox: true, mail: false, push: true })
  expect(await ways(colleague, 'stock.low')).toEqual({ inbox: true, mail: false, push: true })
  expect(await db.noticePreference.count({ where: { membershipId: { not: officer.membershipId } } })).toBe(0)
  await setPreferences(db, officer, { on: [] }, at)
  expect(await ways(officer, 'stock.low')).toEqual({ inbox: false, mail: false, push: false })
  // What waits for an answer cannot be hidden.
  expect(await ways(officer, 'order.placed')).toEqual({ inbox: true, mail: false, push: false })
})

test.each(['order.countered/mail', 'application.sent/push', 'nothing.here/mail', 'stock.low/pigeon', ''])(
  'a kind or a way that this role does not have is refused: %j',
  async (wrong) => {
    const officer = await anOfficer()
    const choice = setPreferences(db, officer, { on: ['stock.low/mail', wrong] }, at)
    await expect(choice).rejects.toMatchObject(invalid)
    expect(await db.noticePreference.count()).toBe(0)
  },
)

test('each role is shown its own kinds', async () => {
  const buyer = await aBuyer()
  const { kinds } = await getPreferences(db, buyer, at)
  expect(kinds.map(({ kind }) => kind)).toEqual(kindsFor('buyer'))
  expect(kinds.map(({ kind }) => kind)).toContain('order.countered')
  expect(kinds.map(({ kind }) => kind)).not.toContain('order.placed')
})

test('two tabs at once leave one whole choice', async () => {
  const officer = await anOfficer()
  const choices = [['stock.low/mail'], ['stock.low/push', 'stock.low/inbox']]
  await Promise.all([...choices, ...choices].map((on) => setPreferences(db, officer, { on }, at)))
  const { inbox, mail, push } = await ways(officer, 'stock.low')
  expect([`${inbox} ${mail} ${push}`]).toEqual([
    expect.stringMatching(/^(false true false|true false true)$/),
  ])
})

test('an unsubscribed mail stays so until some mail is chosen again', async () => {
  const officer = await anOfficer()
  await unsubscribe(db, { token: unsubscribeToken(officer.membershipId) }, at)
  await setPreferences(db, officer, { on: ['stock.low/push'] }, at)
  expect(await getPreferences(db, officer, at)).toMatchObject({ mailIsOff: true })
  await setPreferences(db, officer, { on: ['stock.low/mail'] }, at)
  expect(await getPreferences(db, officer, at)).toMatchObject({ mailIsOff: false })
  expect(await ways(officer, 'stock.low')).toEqual({ inbox: false, mail: true, push: false })
})

test('what was turned off is not sent', async () => {
  await theLaw()
  const officer = await anOfficer()
  await setPreferences(db, officer, { on: [] }, at)
  const values = { number: 'PO-1', chain: 'Toko Kita', total: 'Rp12.500' }
  const to = { organisationId: officer.cooperativeId }
  await tell(db, { kind: 'order.placed', to, about: 'pur_1', values }, at)
  const notices = await db.notice.findMany({ select: { id: true } })
  await planDeliveries(
    db,
    notices.map(({ id }) => id),
    at,
  )
  expect([notices.length, await db.delivery.count()]).toEqual([1, 0])
})
