import { expect, test } from 'vitest'
import { openSession } from '#app/domain/access/sessions.server.ts'
import { signOut } from '#app/domain/access/sign-out.server.ts'
import { deliverPush } from '#app/domain/notices/deliver-push.server.ts'
import { endSubscription } from '#app/domain/notices/end-subscription.server.ts'
import { planDeliveries } from '#app/domain/notices/plan-deliveries.server.ts'
import { getPushKeys } from '#app/domain/notices/push-keys.server.ts'
import { subscribe } from '#app/domain/notices/subscribe.server.ts'
import { db } from '#app/platform/db.server.ts'
import { makePushKeys, sendPush } from '#app/platform/push.server.ts'
import { anOfficer } from '#tests/support/make.ts'
import { anOrderWith } from '#tests/support/notices.ts'
import { aPushService } from '#tests/support/push-service.ts'

const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000)
const session = async ({ personId, membershipId }: { personId: string; membershipId: string }, at: Date) =>
  (await openSession(db, { personId, membershipId, device: 'ponsel', isKnownDevice: false }, at)).token

/** An officer whose phone may be told, and a push about an order that is due. */
async function aPushDue() {
  const { officer, order, at } = await anOrderWith()
  const keys = await getPushKeys(db, {})
  const service = await aPushService(keys.publicKey)
  const phone = service.aBrowser()
  const token = await session(officer, at)
  await subscribe(db, officer, { ...phone, token }, at)
  const notice = await db.notice.findFirstOrThrow()
  await planDeliveries(db, [notice.id], at)
  const deliver = (when: Date, by = keys) =>
    deliverPush(db, sendPush, { membershipId: officer.membershipId, keys: by }, when)
  const delivery = () => db.delivery.findFirstOrThrow({ where: { channel: 'push' } })
  return { officer, order, at, keys, service, phone, token, notice, deliver, delivery }
}

test('a phone is told what happened and where, signed and encrypted for it alone', async () => {
  const { officer, order, at, service, phone, notice, deliver, delivery } = await aPushDue()
  await deliver(at)
  await deliver(at)
  expect(service.refused).toEqual([])
  expect(phone.told()).toEqual([
    {
      title: officer.organisationName,
      body: expect.stringContaining(order.number),
      url: `/kabar/${notice.id}`,
      tag: notice.id,
    },
  ])
  expect(await delivery()).toMatchObject({ status: 'sent', attempts: 1 })
})

test.each([404, 410])('a browser that is gone (%s) is forgotten', async (status) => {
  const { at, service, deliver, delivery } = await aPushDue()
  service.answers.push(status)
  await deliver(at)
  expect(await db.pushSubscription.count()).toBe(0)
  expect(await delivery()).toMatchObject({ status: 'failed' })
})

test.each([429, 503])('a service that is busy (%s) is asked again later', async (status) => {
  const { at, service, phone, deliver, delivery } = await aPushDue()
  service.answers.push(status)
  await deliver(at)
  expect(await delivery()).toMatchObject({
    status: 'waiting',
    dueAt: minutes(at, 1),
    reason: `push ${status}`,
  })
  await deliver(minutes(at, 1))
  expect(phone.told()).toHaveLength(1)
  expect(await db.pushSubscription.count()).toBe(1)
})

test('a service believes nobody else who signs', async () => {
  const { at, keys, service, phone, deliver, delivery } = await aPushDue()
  await deliver(at, { ...keys, ...makePushKeys() })
  expect(service.refused).toEqual(['another key'])
  expect(phone.told()).toEqual([])
  expect(await delivery()).toMatchObject({ status: 'failed', reason: 'push 403' })
})

test('a phone that is gone does not keep another from being told', async () => {
  const { officer, at, service, phone, deliver, delivery } = await aPushDue()
  const other = service.aBrowser()
  await subscribe(db, officer, { ...other, token: await session(officer, at) }, at)
  service.answers.push(410)
  await deliver(at)
  expect([...phone.told(), ...other.told()]).toHaveLength(1)
  expect(await db.pushSubscription.count()).toBe(1)
  expect(await delivery()).toMatchObject({ status: 'sent' })
})

test('signing out takes the phone along', async () => {
  const { at, token, phone, deliver } = await aPushDue()
  await signOut(db, token, at)
  expect(await db.pushSubscription.count()).toBe(0)
  await deliver(at)
  expect(phone.told()).toEqual([])
})

test('the keys are made once, whoever asks at the same moment, and kept sealed', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => getPushKeys(db, {})))
  expect(new Set(all.map(({ publicKey, privateKey }) => publicKey + privateKey)).size).toBe(1)
  const row = await db.pushKey.findUniqueOrThrow({ where: { id: 1 } })
  expect(row.privateSealed).not.toContain(all[0]?.privateKey)
})

test('a browser is of one person: another session, a session that is over and other addresses are refused', async () => {
  const { officer, at, phone, token } = await aPushDue()
  const stranger = await anOfficer()
  const theirs = await session(stranger, at)
  const missing = { kind: 'not_found' }
  await expect(subscribe(db, officer, { ...phone, token: theirs }, at)).rejects.toMatchObject(missing)
  await expect(subscribe(db, officer, { ...phone, token: 'none' }, at)).rejects.toMatchObject(missing)
  const inside = { ...phone, endpoint: 'http://127.0.0.1:1/push/x' }
  await expect(subscribe(db, officer, { ...inside, token }, at)).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'push.unusable' },
  })
  await endSubscription(db, stranger, phone)
  expect(await db.pushSubscription.count()).toBe(1)
  await subscribe(db, stranger, { ...phone, token: theirs }, at) // who uses the browser now
  await endSubscription(db, officer, phone)
  expect(await db.pushSubscription.count()).toBe(1)
  await endSubscription(db, stranger, phone)
  expect(await db.pushSubscription.count()).toBe(0)
})
