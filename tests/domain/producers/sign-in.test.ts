import { expect, test } from 'vitest'
import { issueOneTimeCode } from '#app/domain/access/issue-one-time-code.server.ts'
import { listPeopleToHelp } from '#app/domain/access/queries.server.ts'
import { redeemOneTimeCode } from '#app/domain/access/redeem-one-time-code.server.ts'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { signIn } from '#app/domain/access/sign-in.server.ts'
import { switchMembership } from '#app/domain/access/switch-membership.server.ts'
import { endSignIn } from '#app/domain/producers/end-sign-in.server.ts'
import { inviteProducer } from '#app/domain/producers/invite-producer.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { aBuyer, aMembership, anOfficer, anOperator, reasonsOf } from '#tests/support/make.ts'
import { actsOf, aMember, aProducerMember } from '#tests/support/members.ts'

const phone = { phone: '+6281234567890' }
const invite = (
  officer: Parameters<typeof inviteProducer>[1],
  producerId: string,
  identifier: { phone: string } | { email: string } = phone,
) => inviteProducer(db, officer, { producerId, personName: 'Bu Painem', identifier }, new Date())
const visitor = { address: '10.1.1.1', device: 'HP' }

test('who is invited gets in with the code, for that producer and nothing else of the cooperative', async () => {
  const { officer, producerId } = await aMember()
  const made = await invite(officer, producerId)
  if (made.code === null) throw new Error('a new person gets a code')
  const input = { identifier: phone, code: made.code, newPassword: 'kebun apel hijau' }
  const session = await redeemOneTimeCode(db, visitor, input, new Date())
  expect(session.kind).toBe('producer')
  expect(await readActor(db, session.token, new Date())).toMatchObject({
    kind: 'producer',
    role: 'producer',
    cooperativeId: officer.cooperativeId,
    producerId,
    producerName: 'Kelompok Keripik Ceria',
  })
  const again = await signIn(db, visitor, { identifier: phone, password: 'kebun apel hijau' }, new Date())
  expect(again.kind).toBe('producer')
  expect(await actsOf(producerId)).toContain('invited')
})

test('asked again before they came in there is a new code; afterwards no officer opens the account', async () => {
  const { officer, producerId } = await aMember()
  const first = await invite(officer, producerId)
  const second = await invite(officer, producerId)
  expect(second.code).not.toBeNull()
  const redeem = (code: string | null) =>
    redeemOneTimeCode(
      db,
      visitor,
      { identifier: phone, code: code ?? '', newPassword: 'kebun apel hijau' },
      new Date(),
    )
  await expect(redeem(first.code)).rejects.toMatchObject({ said: { key: 'code.wrong' } })
  await redeem(second.code)
  await expect(invite(officer, producerId)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'invite.already' },
  })
})

test('who has an account finds the producer in it, and no code is made', async () => {
  const { officer, producerId } = await aMember()
  const passwordHash = await hashPassword('punya sendiri')
  const other = await anOfficer()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: other.cooperativeId } })
  const person = await aMembership(organisation, 'officer', { ...phone, passwordHash })
  expect(await invite(officer, producerId)).toEqual({ contact: phone.phone, code: null })
  expect(await db.oneTimeCode.count()).toBe(0)
  const mine = await db.membership.findFirstOrThrow({
    where: { personId: person.personId, role: 'producer' },
  })
  const { token } = await openSession(db, { ...person, device: '', isKnownDevice: false }, new Date())
  const actor = await readActor(db, token, new Date())
  if (!actor) throw new Error('is signed in')
  expect(await switchMembership(db, actor, { toMembershipId: mine.id, token }, new Date())).toEqual({
    kind: 'producer',
  })
  expect(
    (
      await signIn(
        db,
        visitor,
        { identifier: phone, password: 'punya sendiri', kind: 'producer' },
        new Date(),
      )
    ).kind,
  ).toBe('producer')
})

