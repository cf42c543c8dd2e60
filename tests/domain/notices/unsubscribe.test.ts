import { expect, test } from 'vitest'
import { membershipOf, unsubscribe, unsubscribeToken } from '#app/domain/notices/unsubscribe.server.ts'
import { db } from '#app/platform/db.server.ts'
import { action, loader } from '#app/routes/notices/stop-mail.tsx'
import { anOfficer } from '#tests/support/make.ts'

const at = new Date('2026-11-24T03:00:00Z')
const later = new Date('2026-11-25T03:00:00Z')
const missing = { kind: 'not_found', said: { key: 'error.not_found' } }
const preferences = () =>
  db.noticePreference.findMany({ select: { membershipId: true, kind: true, isOn: true } })

test('the link of a mail ends all mail to its membership, and twice is once', async () => {
  const officer = await anOfficer()
  const token = unsubscribeToken(officer.membershipId)
  expect(membershipOf(token)).toBe(officer.membershipId)
  await unsubscribe(db, { token }, at)
  await unsubscribe(db, { token }, later)
  expect(await preferences()).toEqual([{ membershipId: officer.membershipId, kind: 'all', isOn: false }])
})

test('two clicks at once are one', async () => {
  const token = unsubscribeToken((await anOfficer()).membershipId)
  await Promise.all([1, 2, 3, 4].map(() => unsubscribe(db, { token }, at)))
  expect(await preferences()).toHaveLength(1)
})

test('a token that was not made here ends nothing', async () => {
  const { membershipId } = await anOfficer()
  const other = unsubscribeToken((await anOfficer()).membershipId)
  const digest = other.split('.')[1]
  const tokens = [
    '',
    '.',
    membershipId,
    `${membershipId}.`,
    `${membershipId}.${digest}`,
    unsubscribeToken('mem_0'),
  ]
  for (const token of tokens) await expect(unsubscribe(db, { token }, at)).rejects.toMatchObject(missing)
  expect(await preferences()).toEqual([])
})

test('the page asks first, and does it without a sign-in', async () => {
  const token = unsubscribeToken((await anOfficer()).membershipId)
  const url = `http://test/surat/berhenti/${token}`
  await loader({ request: new Request(url), params: { token }, context: {} })
  expect(await preferences()).toEqual([])
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const request = new Request(url, { method: 'POST', body })
  expect(await action({ request, params: { token }, context: {} })).toEqual({ isDone: true })
  expect(await preferences()).toHaveLength(1)
  const wrong = loader({ request: new Request(url), params: { token: `${token}x` }, context: {} })
  await expect(wrong).rejects.toMatchObject({ init: { status: 404 } })
})
