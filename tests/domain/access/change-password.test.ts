import { expect, test } from 'vitest'
import { changePassword } from '#app/domain/access/change-password.server.ts'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { db } from '#app/platform/db.server.ts'
import { hashPassword, verifyPassword } from '#app/platform/passwords.server.ts'
import { aCooperative, aMembership, reasonsOf } from '#tests/support/make.ts'

const at = new Date('2026-11-24T01:00:00Z')
const password = 'kebun apel di lereng'

async function anOfficerWithPassword() {
  const organisation = await aCooperative()
  const member = await aMembership(organisation, 'officer', { passwordHash: await hashPassword(password) })
  const officer = {
    ...member,
    kind: 'cooperative' as const,
    cooperativeId: organisation.id,
    role: 'officer' as const,
  }
  const { personId, membershipId } = officer
  const open = () => openSession(db, { personId, membershipId, device: '', isKnownDevice: false }, at)
  return { officer, here: (await open()).token, other: (await open()).token }
}

test('a new password ends the other sessions, and this one goes on', async () => {
  const { officer, here, other } = await anOfficerWithPassword()
  await changePassword(db, officer, { password, newPassword: 'ladang jagung', token: here }, at)

  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id: officer.personId } })
  expect(await verifyPassword(passwordHash, 'ladang jagung')).toBe(true)
  expect(await readActor(db, here, at)).not.toBeNull()
  expect(await readActor(db, other, at)).toBeNull()
})

test('a wrong present password changes nothing, and after ten of them one waits', async () => {
  const { officer, here, other } = await anOfficerWithPassword()
  const wrong = { password: 'salah', newPassword: 'ladang jagung', token: here }
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, () => changePassword(db, officer, wrong, at)),
  )

  expect(reasonsOf(tries).filter((reason) => reason === 'invalid form.check')).toHaveLength(10)
  expect(reasonsOf(tries).filter((reason) => reason === 'too_many error.too_many')).toHaveLength(2)
  expect(await readActor(db, other, at)).not.toBeNull()
})

test('two changes at once: one holds, the other is told', async () => {
  const { officer, here } = await anOfficerWithPassword()
  const tries = await Promise.allSettled(
    ['ladang jagung', 'ladang wortel'].map((newPassword) =>
      changePassword(db, officer, { password, newPassword, token: here }, at),
    ),
  )
  expect(reasonsOf(tries)).toEqual(['conflict password.changed'])
})