test('an invitation tells an officer nothing of an account that was there, and opens nothing of it', async () => {
  const { officer, producerId } = await aMember()
  const manager = await anOfficer({
    role: 'manager',
    organisation: await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } }),
  })
  const id = newId('person')
  const email = 'rahasia@rak.example'
  const passwordHash = await hashPassword('punya sendiri')
  await db.person.create({ data: { id, name: 'Nama Sebenarnya', email, ...phone, passwordHash } })
  expect(await invite(officer, producerId)).toEqual({ contact: phone.phone, code: null })
  const { signIns } = await requireMember(db, officer, producerId, '2026-11-24')
  expect(signIns).toMatchObject([{ invitedName: 'Bu Painem', invitedContact: phone.phone, isActive: false }])
  expect(JSON.stringify(signIns)).not.toMatch(/Nama Sebenarnya|rahasia/)
  const helped = await listPeopleToHelp(db, manager, '')
  expect(helped.map((person) => person.id)).toEqual([officer.personId])
  await expect(issueOneTimeCode(db, manager, { personId: id }, new Date())).rejects.toMatchObject({
    kind: 'not_found',
  })
  await issueOneTimeCode(db, await anOperator(), { personId: id }, new Date())
})

test('a manager helps whoever the cooperative gave an account', async () => {
  const { officer, producerId } = await aMember()
  const manager = await anOfficer({
    role: 'manager',
    organisation: await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } }),
  })
  await invite(officer, producerId)
  const { id: personId } = await db.person.findUniqueOrThrow({ where: phone })
  expect(await issueOneTimeCode(db, manager, { personId }, new Date())).toMatchObject({
    personName: 'Bu Painem',
  })
})

test('an officer who is a member too is there twice, and acts as one at a time', async () => {
  const { officer, producerId } = await aMember()
  const { email } = await db.person.findUniqueOrThrow({ where: { id: officer.personId } })
  await invite(officer, producerId, { email: email ?? '' })
  expect(await db.membership.count({ where: { personId: officer.personId, endedAt: null } })).toBe(2)
})

test('the same invitation ten times at once makes one person and one way in', async () => {
  const { officer, producerId } = await aMember()
  await Promise.all(Array.from({ length: 10 }, () => invite(officer, producerId)))
  expect([
    await db.person.count({ where: phone }),
    await db.membership.count({ where: { producerId } }),
  ]).toEqual([1, 1])
})

test('a fifth person is refused; an ended way in makes room, at once', async () => {
  const { officer, producerId } = await aMember()
  const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ email: `${name}@rak.example` }))
  const tries = await Promise.allSettled(addresses.map((one) => invite(officer, producerId, one)))
  expect(reasonsOf(tries)).toEqual(['conflict invite.too_many'])
  const [one] = await db.membership.findMany({ where: { producerId } })
  const { token } = await openSession(
    db,
    { personId: one?.personId ?? '', membershipId: one?.id ?? '', device: '', isKnownDevice: false },
    new Date(),
  )
  await endSignIn(db, officer, { producerId, signInId: one?.id ?? '' }, new Date())
  await endSignIn(db, officer, { producerId, signInId: one?.id ?? '' }, new Date())
  expect(await readActor(db, token, new Date())).toBeNull()
  expect((await actsOf(producerId)).filter((act) => act === 'sign_in_ended')).toHaveLength(1)
})

test('wrong roles are refused; another cooperative’s producer, and an officer’s membership, are not there', async () => {
  const { officer, producerId } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const own = await aProducerMember(producer)
  for (const wrong of [await aBuyer(), await anOperator(), own]) {
    await expect(invite(wrong as never, producerId)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      endSignIn(db, wrong as never, { producerId, signInId: own.membershipId }, new Date()),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const stranger = await anOfficer()
  await expect(invite(stranger, producerId)).rejects.toMatchObject({ kind: 'not_found' })
  for (const [who, signInId] of [
    [stranger, own.membershipId],
    [officer, officer.membershipId],
  ] as const)
    await expect(endSignIn(db, who, { producerId, signInId }, new Date())).rejects.toMatchObject({
      kind: 'not_found',
    })
  expect(await db.person.count({ where: phone })).toBe(0)
})
