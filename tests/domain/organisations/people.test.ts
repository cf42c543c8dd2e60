import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { listOrganisations } from '#app/domain/organisations/all-queries.server.ts'
import { changeRole } from '#app/domain/organisations/change-role.server.ts'
import { handOver } from '#app/domain/organisations/hand-over.server.ts'
import { invitePerson } from '#app/domain/organisations/invite-person.server.ts'
import { join } from '#app/domain/organisations/join.server.ts'
import { listPeople } from '#app/domain/organisations/people-queries.server.ts'
import { removePerson } from '#app/domain/organisations/remove-person.server.ts'
import { renewInvitation } from '#app/domain/organisations/renew-invitation.server.ts'
import { revokeInvitation } from '#app/domain/organisations/revoke-invitation.server.ts'
import { db } from '#app/platform/db.server.ts'
import {
  aBuyer,
  aChain,
  aCooperative,
  anOfficer,
  anOperator,
  anOverseer,
  reasonsOf,
} from '#tests/support/make.ts'
import { aMember, aProducerMember } from '#tests/support/members.ts'

const now = new Date('2026-11-24T03:00:00Z')

async function aTeam() {
  const organisation = await aCooperative()
  const manager = await anOfficer({ organisation, role: 'manager' })
  const officer = await anOfficer({ organisation })
  return { organisation, manager, officer }
}
const remove = (who: CooperativeMember, memberId: string) => removePerson(db, who, { memberId }, now)
const typed = { personName: 'Bu Tini', identifier: { phone: '+6281211112222' }, role: 'officer' as const }

test('who is removed is out at once, on every device; what they invited opens nothing; it is written down', async () => {
  const { manager, organisation } = await aTeam()
  const other = await anOfficer({ organisation, role: 'manager' })
  await invitePerson(db, other, typed, now)
  const { token } = await openSession(db, { ...other, device: '', isKnownDevice: false }, now)
  expect(await readActor(db, token, now)).not.toBeNull()
  await remove(manager, other.membershipId)
  expect(await readActor(db, token, now)).toBeNull()
  expect(await db.session.count({ where: { membershipId: other.membershipId, revokedAt: null } })).toBe(0)
  expect(await db.invitation.count({ where: { revokedAt: null } })).toBe(0)
  expect(await db.membershipMove.findMany()).toMatchObject([
    { kind: 'removed', fromRole: 'manager', toRole: null, byMembershipId: manager.membershipId },
  ])
})

test('the last manager is not removed, does not leave, and keeps the role', async () => {
  const { manager } = await aTeam()
  const last = { kind: 'conflict', said: { key: 'people.last_manager' } }
  await expect(remove(manager, manager.membershipId)).rejects.toMatchObject(last)
  const demote = { memberId: manager.membershipId, role: 'officer' as const }
  await expect(changeRole(db, manager, demote, now)).rejects.toMatchObject(last)
})

test('the database keeps the last manager, whatever the code does', async () => {
  const { manager } = await aTeam()
  const where = { id: manager.membershipId }
  const last = /an organisation keeps its last manager/
  await expect(db.membership.update({ where, data: { endedAt: now } })).rejects.toThrow(last)
  await expect(db.membership.update({ where, data: { role: 'officer' } })).rejects.toThrow(last)
  await expect(db.membership.delete({ where })).rejects.toThrow(last)
})

test('two managers who remove each other at once, ten times: one stays', async () => {
  for (let round = 0; round < 10; round++) {
    const organisation = await aCooperative()
    const [one, two] = [
      await anOfficer({ organisation, role: 'manager' }),
      await anOfficer({ organisation, role: 'manager' }),
    ]
    const tries = await Promise.allSettled([remove(one, two.membershipId), remove(two, one.membershipId)])
    // The one who came second is out already.
    expect(reasonsOf(tries)).toEqual(['forbidden error.forbidden'])
    const left = { organisationId: organisation.id, role: 'manager' as const, endedAt: null }
    expect(await db.membership.count({ where: left })).toBe(1)
  }
})

test('two managers who leave at once, past the code: the database lets one', async () => {
  const organisation = await aCooperative()
  const managers = [
    await anOfficer({ organisation, role: 'manager' }),
    await anOfficer({ organisation, role: 'manager' }),
  ]
  const tries = await Promise.allSettled(
    managers.map(({ membershipId: id }) => db.membership.update({ where: { id }, data: { endedAt: now } })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(reasonsOf(tries)[0]).toMatch(/an organisation keeps its last manager/)
})

test('a role is changed from the next page on; the same again changes nothing', async () => {
  const { manager, officer } = await aTeam()
  const { token } = await openSession(db, { ...officer, device: '', isKnownDevice: false }, now)
  const change = { memberId: officer.membershipId, role: 'manager' as const }
  await changeRole(db, manager, change, now)
  await changeRole(db, manager, change, now)
  expect(await readActor(db, token, now)).toMatchObject({ role: 'manager' })
  expect(await db.membershipMove.findMany()).toMatchObject([{ kind: 'role_changed', fromRole: 'officer' }])
  const wrong = { memberId: officer.membershipId, role: 'buyer' as const }
  await expect(changeRole(db, manager, wrong, now)).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'person.role_missing' },
  })
})

