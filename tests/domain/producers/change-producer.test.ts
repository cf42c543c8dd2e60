import { afterEach, expect, test, vi } from 'vitest'
import { changeProducer } from '#app/domain/producers/change-producer.server.ts'
import { openFor } from '#app/domain/producers/secrets.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import {
  aBuyer,
  aCategory,
  anOfficer,
  anOperator,
  aProducer,
  aVariant,
  jobs,
  reasonsOf,
} from '#tests/support/make.ts'
import { account, actsOf, aMember, change, changeOf, later, nik, readRecord } from '#tests/support/members.ts'

afterEach(() => vi.unstubAllEnvs())

const complete = {
  nik,
  nib: '1112210007923',
  isPkp: true,
  npwp: '0013121660091000',
  bank: 'Bank Contoh',
  account,
  accountHolder: 'Ibu Contoh',
  statementOn: '2026-11-20',
}

test('secrets are sealed for their own row; in the whole row nothing of them can be read', async () => {
  const { officer, producerId } = await aMember()
  await change(officer, producerId, complete)
  const record = await readRecord(producerId)
  expect(openFor(producerId, 'nik', record.nikSealed ?? '')).toBe(nik)
  expect(openFor(producerId, 'account', record.accountSealed ?? '')).toBe(account)
  expect(openFor(producerId, 'npwp', record.npwpSealed ?? '')).toBe('0013121660091000')
  const { rows } = await pool.query('select r::text as text from producer_records r')
  for (const secret of [nik, account, '0013121660091000']) expect(rows[0].text).not.toContain(secret)
  expect(record).toMatchObject({
    nikRegion: '3579',
    accountEnd: '123',
    statementRecordedBy: officer.membershipId,
  })
})

test('a seal that was copied to another member does not open there', async () => {
  const { officer, producerId } = await aMember()
  await change(officer, producerId, { nik })
  const other = await aMember({ officer })
  const { nikSealed } = await readRecord(producerId)
  expect(() => openFor(other.producerId, 'nik', nikSealed ?? '')).toThrow('belongs elsewhere')
})

test('what is left empty of a secret stays, and the same number again keeps its verification', async () => {
  const { officer, producerId } = await aMember()
  await change(officer, producerId, complete)
  const before = await readRecord(producerId)
  await db.producerRecord.update({
    where: { producerId },
    data: { nikVerifiedAt: later(1), nikVerifiedBy: officer.membershipId },
  })
  await change(officer, producerId, { ownerName: 'Ibu Contoh Sari' })
  await change(officer, producerId, { nik, account, npwp: '0013121660091000' })
  const after = await readRecord(producerId)
  expect(after).toMatchObject({
    nikSealed: before.nikSealed,
    accountSealed: before.accountSealed,
    version: 3,
  })
  expect(after.nikVerifiedAt).toEqual(later(1))
  await change(officer, producerId, { nik: '3579014101909998' })
  expect(await readRecord(producerId)).toMatchObject({ nikVerifiedAt: null, nikVerifiedBy: null })
  expect((await actsOf(producerId)).slice(3)).toEqual(['changed ownerName', 'changed nik'])
})

test('an account that is cleared goes whole', async () => {
  const { officer, producerId } = await aMember()
  await change(officer, producerId, complete)
  await change(officer, producerId, { bank: '', accountHolder: '' })
  expect(await readRecord(producerId)).toMatchObject({ bank: null, accountSealed: null, accountEnd: null })
})

test('the same NIK for twenty members at once: one has it, the others are told whose it is', async () => {
  const officer = await anOfficer()
  const members = []
  for (let n = 0; n < 20; n++) members.push((await aMember({ officer, name: `Usaha ${n}` })).producerId)
  const tries = await Promise.allSettled(members.map((id) => change(officer, id, { nik })))
  expect(reasonsOf(tries)).toEqual(Array.from({ length: 19 }, () => 'conflict nik.taken'))
  expect(await db.producerRecord.count({ where: { nikDigest: { not: null } } })).toBe(1)
  const [lost] = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(lost.fields.nik.name).toMatch(/^Usaha \d+$/)
})

