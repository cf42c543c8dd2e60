import { expect, test } from 'vitest'
import { issueOneTimeCode } from '#app/domain/access/issue-one-time-code.server.ts'
import { listPeopleToHelp } from '#app/domain/access/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import {
  aBuyer,
  aChain,
  aCooperative,
  aMembership,
  anOfficer,
  anOperator,
  anOverseer,
} from '#tests/support/make.ts'

const at = new Date('2026-11-24T01:00:00Z')

async function aManagerAndOfficer() {
  const organisation = await aCooperative()
  const manager = await anOfficer({ organisation, role: 'manager' })
  const officer = await anOfficer({ organisation })
  return { organisation, manager, officer }
}

test('a manager makes a code for an officer of the own cooperative, good for a day', async () => {
  const { manager, officer } = await aManagerAndOfficer()
  const made = await issueOneTimeCode(db, manager, { personId: officer.personId }, at)

  expect(made).toEqual({
    code: expect.stringMatching(/^\d{8}$/),
    personName: officer.personName,
    expiresAt: new Date('2026-11-25T01:00:00Z'),
  })
  const kept = await db.oneTimeCode.findFirstOrThrow()
  expect(kept).toMatchObject({ personId: officer.personId, issuedBy: manager.membershipId, usedAt: null })
  expect(JSON.stringify(kept)).not.toContain(made.code)
})

test('the operator makes one for a person of any organisation', async () => {
  const operator = await anOperator()
  for (const { personId } of [await anOfficer(), await aBuyer(), await anOverseer()])
    await issueOneTimeCode(db, operator, { personId }, at)

  expect(await db.oneTimeCode.count()).toBe(3)
})

test('a wrong role is refused', async () => {
  const { organisation, officer } = await aManagerAndOfficer()
  const others = [await anOfficer({ organisation }), await aBuyer({ role: 'approver' }), await anOverseer()]
  for (const other of others)
    await expect(issueOneTimeCode(db, other, { personId: officer.personId }, at)).rejects.toMatchObject({
      kind: 'forbidden',
      said: { key: 'error.forbidden' },
    })
})

test('a person of another organisation, one who left and an unknown id are not found', async () => {
  const { manager, officer } = await aManagerAndOfficer()
  const stranger = await anOfficer()
  await db.membership.update({ where: { id: officer.membershipId }, data: { endedAt: at } })
  for (const personId of [stranger.personId, officer.personId, 'per_none'])
    await expect(issueOneTimeCode(db, manager, { personId }, at)).rejects.toMatchObject({
      kind: 'not_found',
      said: { key: 'error.not_found' },
    })
  expect(await db.oneTimeCode.count()).toBe(0)
})

test('a manager makes none for who belongs elsewhere too: it would open that organisation', async () => {
  const { manager, officer } = await aManagerAndOfficer()
  const chain = await aChain()
  const also = { id: 'mbr_also', personId: officer.personId, organisationId: chain.id }
  await db.membership.create({ data: { ...also, organisationKind: chain.kind, role: 'buyer' } })

  await expect(issueOneTimeCode(db, manager, { personId: officer.personId }, at)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'code.belongs_elsewhere', name: officer.personName },
  })
  await issueOneTimeCode(db, await anOperator(), { personId: officer.personId }, at)
})

test('nobody makes one for themselves', async () => {
  const operator = await anOperator()
  await expect(issueOneTimeCode(db, operator, { personId: operator.personId }, at)).rejects.toMatchObject({
    kind: 'forbidden',
    said: { key: 'code.own' },
  })
})

test('a manager sees the own people, the operator whoever is looked for', async () => {
  const { organisation, manager, officer } = await aManagerAndOfficer()
  const stranger = await aMembership(await aCooperative(), 'officer', {
    name: 'Pak Suwarno',
    phone: '+6281298765432',
  })
  const operator = await anOperator()

  const names = async (...ask: Parameters<typeof listPeopleToHelp>) =>
    (await listPeopleToHelp(...ask)).map(({ name }) => name)
  expect(await names(db, manager, '')).toEqual([officer.personName])
  expect(await names(db, operator, '')).toEqual([])
  expect(await names(db, operator, 'suwarno')).toEqual([stranger.personName])
  expect(await names(db, operator, '0812 9876 5432')).toEqual([stranger.personName])
  expect(await names(db, operator, 'tidak ada')).toEqual([])
  expect(await names(db, operator, '%')).toEqual([])
  await expect(listPeopleToHelp(db, await anOfficer({ organisation }), '')).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