test('handing over writes down both sides; who was manager is none any more', async () => {
  const { manager, officer } = await aTeam()
  await handOver(db, manager, { memberId: officer.membershipId }, now)
  const roleOf = async (id: string) => (await db.membership.findUniqueOrThrow({ where: { id } })).role
  expect([await roleOf(manager.membershipId), await roleOf(officer.membershipId)]).toEqual([
    'officer',
    'manager',
  ])
  expect(await db.membershipMove.count({ where: { kind: 'handed_over' } })).toBe(2)
  // Their page is older than what they did.
  await expect(remove(manager, officer.membershipId)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a chain’s manager hands over too; an operator, who has no other role, and oneself, do not', async () => {
  const organisation = await aChain()
  const manager = await aBuyer({ organisation, role: 'chain_manager' })
  const buyer = await aBuyer({ organisation })
  await handOver(db, manager, { memberId: buyer.membershipId }, now)
  expect(await db.membership.findUnique({ where: { id: manager.membershipId } })).toMatchObject({
    role: 'buyer',
  })
  const operator = await anOperator()
  await expect(handOver(db, operator, { memberId: operator.membershipId }, now)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'people.is_manager' },
  })
})

test('people are listed with roles, last seen, invitations and who changed what', async () => {
  const { manager, officer } = await aTeam()
  const { token } = await openSession(db, { ...officer, device: '', isKnownDevice: false }, now)
  const later = new Date(now.getTime() + 7_200_000)
  await readActor(db, token, later)
  const { token: link } = await invitePerson(db, manager, typed, now)
  const list = await listPeople(db, manager, now)
  expect(list.members.find(({ id }) => id === officer.membershipId)).toMatchObject({
    role: 'officer',
    seenAt: later,
    isMe: false,
  })
  expect(list.invitations).toMatchObject([
    { personName: 'Bu Tini', contact: '+6281211112222', isOver: false },
  ])
  expect(JSON.stringify(list)).not.toContain(link)
})

test('who is there already, and a thirty-first invitation, are refused', async () => {
  const { manager, officer } = await aTeam()
  const { email } = await db.person.findUniqueOrThrow({ where: { id: officer.personId } })
  await expect(
    invitePerson(db, manager, { ...typed, identifier: { email: email ?? '' } }, now),
  ).rejects.toMatchObject({ kind: 'conflict', fields: { identifier: { key: 'people.is_here' } } })
  await expect(invitePerson(db, manager, { ...typed, role: 'finance' }, now)).rejects.toMatchObject({
    kind: 'invalid',
    fields: { role: { key: 'person.role_missing' } },
  })
  for (let i = 0; i < 30; i++)
    await invitePerson(db, manager, { ...typed, identifier: { email: `a${i}@rak.example` } }, now)
  await expect(invitePerson(db, manager, typed, now)).rejects.toMatchObject({
    said: { key: 'people.too_many_invitations' },
  })
})

test('wrong roles keep no people', async () => {
  const { officer, manager } = await aTeam()
  const { producerId } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const wrongs = [officer, await aBuyer(), await anOverseer(), await aProducerMember(producer)]
  const { id: invitationId } = await invitePerson(db, manager, typed, now)
  for (const wrong of wrongs as (typeof officer)[]) {
    const tries = await Promise.allSettled([
      invitePerson(db, wrong, typed, now),
      renewInvitation(db, wrong, { invitationId }, now),
      revokeInvitation(db, wrong, { invitationId }, now),
      changeRole(db, wrong, { memberId: manager.membershipId, role: 'officer' }, now),
      handOver(db, wrong, { memberId: manager.membershipId }, now),
      remove(wrong, manager.membershipId),
      listPeople(db, wrong, now),
    ])
    expect(reasonsOf(tries)).toEqual(Array(7).fill('forbidden error.forbidden'))
  }
})

