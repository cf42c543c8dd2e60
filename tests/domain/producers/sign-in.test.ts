import { expect, test } from 'vitest'
import { issueOneTimeCode } from '#app/domain/access/issue-one-time-code.server.ts'
import { listPeopleToHelp } from '#app/domain/access/queries.server.ts'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { signIn } from '#app/domain/access/sign-in.server.ts'
import { acceptInvitation } from '#app/domain/organisations/accept-invitation.server.ts'
import { join as joinInvited } from '#app/domain/organisations/join.server.ts'
import { endSignIn } from '#app/domain/producers/end-sign-in.server.ts'
import { inviteProducer } from '#app/domain/producers/invite-producer.server.ts'
import { letLeave } from '#app/domain/producers/let-leave.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { takeBackInvitation } from '#app/domain/producers/take-back-invitation.server.ts'
import { db } from '#app/platform/db.server.ts'
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

const join = (token: string) =>
  joinInvited(db, visitor, { token, personName: 'Painem', newPassword: 'kebun apel hijau' }, new Date())
const ownAccount = async () => {
  const passwordHash = await hashPassword('punya sendiri')
  const other = await anOfficer()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: other.cooperativeId } })
  const person = await aMembership(organisation, 'officer', { ...phone, passwordHash })
  const { token } = await openSession(db, { ...person, device: '', isKnownDevice: false }, new Date())
  const actor = await readActor(db, token, new Date())
  if (!actor) throw new Error('is signed in')
  return { person, token, actor }
}
const accept = (one: Awaited<ReturnType<typeof ownAccount>>, token: string) =>
  acceptInvitation(db, one.actor, { token, sessionToken: one.token, address: '10.1.1.2' }, new Date())

test('who is invited gets in with the link, for that producer and nothing else of the cooperative', async () => {
  const { officer, producerId } = await aMember()
  const made = await invite(officer, producerId)
  expect(await db.membership.count({ where: { producerId } })).toBe(0)
  const session = await join(made.token)
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

test('asked again there is a new link and the old one is over; afterwards no officer invites them again', async () => {
  const { officer, producerId } = await aMember()
  const first = await invite(officer, producerId)
  const second = await invite(officer, producerId)
  await expect(join(first.token)).rejects.toMatchObject({ said: { key: 'invitation.revoked' } })
  await join(second.token)
  await expect(invite(officer, producerId)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'invite.already' },
  })
})

test('who has an account accepts in it; until then nothing is theirs, and no link opens the account', async () => {
  const { officer, producerId } = await aMember()
  const account = await ownAccount()
  const { token } = await invite(officer, producerId)
  await expect(join(token)).rejects.toMatchObject({ said: { key: 'invitation.has_account' } })
  expect(await db.membership.count({ where: { personId: account.person.personId } })).toBe(1)
  expect(await accept(account, token)).toEqual({ kind: 'producer' })
  expect(await readActor(db, account.token, new Date())).toMatchObject({ kind: 'producer', producerId })
})

test('an invitation tells an officer nothing of an account that was there, and opens nothing of it', async () => {
  const { officer, producerId } = await aMember()
  const manager = await anOfficer({
    role: 'manager',
    organisation: await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } }),
  })
  const account = await ownAccount()
  const { personId } = account.person
  await db.person.update({
    where: { id: personId },
    data: { name: 'Nama Sebenarnya', email: 'rahasia@rak.example' },
  })
  await accept(account, (await invite(officer, producerId)).token)
  const { signIns } = await requireMember(db, officer, producerId, '2026-11-24')
  expect(signIns).toMatchObject([{ invitedName: 'Bu Painem', invitedContact: phone.phone }])
  expect(JSON.stringify(signIns)).not.toMatch(/Nama Sebenarnya|rahasia/)
  const helped = await listPeopleToHelp(db, manager, '')
  expect(helped.map((person) => person.id)).toEqual([officer.personId])
  await expect(issueOneTimeCode(db, manager, { personId }, new Date())).rejects.toMatchObject({
    kind: 'not_found',
  })
  await issueOneTimeCode(db, await anOperator(), { personId }, new Date())
})

test('a manager helps whoever the cooperative gave an account', async () => {
  const { officer, producerId } = await aMember()
  const manager = await anOfficer({
    role: 'manager',
    organisation: await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } }),
  })
  await join((await invite(officer, producerId)).token)
  const { id: personId } = await db.person.findUniqueOrThrow({ where: phone })
  expect(await issueOneTimeCode(db, manager, { personId }, new Date())).toMatchObject({
    personName: 'Painem',
  })
})

test('an invitation that was taken back, and one of a member who left, open nothing', async () => {
  const { officer, producerId } = await aMember()
  const { id, token } = await invite(officer, producerId)
  await takeBackInvitation(db, officer, { producerId, invitationId: id }, new Date())
  await takeBackInvitation(db, officer, { producerId, invitationId: id }, new Date())
  await expect(join(token)).rejects.toMatchObject({ said: { key: 'invitation.revoked' } })
  const second = await invite(officer, producerId)
  await letLeave(db, officer, { producerId, reason: 'stopped' }, new Date())
  await expect(join(second.token)).rejects.toMatchObject({ said: { key: 'invitation.revoked' } })
  await expect(
    takeBackInvitation(db, await anOfficer(), { producerId, invitationId: second.id }, new Date()),
  ).rejects.toMatchObject({ kind: 'not_found' })
  await expect(
    takeBackInvitation(db, (await aBuyer()) as never, { producerId, invitationId: second.id }, new Date()),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

test('an officer who is a member too is there twice, and acts as one at a time', async () => {
  const { officer, producerId } = await aMember()
  const { email } = await db.person.findUniqueOrThrow({ where: { id: officer.personId } })
  const { token } = await openSession(db, { ...officer, device: '', isKnownDevice: false }, new Date())
  const invited = await invite(officer, producerId, { email: email ?? '' })
  await acceptInvitation(
    db,
    officer,
    { token: invited.token, sessionToken: token, address: '10.1.1.3' },
    new Date(),
  )
  expect(await db.membership.count({ where: { personId: officer.personId, endedAt: null } })).toBe(2)
})

test('the same invitation ten times at once is one that is open', async () => {
  const { officer, producerId } = await aMember()
  await Promise.all(Array.from({ length: 10 }, () => invite(officer, producerId)))
  expect([
    await db.person.count({ where: phone }),
    await db.invitation.count({ where: { producerId, revokedAt: null } }),
  ]).toEqual([0, 1])
})

test('a fifth person is refused; an ended way in makes room, at once', async () => {
  const { officer, producerId } = await aMember()
  const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ email: `${name}@rak.example` }))
  const tries = await Promise.allSettled(addresses.map((one) => invite(officer, producerId, one)))
  expect(reasonsOf(tries)).toEqual(['conflict invite.too_many'])
  const sent = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const { token } = await join(sent[0]?.token ?? '')
  const one = await db.membership.findFirstOrThrow({ where: { producerId } })
  await endSignIn(db, officer, { producerId, signInId: one.id }, new Date())
  await endSignIn(db, officer, { producerId, signInId: one.id }, new Date())
  expect(await readActor(db, token, new Date())).toBeNull()
  expect((await actsOf(producerId)).filter((act) => act === 'sign_in_ended')).toHaveLength(1)
  await invite(officer, producerId, { email: 'f@rak.example' })
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
