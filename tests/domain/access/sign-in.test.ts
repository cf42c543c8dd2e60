import { expect, test } from 'vitest'
import { changePassword } from '#app/domain/access/change-password.server.ts'
import { parseIdentifier, type SignIn } from '#app/domain/access/rules.ts'
import { readActor } from '#app/domain/access/sessions.server.ts'
import { signIn } from '#app/domain/access/sign-in.server.ts'
import { db } from '#app/platform/db.server.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { aChain, aCooperative, aMembership, reasonsOf } from '#tests/support/make.ts'

const at = new Date('2026-11-24T01:00:00Z')
const password = 'kebun apel di lereng'
const hour = 3_600_000
let n = 0
const visitor = () => ({ address: `10.0.0.${++n}`, device: 'Chrome, Android' })

async function aPerson(over: { phone?: string; email?: string } = {}) {
  const cooperative = await aCooperative()
  const passwordHash = await hashPassword(password)
  return aMembership(cooperative, 'officer', { ...over, passwordHash })
}

function typed(identifier: string, over: Partial<SignIn> = {}): SignIn {
  const parsed = parseIdentifier(identifier)
  if (!parsed) throw new Error(`${identifier} is no identifier`)
  return { identifier: parsed, password, known: undefined, ...over }
}

const later = (ms: number) => new Date(at.getTime() + ms)

test('whoever knows the password acts for their organisation', async () => {
  const person = await aPerson({ phone: '+6281234567890' })
  const session = await signIn(db, visitor(), typed('0812 3456 7890'), at)

  expect(session.kind).toBe('cooperative')
  expect(await readActor(db, session.token, at)).toMatchObject({
    personId: person.personId,
    membershipId: person.membershipId,
    kind: 'cooperative',
    cooperativeId: person.organisationId,
    role: 'officer',
  })
})

test('the token itself is nowhere in the database', async () => {
  await aPerson({ email: 'siti@beji.example' })
  const { token } = await signIn(db, visitor(), typed('Siti@Beji.example'), at)

  const [session] = await db.session.findMany()
  expect(JSON.stringify(session)).not.toContain(token)
  expect(session?.device).toBe('Chrome, Android')
})

test("one's own phone stays signed in for 90 days, any other device for 12 hours", async () => {
  await aPerson({ phone: '+6281234567891' })
  const own = await signIn(db, visitor(), typed('081234567891', { known: true }), at)
  const other = await signIn(db, visitor(), typed('081234567891'), at)

  const isIn = async (token: string, ms: number) => (await readActor(db, token, later(ms))) !== null
  expect([await isIn(own.token, 90 * 24 * hour - 1), await isIn(own.token, 90 * 24 * hour)]).toEqual([
    true,
    false,
  ])
  expect([await isIn(other.token, 12 * hour - 1), await isIn(other.token, 12 * hour)]).toEqual([true, false])
})

test('an unknown person and a wrong password get the same answer after the same time', async () => {
  await aPerson({ phone: '+6281234567892' })
  const unknown = () => signIn(db, visitor(), typed('081299999999'), at)
  const wrong = () => signIn(db, visitor(), typed('081234567892', { password: 'salah sekali' }), at)
  await Promise.allSettled([unknown(), wrong()])
  const took = { unknown: [] as number[], wrong: [] as number[] }
  for (let i = 0; i < 7; i++)
    for (const [name, attempt] of Object.entries({ unknown, wrong }) as [
      'unknown' | 'wrong',
      typeof wrong,
    ][]) {
      const began = performance.now()
      const tries = await Promise.allSettled([attempt()])
      took[name].push(performance.now() - began)
      expect(reasonsOf(tries)).toEqual(['invalid sign_in.wrong'])
    }
  const median = (times: number[]) => times.sort((a, b) => a - b)[3] ?? 0
  const ratio = median(took.unknown) / median(took.wrong)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

test('the eleventh wrong try in a quarter of an hour waits, also with the right password, also all at once', async () => {
  await aPerson({ phone: '+6281234567893' })
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, () =>
      signIn(db, visitor(), typed('081234567893', { password: 'salah sekali' }), at),
    ),
  )
  const reasons = reasonsOf(tries)
  expect(reasons.filter((reason) => reason === 'invalid sign_in.wrong')).toHaveLength(10)
  expect(reasons.filter((reason) => reason === 'too_many error.too_many')).toHaveLength(20)

  await expect(signIn(db, visitor(), typed('081234567893'), at)).rejects.toMatchObject({
    kind: 'too_many',
    said: { key: 'error.too_many', minutes: 15 },
  })
})

