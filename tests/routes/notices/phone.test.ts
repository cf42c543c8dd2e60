import { beforeEach, expect, test } from 'vitest'
import { getPushKeys } from '#app/domain/notices/push-keys.server.ts'
import { db } from '#app/platform/db.server.ts'
import { action } from '#app/routes/notices/phone.ts'
import { action as choose, loader as settings } from '#app/routes/notices/settings.tsx'
import { get, post } from '#tests/support/ask.ts'
import { anOfficer } from '#tests/support/make.ts'
import { aPushService } from '#tests/support/push-service.ts'
import { theLaw } from '#tests/support/readiness.ts'

const url = '/akun/kabar/ponsel'

beforeEach(theLaw)

async function aPhone() {
  const officer = await anOfficer()
  const service = await aPushService((await getPushKeys(db, {})).publicKey)
  const { endpoint, p256dh, auth } = service.aBrowser()
  return { officer, phone: { endpoint, p256dh, auth } }
}

test('a browser is told from its click on, and no longer from the next', async () => {
  const { officer, phone } = await aPhone()
  expect(await action(await post(url, officer, phone))).toMatchObject({ status: 200 })
  expect(await db.pushSubscription.count()).toBe(1)
  expect(await settings(await get('/akun/kabar', officer))).toMatchObject({ browsers: 1 })
  await action(await post(url, officer, { endpoint: phone.endpoint, intent: 'end' }))
  expect(await db.pushSubscription.count()).toBe(0)
})

test.each([
  [409, { membershipId: 'mem_other' }],
  [422, { p256dh: 'short' }],
  [422, { auth: '' }],
  [422, { endpoint: 'javascript:alert(1)' }],
  [422, { endpoint: 'http://169.254.169.254/latest' }],
])('what cannot be is refused with %s: %j', async (status, over) => {
  const { officer, phone } = await aPhone()
  expect(await action(await post(url, officer, { ...phone, ...over }))).toMatchObject({ init: { status } })
  expect(await db.pushSubscription.count()).toBe(0)
})

test('who is not signed in is sent to sign in', async () => {
  const request = new Request(`http://test${url}`, {
    method: 'POST',
    body: new URLSearchParams({ endpoint: 'x' }),
  })
  await expect(action({ request, params: {}, context: {} })).rejects.toMatchObject({ status: 302 })
})

test('choices are kept for the membership of the form, and said to be kept', async () => {
  const officer = await anOfficer()
  const saved = await choose(await post('/akun/kabar', officer, { on: 'stock.low/mail' }))
  expect((saved as Response).headers.get('location')).toBe('/akun/kabar?tersimpan')
  expect(await settings(await get('/akun/kabar?tersimpan', officer))).toMatchObject({ isSaved: true })
  const other = await choose(await post('/akun/kabar', officer, { membershipId: 'mem_other', on: 'x' }))
  expect(other).toMatchObject({ init: { status: 409 } })
  const wrong = await choose(await post('/akun/kabar', officer, { on: 'order.countered/mail' }))
  expect(wrong).toMatchObject({ init: { status: 422 } })
})