test('another organisation’s people and invitations are not there, and neither are producers’ sign-ins', async () => {
  const { manager, officer } = await aTeam()
  const { id: invitationId } = await invitePerson(db, manager, typed, now)
  const { producerId, officer: theirOfficer } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const own = await aProducerMember(producer)
  const strangers = [
    await anOfficer({ role: 'manager' }),
    await aBuyer({ role: 'chain_manager' }),
    await anOperator(),
  ]
  const roles = { cooperative: 'officer', retail_chain: 'buyer', operator: 'operator' } as const
  for (const stranger of strangers) {
    const tries = await Promise.allSettled([
      renewInvitation(db, stranger, { invitationId }, now),
      revokeInvitation(db, stranger, { invitationId }, now),
      changeRole(db, stranger, { memberId: officer.membershipId, role: roles[stranger.kind] }, now),
      removePerson(db, stranger, { memberId: officer.membershipId }, now),
      handOver(db, stranger, { memberId: officer.membershipId }, now),
    ])
    expect(new Set(reasonsOf(tries))).toEqual(
      new Set(stranger.kind === 'operator' ? ['not_found error.not_found'] : ['not_found error.not_found']),
    )
  }
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: theirOfficer.cooperativeId } })
  const theirs = await anOfficer({ organisation, role: 'manager' })
  await expect(remove(theirs, own.membershipId)).rejects.toMatchObject({ kind: 'not_found' })
})

test('the operator gives a cooperative of one officer a second person, and changes nobody there', async () => {
  const officer = await anOfficer({ role: 'manager' })
  const { organisationId } = officer
  const operator = await anOperator()
  const whose = { organisationId }
  const first = await invitePerson(db, operator, { ...typed, ...whose }, now)
  const second = await renewInvitation(db, operator, { invitationId: first.id, ...whose }, now)
  const seen = await listPeople(db, operator, now, whose)
  expect(seen).toMatchObject({
    organisation: { id: organisationId, kind: 'cooperative' },
    members: [{ id: officer.membershipId, isMe: false }],
    invitations: [{ personName: 'Bu Tini', role: 'officer' }],
  })
  const visitor = { address: '10.8.0.1', device: 'HP' }
  const self = { personName: 'Tini', newPassword: 'sawah di lereng' }
  await expect(join(db, visitor, { ...self, token: first.token }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  const session = await join(db, visitor, { ...self, token: second.token }, now)
  expect(await readActor(db, session.token, now)).toMatchObject({ organisationId, role: 'officer' })
  expect((await listPeople(db, officer, now)).members).toHaveLength(2)

  const third = await invitePerson(
    db,
    operator,
    { ...typed, ...whose, identifier: { email: 'c@rak.example' } },
    now,
  )
  await revokeInvitation(db, operator, { invitationId: third.id, ...whose }, now)
  expect((await listPeople(db, operator, now, whose)).invitations).toEqual([])
  await expect(removePerson(db, operator, { memberId: officer.membershipId }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(invitePerson(db, operator, { ...typed, ...whose, role: 'buyer' }, now)).rejects.toMatchObject({
    fields: { role: { key: 'person.role_missing' } },
  })
})

test('nobody but the operator keeps the people of another organisation, and of none that is not there', async () => {
  const { organisation } = await aTeam()
  const { manager } = await aTeam()
  const chain = await aBuyer({ role: 'chain_manager' })
  const { id: invitationId } = await invitePerson(db, manager, typed, now)
  for (const keeper of [manager, chain]) {
    const whose = { organisationId: organisation.id }
    const tries = await Promise.allSettled([
      invitePerson(db, keeper, { ...typed, ...whose }, now),
      renewInvitation(db, keeper, { invitationId, ...whose }, now),
      revokeInvitation(db, keeper, { invitationId, ...whose }, now),
      listPeople(db, keeper, now, whose),
    ])
    expect(reasonsOf(tries)).toEqual(Array(4).fill('not_found error.not_found'))
  }
  const nowhere = { organisationId: 'org_none' }
  await expect(listPeople(db, await anOperator(), now, nowhere)).rejects.toMatchObject({ kind: 'not_found' })
})

test('the operator sees every organisation, first cooperatives of one and whoever has nobody; nobody else does', async () => {
  const { organisation: two } = await aTeam()
  const alone = await anOfficer()
  const empty = await aCooperative()
  const chain = await aBuyer({ role: 'chain_manager' })
  const { producerId } = await aMember({ officer: alone })
  await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
  const operator = await anOperator()
  const { page, next } = await listOrganisations(db, operator)
  expect(next).toBeUndefined()
  expect(page).toHaveLength(4)
  expect(new Set(page.slice(0, 2).map(({ id, people }) => `${id} ${people}`))).toEqual(
    new Set([`${alone.organisationId} 1`, `${empty.id} 0`]),
  )
  const rest = (await listOrganisations(db, operator, page[1]?.id)).page
  expect(rest).toEqual(page.slice(2))
  expect(new Set(rest.map(({ id, people }) => `${id} ${people}`))).toEqual(
    new Set([`${two.id} 2`, `${chain.organisationId} 1`]),
  )
  for (const wrong of [chain, alone, await anOverseer()])
    await expect(listOrganisations(db, wrong as never)).rejects.toMatchObject({ kind: 'forbidden' })
})