test('one address is stopped after a hundred wrong tries on many people', async () => {
  const one = visitor()
  for (let person = 0; person < 20; person++) {
    const tries = Array.from({ length: 5 }, () => signIn(db, one, typed(`08120000${1000 + person}`), at))
    await Promise.allSettled(tries)
  }
  await expect(signIn(db, one, typed('081255555555'), at)).rejects.toMatchObject({ kind: 'too_many' })
  await expect(signIn(db, visitor(), typed('081255555555'), at)).rejects.toMatchObject({ kind: 'invalid' })
})

test('the right password gives the tries back', async () => {
  await aPerson({ phone: '+6281234567894' })
  const wrong = () => signIn(db, visitor(), typed('081234567894', { password: 'salah sekali' }), at)
  for (let round = 0; round < 2; round++) {
    await Promise.allSettled(Array.from({ length: 9 }, wrong))
    await signIn(db, visitor(), typed('081234567894'), at)
  }
  await expect(wrong()).rejects.toMatchObject({ kind: 'invalid' })
})

test('who belongs to no organisation any more is told so, once the password is right', async () => {
  const { membershipId } = await aPerson({ phone: '+6281234567895' })
  await db.membership.update({ where: { id: membershipId }, data: { endedAt: at } })

  await expect(signIn(db, visitor(), typed('081234567895'), at)).rejects.toMatchObject({
    kind: 'forbidden',
    said: { key: 'sign_in.no_membership' },
  })
  expect(await db.session.count()).toBe(0)
})

test('a membership that ends ends its sessions', async () => {
  const { membershipId } = await aPerson({ phone: '+6281234567896' })
  const { token } = await signIn(db, visitor(), typed('081234567896'), at)
  await db.membership.update({ where: { id: membershipId }, data: { endedAt: at } })

  expect(await readActor(db, token, at)).toBeNull()
})

test('of several memberships the one used last is taken, or the one that was asked for', async () => {
  const { personId } = await aPerson({ phone: '+6281234567897' })
  const chain = await aChain()
  await db.membership.create({
    data: {
      id: 'mbr_chain',
      personId,
      organisationId: chain.id,
      organisationKind: chain.kind,
      role: 'buyer',
    },
  })
  const enter = (kind?: 'retail_chain') =>
    signIn(db, visitor(), { ...typed('081234567897'), kind }, later(++n * 1_000))

  expect((await enter()).kind).toBe('cooperative')
  expect((await enter('retail_chain')).kind).toBe('retail_chain')
  expect((await enter()).kind).toBe('retail_chain')
})

test('a password that changes while somebody signs in with the old one leaves no session of it', async () => {
  const actor = {
    ...(await aPerson({ phone: '+6281234567898' })),
    kind: 'cooperative' as const,
    role: 'officer' as const,
  }
  const member = { ...actor, cooperativeId: actor.organisationId }
  const own = await signIn(db, visitor(), typed('081234567898'), at)
  const change = { password, newPassword: 'lereng yang lain', token: own.token }
  const [changed, ...old] = await Promise.allSettled([
    changePassword(db, member, change, at),
    ...Array.from({ length: 8 }, () => signIn(db, visitor(), typed('081234567898'), at)),
  ])

  expect(changed.status).toBe('fulfilled')
  for (const one of old)
    if (one.status === 'fulfilled') expect(await readActor(db, one.value.token, at)).toBeNull()
  expect(reasonsOf(old).filter((reason) => reason !== 'invalid sign_in.wrong')).toEqual([])
  expect(await readActor(db, own.token, at)).not.toBeNull()
})
