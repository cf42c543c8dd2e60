import { expect, test } from 'vitest'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { signIn } from '#app/domain/access/sign-in.server.ts'
import { acceptInvitation } from '#app/domain/organisations/accept-invitation.server.ts'
import { invitePerson } from '#app/domain/organisations/invite-person.server.ts'
import { join } from '#app/domain/organisations/join.server.ts'
import { readInvitation } from '#app/domain/organisations/people-queries.server.ts'
import { renewInvitation } from '#app/domain/organisations/renew-invitation.server.ts'
import { revokeInvitation } from '#app/domain/organisations/revoke-invitation.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, aCooperative, aMembership, anOfficer, anOperator, reasonsOf } from '#tests/support/make.ts'

const now = new Date('2026-11-24T03:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const phone = { phone: '+6281255556666' }
let addresses = 0
const visitor = () => ({ address: `10.9.${Math.floor(addresses / 250)}.${addresses++ % 250}`, device: 'HP' })
const self = { personName: 'Tini', newPassword: 'sawah di lereng' }

async function invited(identifier: { phone: string } | { email: string } = phone) {
  const manager = await anOfficer({ role: 'manager' })
  const typed = { personName: 'Bu Tini', identifier, role: 'officer' as const }
  return { manager, ...(await invitePerson(db, manager, typed, now)) }
}
const joinWith = (token: string, at = now) => join(db, visitor(), { ...self, token }, at)

async function signedIn(person: { phone?: string; email?: string; passwordHash?: string }) {
  const who = await aMembership(await aCooperative(), 'officer', { passwordHash: 'x', ...person })
  const { token } = await openSession(db, { ...who, device: '', isKnownDevice: false }, now)
  const actor = await readActor(db, token, now)
  if (!actor) throw new Error('is signed in')
  return { actor, sessionToken: token }
}
const accept = ({ actor, sessionToken }: Awaited<ReturnType<typeof signedIn>>, token: string, at = now) =>
  acceptInvitation(db, actor, { token, sessionToken, address: visitor().address }, at)

test('who is new gets an account with the name and password they choose', async () => {
  const { token, manager } = await invited()
  expect(await db.person.count({ where: phone })).toBe(0)
  const session = await joinWith(token)
  expect(await readActor(db, session.token, now)).toMatchObject({
    personName: 'Tini',
    role: 'officer',
    organisationId: manager.organisationId,
  })
  expect((await signIn(db, visitor(), { identifier: phone, password: 'sawah di lereng' }, now)).kind).toBe(
    'cooperative',
  )
})

test('the same link twenty times at once makes one person, one membership and one session', async () => {
  const { token } = await invited()
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => joinWith(token)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(new Set(reasonsOf(tries))).toEqual(new Set(['conflict invitation.accepted']))
  const { id: personId } = await db.person.findUniqueOrThrow({ where: phone })
  expect([
    await db.membership.count({ where: { personId } }),
    await db.session.count({ where: { personId } }),
    await db.membershipMove.count({ where: { kind: 'joined' } }),
  ]).toEqual([1, 1, 1])
})

test('who has an account is bound to nothing before they accept in it; accepting twenty times is once', async () => {
  const { token, manager } = await invited()
  const account = await signedIn(phone)
  await expect(joinWith(token)).rejects.toMatchObject({ said: { key: 'invitation.has_account' } })
  const there = { organisationId: manager.organisationId, personId: account.actor.personId }
  expect(await db.membership.count({ where: there })).toBe(0)
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => accept(account, token)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(new Set(reasonsOf(tries))).toEqual(new Set(['conflict invitation.accepted']))
  expect(await db.membership.findMany({ where: there })).toMatchObject([{ hadAccount: true }])
  expect(await readActor(db, account.sessionToken, now)).toMatchObject({
    organisationId: manager.organisationId,
  })
})

test('somebody else’s invitation is not accepted, and stays open', async () => {
  const { token } = await invited()
  const wrong = await signedIn({ phone: '+6281299990000' })
  await expect(accept(wrong, token)).rejects.toMatchObject({ said: { key: 'invitation.somebody_elses' } })
  await joinWith(token)
})

test('who came in otherwise meanwhile is there once', async () => {
  const { token, manager } = await invited()
  const account = await signedIn(phone)
  const { personId } = account.actor
  const { organisationId } = manager
  const row = {
    id: 'mbr_0',
    personId,
    organisationId,
    organisationKind: 'cooperative',
    role: 'officer',
  } as const
  await db.membership.create({ data: row })
  await expect(accept(account, token)).rejects.toMatchObject({ said: { key: 'invitation.is_here' } })
})

test.each([
  ['expired', async () => {}, days(7)],
  [
    'revoked',
    async (one: Awaited<ReturnType<typeof invited>>) => {
      await revokeInvitation(db, one.manager, { invitationId: one.id }, now)
      await revokeInvitation(db, one.manager, { invitationId: one.id }, now)
    },
    now,
  ],
] as const)('an invitation that is %s opens nothing, and says so', async (state, before, at) => {
  const one = await invited()
  await before(one)
  await expect(joinWith(one.token, at)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: `invitation.${state}` },
  })
  const account = await signedIn(phone)
  await expect(accept(account, one.token, at)).rejects.toMatchObject({ said: { key: `invitation.${state}` } })
  expect(await readInvitation(db, visitor(), { token: one.token, actor: null }, at)).toMatchObject({ state })
})

