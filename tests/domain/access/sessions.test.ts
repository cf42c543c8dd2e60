import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actors.ts'
import { getAccount } from '#app/domain/access/queries.server.ts'
import { revokeOtherSessions } from '#app/domain/access/revoke-other-sessions.server.ts'
import { revokeSession } from '#app/domain/access/revoke-session.server.ts'
import { hashOf, openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { signOut } from '#app/domain/access/sign-out.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer } from '#tests/support/make.ts'

const at = new Date('2026-11-24T01:00:00Z')

async function aSession(actor: Actor, device = 'Chrome, Android', when = at): Promise<string> {
  const { personId, membershipId } = actor
  const { token } = await openSession(db, { personId, membershipId, device, isKnownDevice: true }, when)
  return token
}
const isIn = async (token: string) => (await readActor(db, token, at)) !== null

test('signing out ends one session, for good', async () => {
  const officer = await anOfficer()
  const [one, other] = [await aSession(officer), await aSession(officer)]
  await signOut(db, one, at)
  await signOut(db, one, new Date(at.getTime() + 1_000))
  await signOut(db, 'no such token', at)

  expect([await isIn(one), await isIn(other)]).toEqual([false, true])
  expect((await db.session.findUniqueOrThrow({ where: { tokenHash: hashOf(one) } })).revokedAt).toEqual(at)
})

test('one of the own sessions is ended by its name', async () => {
  const officer = await anOfficer()
  const [here, lost] = [await aSession(officer), await aSession(officer)]
  await revokeSession(db, officer, { sessionId: hashOf(lost) }, at)

  expect([await isIn(here), await isIn(lost)]).toEqual([true, false])
  await expect(revokeSession(db, officer, { sessionId: hashOf(lost) }, at)).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('a session of somebody else is not found, like one that does not exist', async () => {
  const officer = await anOfficer()
  const theirs = await aSession(await aBuyer())
  for (const sessionId of [hashOf(theirs), 'none', theirs])
    await expect(revokeSession(db, officer, { sessionId }, at)).rejects.toMatchObject({
      kind: 'not_found',
      said: { key: 'error.not_found' },
    })
  expect(await isIn(theirs)).toBe(true)
})

test('all other sessions are ended at once, of this person only', async () => {
  const officer = await anOfficer()
  const here = await aSession(officer)
  const others = [await aSession(officer), await aSession(officer)]
  const theirs = await aSession(await anOfficer())
  await revokeOtherSessions(db, officer, { token: here }, at)

  expect(await Promise.all([here, ...others, theirs].map(isIn))).toEqual([true, false, false, true])
})

test('the account shows the sessions that are open, the newest first, and which one this is', async () => {
  const officer = await anOfficer()
  const here = await aSession(officer, 'Firefox, Windows')
  await aSession(officer, 'Chrome, Android', new Date('2026-11-23T01:00:00Z'))
  await aSession(officer, 'Safari, iPhone', new Date('2026-07-01T01:00:00Z')) // more than 90 days ago
  await signOut(db, await aSession(officer, 'Edge, Windows'), at)

  const { sessions, email, memberships } = await getAccount(db, officer, here, at)
  expect(sessions.map(({ device, isThis }) => [device, isThis])).toEqual([
    ['Firefox, Windows', true],
    ['Chrome, Android', false],
  ])
  expect(email).toMatch(/@rak\.example$/)
  expect(memberships).toMatchObject([{ organisationName: officer.organisationName, isThis: true }])
})

test('a token that was never given opens nothing', async () => {
  expect(await readActor(db, '', at)).toBeNull()
  expect(await readActor(db, "' or true --", at)).toBeNull()
})
