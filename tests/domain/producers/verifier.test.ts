import { afterEach, expect, test, vi } from 'vitest'
import { listActs } from '#app/domain/producers/act-queries.server.ts'
import { resealSecrets } from '#app/domain/producers/reseal-secrets.server.ts'
import { revealSecret } from '#app/domain/producers/reveal-secret.server.ts'
import { openFor } from '#app/domain/producers/secrets.server.ts'
import { listToVerify } from '#app/domain/producers/verifier-queries.server.ts'
import { verifyNik } from '#app/domain/producers/verify-nik.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'
import {
  account,
  aMember,
  aProducerMember,
  change,
  later,
  nik,
  now,
  readRecord,
} from '#tests/support/members.ts'

afterEach(() => vi.unstubAllEnvs())

const check = 'check' as const
async function aMemberWithNik() {
  const { officer, producerId } = await aMember()
  await change(officer, producerId, { nik, account, bank: 'Bank Contoh', accountHolder: 'Ibu Contoh' })
  return { officer, producerId, operator: await anOperator() }
}

test('the verifier opens a secret, and it is written down who did, what for, for the member to read', async () => {
  const { officer, producerId, operator } = await aMemberWithNik()
  const reveal = { producerId, field: 'nik', reason: check } as const
  expect(await revealSecret(db, operator, reveal, later(1))).toEqual({ field: 'nik', text: nik })
  expect(await revealSecret(db, operator, { ...reveal, field: 'account' }, later(2))).toMatchObject({
    text: account,
  })
  const { page: acts } = await listActs(db, officer, producerId)
  expect(acts.slice(0, 2)).toMatchObject([
    { kind: 'revealed', fields: ['account'], reason: 'check', by: { role: 'operator' } },
    { kind: 'revealed', fields: ['nik'], reason: 'check' },
  ])
})

test('a NIK is verified once it was opened, in the version that was looked at, once', async () => {
  const { officer, producerId, operator } = await aMemberWithNik()
  const { version } = await readRecord(producerId)
  expect((await listToVerify(db, operator)).page).toMatchObject([{ id: producerId }])
  await expect(verifyNik(db, operator, { producerId, version }, later(1))).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'verify.see_first' },
  })
  await revealSecret(db, operator, { producerId, field: 'nik', reason: check }, later(1))
  await change(officer, producerId, { ownerName: 'Ibu Lain' })
  await expect(verifyNik(db, operator, { producerId, version }, later(2))).rejects.toMatchObject({
    said: { key: 'member.changed' },
  })
  await verifyNik(db, operator, { producerId, version: version + 1 }, later(3))
  await verifyNik(db, operator, { producerId, version: version + 1 }, later(4))
  expect(await readRecord(producerId)).toMatchObject({
    nikVerifiedAt: later(3),
    nikVerifiedBy: operator.membershipId,
  })
  expect((await listToVerify(db, operator)).page).toEqual([])
})

test('a NIK that was opened and then replaced is opened again before it is verified', async () => {
  const { officer, producerId, operator } = await aMemberWithNik()
  await revealSecret(db, operator, { producerId, field: 'nik', reason: check }, later(1))
  await change(officer, producerId, { nik: '3579014101909998' }, later(2))
  const { version } = await readRecord(producerId)
  await expect(verifyNik(db, operator, { producerId, version }, later(3))).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'verify.see_first' },
  })
  expect(await readRecord(producerId)).toMatchObject({ nikVerifiedAt: null })
  await revealSecret(db, operator, { producerId, field: 'nik', reason: check }, later(4))
  await verifyNik(db, operator, { producerId, version }, later(5))
  expect(await readRecord(producerId)).toMatchObject({ nikVerifiedAt: later(5) })
})

test('there is nothing to open where nothing is, and nothing of whom nobody is', async () => {
  const operator = await anOperator()
  const { producerId } = await aMember()
  await expect(
    revealSecret(db, operator, { producerId, field: 'nik', reason: check }, now),
  ).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'reveal.nothing' },
  })
  const nobody = { producerId: newId('producer'), field: 'nik' as const, reason: check }
  await expect(revealSecret(db, operator, nobody, now)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(verifyNik(db, operator, { producerId, version: 1 }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('nobody but the verifier opens or verifies: not an officer, manager, producer, buyer or the city', async () => {
  const { officer, producerId } = await aMemberWithNik()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const wrong = [
    officer,
    await anOfficer({ role: 'manager' }),
    await aProducerMember(producer),
    await aBuyer(),
    await anOverseer(),
  ]
  for (const who of wrong) {
    await expect(
      revealSecret(db, who as never, { producerId, field: 'nik', reason: check }, now),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(verifyNik(db, who as never, { producerId, version: 2 }, now)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(listToVerify(db, who as never)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  expect(await db.producerAct.count({ where: { kind: 'revealed' } })).toBe(0)
})

test('a changed key seals everything again: the old one can go, and duplicates are still found', async () => {
  const { officer, producerId } = await aMemberWithNik()
  const old = process.env.PERSONAL_DATA_KEY
  const next = `baru:${Buffer.alloc(32, 9).toString('base64')}`
  vi.stubEnv('PERSONAL_DATA_KEY', `${next},${old}`)
  expect(await resealSecrets(db)).toBe(1)
  expect(await resealSecrets(db)).toBe(0)
  vi.stubEnv('PERSONAL_DATA_KEY', next)
  const record = await readRecord(producerId)
  expect(openFor(producerId, 'nik', record.nikSealed ?? '')).toBe(nik)
  expect(openFor(producerId, 'account', record.accountSealed ?? '')).toBe(account)
  const other = await aMember({ officer })
  await expect(change(officer, other.producerId, { nik })).rejects.toMatchObject({
    said: { key: 'nik.taken' },
  })
})

test('a row whose key is gone is left and named, and the others are sealed again', async () => {
  const gone = await aMemberWithNik()
  const stranger = await aMember({ officer: gone.officer })
  await change(gone.officer, stranger.producerId, {
    account,
    bank: 'Bank Contoh',
    accountHolder: 'Ibu Contoh',
  })
  const lost = 's1.hilang.AAAA.AAAA'
  const [first = '', second = ''] = [gone.producerId, stranger.producerId].toSorted()
  await db.producerRecord.update({ where: { producerId: first }, data: { accountSealed: lost } })
  const next = `baru:${Buffer.alloc(32, 9).toString('base64')}`
  vi.stubEnv('PERSONAL_DATA_KEY', `${next},${process.env.PERSONAL_DATA_KEY}`)
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})

  expect(await resealSecrets(db)).toBe(1)
  expect(warned.mock.calls.join()).toContain(first)
  vi.stubEnv('PERSONAL_DATA_KEY', next)
  expect(openFor(second, 'account', (await readRecord(second)).accountSealed ?? '')).toBe(account)
  expect((await readRecord(first)).accountSealed).toBe(lost)
  warned.mockRestore()
})