test('an expired one gets a new link; the old one opens nothing, and an accepted one gets none', async () => {
  const { manager, token, id } = await invited()
  const renewed = await renewInvitation(db, manager, { invitationId: id }, days(8))
  await expect(joinWith(token, days(8))).rejects.toMatchObject({ kind: 'not_found' })
  await joinWith(renewed.token, days(14))
  await expect(renewInvitation(db, manager, { invitationId: id }, days(9))).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(revokeInvitation(db, manager, { invitationId: id }, days(9))).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('a link says who invites to what, and of the number only enough to know one’s own', async () => {
  const { token, manager } = await invited()
  const seen = await readInvitation(db, visitor(), { token, actor: null }, now)
  expect(seen).toMatchObject({
    state: 'open',
    role: 'officer',
    senderName: manager.personName,
    organisationName: manager.organisationName,
    hasAccount: false,
    isTheirs: false,
  })
  expect(JSON.stringify(seen)).not.toContain(phone.phone)
  expect(await db.invitation.count({ where: { tokenHash: { contains: token } } })).toBe(0)
})

test('guessing links is counted by address; opening one’s own again and again is not', async () => {
  const { token } = await invited()
  const guesser = { address: '10.8.0.1', device: '' }
  const reasons: string[] = []
  for (let i = 0; i < 32; i++)
    await readInvitation(db, guesser, { token: `wrong${i}`, actor: null }, now).catch(({ kind }) =>
      reasons.push(kind),
    )
  expect(reasons.filter((kind) => kind === 'not_found')).toHaveLength(30)
  expect(reasons.at(-1)).toBe('too_many')
  await expect(join(db, guesser, { ...self, token }, now)).rejects.toMatchObject({ kind: 'too_many' })
  const owner = { address: '10.8.0.2', device: '' }
  for (let i = 0; i < 40; i++) await readInvitation(db, owner, { token, actor: null }, now)
})

test('an account without a password that belongs somewhere is not opened by a link', async () => {
  const other = await aCooperative()
  await aMembership(other, 'officer', { ...phone, passwordHash: 'none' })
  const { token } = await invited()
  await expect(joinWith(token)).rejects.toMatchObject({ said: { key: 'invitation.has_account' } })
})

test('chains and the operator invite the same way', async () => {
  const chain = await aBuyer({ role: 'chain_manager' })
  const first = await invitePerson(
    db,
    chain,
    { personName: 'Pak Anto', identifier: { email: 'anto@rak.example' }, role: 'finance' },
    now,
  )
  expect((await joinWith(first.token)).kind).toBe('retail_chain')
  const operator = await anOperator()
  const second = await invitePerson(
    db,
    operator,
    { personName: 'Bu Eni', identifier: { email: 'eni@rak.example' }, role: 'operator' },
    now,
  )
  expect((await joinWith(second.token)).kind).toBe('operator')
})