test('in another cooperative the same NIK is another matter, and looks like another', async () => {
  const [one, other] = [await aMember(), await aMember()]
  await change(one.officer, one.producerId, { nik })
  await change(other.officer, other.producerId, { nik })
  const digests = await db.producerRecord.findMany({ select: { nikDigest: true } })
  expect(new Set(digests.map(({ nikDigest }) => nikDigest)).size).toBe(2)
})

test('a NIK that was kept under an older key is still found when it comes again', async () => {
  const { officer, producerId } = await aMember()
  await change(officer, producerId, { nik })
  const other = await aMember({ officer })
  const newer = `baru:${Buffer.alloc(32, 9).toString('base64')}`
  vi.stubEnv('PERSONAL_DATA_KEY', `${newer},${process.env.PERSONAL_DATA_KEY}`)
  await expect(change(officer, other.producerId, { nik })).rejects.toMatchObject({
    said: { key: 'nik.taken' },
  })
})

test.each([
  [{ isPkp: true }, { npwp: { key: 'npwp.needed' } }],
  [{ statementOn: '2026-11-25' }, { statementOn: { key: 'statement.future' } }],
  [{ bank: 'Bank Contoh' }, { accountHolder: { key: 'account.holder' }, account: { key: 'account.digits' } }],
  [{ account, accountHolder: 'Ibu' }, { bank: { key: 'account.bank' } }],
])('what does not go together is refused at its field: %o', async (over, fields) => {
  const { officer, producerId } = await aMember()
  await expect(change(officer, producerId, over)).rejects.toMatchObject({ kind: 'invalid', fields })
  expect(await readRecord(producerId)).toMatchObject({ version: 1 })
})

test('two officers from one version: one wins, the other is told; the same sent again is no change', async () => {
  const { officer, producerId } = await aMember()
  const forms = [
    await changeOf(producerId, { ownerName: 'Ibu Satu' }),
    await changeOf(producerId, { ownerName: 'Ibu Dua' }),
  ]
  const tries = await Promise.allSettled(forms.map((form) => changeProducer(db, officer, form, later(2))))
  expect(reasonsOf(tries)).toEqual(['conflict member.changed'])
  const winner = forms[tries.findIndex(({ status }) => status === 'fulfilled')]
  if (winner) await changeProducer(db, officer, winner, later(2))
  expect(await readRecord(producerId)).toMatchObject({ version: 2, ownerName: winner?.ownerName })
})

test('a new name or village makes its goods searchable anew; a bank account does not', async () => {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const { product } = await aVariant({ cooperative })
  const consent = { consent: true, consentWay: 'paper' as const }
  await change(officer, product.producerId, { ...complete, ...consent })
  expect(await jobs()).toEqual([])
  await change(officer, product.producerId, {
    name: 'Kelompok Keripik Baru',
    categories: [await aCategory()],
  })
  expect(await jobs()).toEqual(['product.changed'])
  expect(await actsOf(product.producerId)).toContain('changed name categories')
})

test('of who never consented nothing is kept', async () => {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const { id } = await aProducer(cooperative)
  await expect(change(officer, id, { nik })).rejects.toMatchObject({
    fields: { consent: { key: 'consent.missing' }, consentWay: { key: 'consent.way_missing' } },
  })
  await expect(change(officer, id, { nik, consent: true })).rejects.toMatchObject({
    fields: { consentWay: { key: 'consent.way_missing' } },
  })
  expect([await db.producerRecord.count(), await db.producerConsent.count()]).toEqual([0, 0])
})

test('a kind of goods that does not exist, and a village that does not, are refused at their field', async () => {
  const { officer, producerId } = await aMember()
  await expect(change(officer, producerId, { categories: ['roket'] })).rejects.toMatchObject({
    fields: { categories: { key: 'category.missing' } },
  })
  await expect(change(officer, producerId, { villageCode: '1' })).rejects.toMatchObject({
    fields: { villageCode: { key: 'village.missing' } },
  })
})

test('wrong roles are refused; another cooperative’s member is not there', async () => {
  const { producerId } = await aMember()
  for (const wrong of [await aBuyer(), await anOperator()])
    await expect(change(wrong as never, producerId, { nik })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(change(await anOfficer(), producerId, { nik })).rejects.toMatchObject({ kind: 'not_found' })
  expect((await readRecord(producerId)).nikSealed).toBeNull()
})
