import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { action, loader } from '#app/routes/operator/organisation.tsx'
import { loader as list } from '#app/routes/operator/organisations.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'

const typed = { personName: 'Bu Tini', identifier: '0812 1111 2222', role: 'officer' }

test('the operator finds the cooperative of one officer, and gets a link for a second person of it', async () => {
  const officer = await anOfficer()
  const operator = await anOperator()
  const { page } = await list(await get('/pengelola/organisasi', operator))
  expect(page).toMatchObject([{ id: officer.organisationId, people: 1, needsHelp: true }])
  const id = officer.organisationId
  const here = `/pengelola/organisasi/${id}`
  const answer = await action(await post(here, operator, typed, { id }))
  expect(answer).toMatchObject({
    sent: {
      link: expect.stringContaining('http://test/undangan/'),
      personName: 'Bu Tini',
      organisationName: officer.organisationName,
      phone: '+6281211112222',
    },
  })
  const seen = await loader(await get(here, operator, { id }))
  expect(seen).toMatchObject({ isOwn: false, invitations: [{ personName: 'Bu Tini' }] })
  const invitationId = seen.invitations[0]?.id ?? ''
  const anew = await action(await post(here, operator, { intent: 'renew', invitationId }, { id }))
  expect(anew).toMatchObject({ sent: { personName: 'Bu Tini', organisationName: officer.organisationName } })
  expect(await action(await post(here, operator, { intent: 'revoke', invitationId }, { id }))).toMatchObject({
    status: 302,
  })
  expect(await db.invitation.count({ where: { organisationId: id, revokedAt: null } })).toBe(0)
  const foreign = await action(await post(here, operator, { ...typed, role: 'finance' }, { id }))
  expect(foreign).toMatchObject({ init: { status: 422 } })
})

test('an organisation that is not there is a 404; nobody else opens any', async () => {
  const officer = await anOfficer({ role: 'manager' })
  const id = officer.organisationId
  const nowhere = { id: 'org_none' }
  const operator = await anOperator()
  await expect(loader(await get('/pengelola/organisasi/org_none', operator, nowhere))).rejects.toMatchObject({
    init: { status: 404 },
  })
  await expect(
    action(await post('/pengelola/organisasi/org_none', operator, typed, nowhere)),
  ).rejects.toMatchObject({ init: { status: 404 } })
  for (const who of [officer, await aBuyer({ role: 'chain_manager' }), await anOverseer()]) {
    const refused = { init: { status: 403 } }
    await expect(list(await get('/pengelola/organisasi', who))).rejects.toMatchObject(refused)
    await expect(loader(await get('/pengelola/organisasi/x', who, { id }))).rejects.toMatchObject(refused)
    await expect(action(await post('/pengelola/organisasi/x', who, typed, { id }))).rejects.toMatchObject(
      refused,
    )
  }
})
