import { expect, test } from 'vitest'
import { changePassword } from '#app/domain/access/change-password.server.ts'
import { issueOneTimeCode } from '#app/domain/access/issue-one-time-code.server.ts'
import { redeemOneTimeCode } from '#app/domain/access/redeem-one-time-code.server.ts'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { signIn } from '#app/domain/access/sign-in.server.ts'
import { db } from '#app/platform/db.server.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { aChain, aCooperative, aMembership, anOfficer, reasonsOf } from '#tests/support/make.ts'

const at = new Date('2026-11-24T01:00:00Z')
const newPassword = 'lereng yang lain'
let n = 0
const visitor = () => ({ address: `10.1.0.${++n}`, device: 'Firefox, Windows' })
const wrongCode = (code: string) => (code === '00000000' ? '00000001' : '00000000')

async function aCode() {
  const organisation = await aCooperative()
  const phone = `+62812345${String(10_000 + ++n)}`
  const passwordHash = await hashPassword('yang lama')
  const person = await aMembership(organisation, 'officer', { phone, passwordHash })
  const manager = await anOfficer({ organisation, role: 'manager' })
  const { code } = await issueOneTimeCode(db, manager, { personId: person.personId }, at)
  const redeem = (typed = code, when = at) =>
    redeemOneTimeCode(
      db,
      visitor(),
      { identifier: { phone }, code: typed, newPassword, known: undefined },
      when,
    )
  const enter = (password: string) =>
    signIn(db, visitor(), { identifier: { phone }, password, known: undefined }, at)
  return { person, manager, code, redeem, enter }
}

const refused = { kind: 'invalid', said: { key: 'code.wrong' } }

test('the code gives a new password and a session, and ends the old ones', async () => {
  const { person, redeem, enter } = await aCode()
  const old = await enter('yang lama')
  const session = await redeem()

  expect(await readActor(db, session.token, at)).toMatchObject({ personId: person.personId, role: 'officer' })
  expect(await readActor(db, old.token, at)).toBeNull()
  await expect(enter('yang lama')).rejects.toMatchObject({ said: { key: 'sign_in.wrong' } })
  expect((await enter(newPassword)).kind).toBe('cooperative')
})

test('a code sent ten times at once works once', async () => {
  const { code, redeem, person } = await aCode()
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => redeem(code)))

  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(new Set(reasonsOf(tries))).toEqual(new Set(['invalid code.wrong']))
  expect(await db.session.count({ where: { personId: person.personId, revokedAt: null } })).toBe(1)
  await expect(redeem(code)).rejects.toMatchObject(refused)
})

test('after five wrong tries, also all at once, the right code no longer counts', async () => {
  const { code, redeem } = await aCode()
  await Promise.allSettled(Array.from({ length: 8 }, () => redeem(wrongCode(code))))

  expect((await db.oneTimeCode.findFirstOrThrow()).attempts).toBe(5)
  await expect(redeem(code)).rejects.toMatchObject(refused)
})

test('the fifth try may be the right one', async () => {
  const { code, redeem } = await aCode()
  for (let i = 0; i < 4; i++) await expect(redeem(wrongCode(code))).rejects.toMatchObject(refused)
  expect((await redeem(code)).kind).toBe('cooperative')
})

test('a code ends after a day', async () => {
  const { code, redeem } = await aCode()
  await expect(redeem(code, new Date('2026-11-25T01:00:00Z'))).rejects.toMatchObject(refused)
  expect((await redeem(code, new Date('2026-11-25T00:59:59Z'))).kind).toBe('cooperative')
})

test('a newer code replaces the older one', async () => {
  const { manager, person, code, redeem } = await aCode()
  const later = new Date(at.getTime() + 1_000)
  const newer = await issueOneTimeCode(db, manager, { personId: person.personId }, later)
  if (newer.code !== code) await expect(redeem(code)).rejects.toMatchObject(refused)
  expect((await redeem(newer.code)).kind).toBe('cooperative')
})

test('an unknown person gets the same answer as a wrong code', async () => {
  const { code } = await aCode()
  const input = { identifier: { phone: '+6281000000000' }, code, newPassword, known: undefined }
  await expect(redeemOneTimeCode(db, visitor(), input, at)).rejects.toMatchObject(refused)
})

test('the code of a manager who left no longer counts', async () => {
  const { manager, code, redeem } = await aCode()
  const { organisationId, membershipId } = manager
  await aMembership({ id: organisationId, kind: 'cooperative', shortName: '' }, 'manager') // somebody has to stay
  await db.membership.update({ where: { id: membershipId }, data: { endedAt: at } })
  await expect(redeem(code)).rejects.toMatchObject(refused)
})

test("a manager's code does not open an organisation that the person joined since", async () => {
  const { person, code, redeem } = await aCode()
  const chain = await aChain()
  const joined = { id: 'mbr_joined', personId: person.personId, organisationId: chain.id }
  await db.membership.create({ data: { ...joined, organisationKind: chain.kind, role: 'buyer' } })
  await expect(redeem(code)).rejects.toMatchObject(refused)
})

test('a changed password makes a code that waits worthless', async () => {
  const { person, code, redeem, enter } = await aCode()
  const actor = {
    ...person,
    kind: 'cooperative' as const,
    cooperativeId: person.organisationId,
    role: 'officer' as const,
  }
  const { token } = await enter('yang lama')
  await changePassword(db, actor, { password: 'yang lama', newPassword, token }, at)
  await expect(redeem(code)).rejects.toMatchObject(refused)
})

test('who belongs nowhere any more keeps the old password', async () => {
  const { person, manager, code, redeem } = await aCode()
  await openSession(
    db,
    { personId: manager.personId, membershipId: manager.membershipId, device: '', isKnownDevice: false },
    at,
  )
  await db.membership.update({ where: { id: person.membershipId }, data: { endedAt: at } })
  await expect(redeem(code)).rejects.toMatchObject({
    kind: 'forbidden',
    said: { key: 'sign_in.no_membership' },
  })
  expect((await db.oneTimeCode.findFirstOrThrow()).usedAt).toBeNull()
})

test('more than ten tries in a quarter of an hour wait', async () => {
  const { code, redeem } = await aCode()
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => redeem(wrongCode(code))))
  expect(reasonsOf(tries).filter((reason) => reason === 'too_many error.too_many')).toHaveLength(2)
})
