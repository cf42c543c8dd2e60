import { expect, test } from 'vitest'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { signOut } from '#app/domain/access/sign-out.server.ts'
import { switchMembership } from '#app/domain/access/switch-membership.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, aChain, anOfficer } from '#tests/support/make.ts'

const at = new Date('2026-11-24T01:00:00Z')

async function twoMemberships() {
  const officer = await anOfficer()
  const chain = await aChain()
  const toMembershipId = 'mbr_chain'
  const also = { id: toMembershipId, personId: officer.personId, organisationId: chain.id }
  await db.membership.create({ data: { ...also, organisationKind: chain.kind, role: 'finance' } })
  const { personId, membershipId } = officer
  const { token } = await openSession(db, { personId, membershipId, device: '', isKnownDevice: false }, at)
  return { officer, chain, toMembershipId, token }
}

test('the session goes on for the other organisation', async () => {
  const { officer, chain, toMembershipId, token } = await twoMemberships()

  expect(await switchMembership(db, officer, { toMembershipId, token }, at)).toEqual({ kind: 'retail_chain' })
  expect(await readActor(db, token, at)).toMatchObject({
    kind: 'retail_chain',
    chainId: chain.id,
    role: 'finance',
  })
})

test("somebody else's membership, one that ended and an unknown one are not found", async () => {
  const { officer, toMembershipId, token } = await twoMemberships()
  const stranger = await aBuyer()
  await db.membership.update({ where: { id: toMembershipId }, data: { endedAt: at } })
  for (const id of [stranger.membershipId, toMembershipId, 'mbr_none'])
    await expect(switchMembership(db, officer, { toMembershipId: id, token }, at)).rejects.toMatchObject({
      kind: 'not_found',
    })
  expect(await readActor(db, token, at)).toMatchObject({ kind: 'cooperative' })
})

test('a session that has ended does not go on', async () => {
  const { officer, toMembershipId, token } = await twoMemberships()
  await signOut(db, token, at)
  await expect(switchMembership(db, officer, { toMembershipId, token }, at)).rejects.toMatchObject({
    kind: 'not_found',
  })
})
