import { expect, test } from 'vitest'
import { consentTexts, consentVersion, registerProducerForm } from '#app/domain/producers/rules.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, anOperator } from '#tests/support/make.ts'
import {
  actsOf,
  aMember,
  aProducerMember,
  readRecord,
  register,
  registrationBy,
} from '#tests/support/members.ts'

test('a member is registered with owner and consent, and it is marked who did it for them', async () => {
  const { officer, producerId, typed } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  expect(producer).toMatchObject({ name: typed.name, slug: 'kelompok-keripik-ceria', leftAt: null })
  expect(await readRecord(producerId)).toMatchObject({ ownerName: 'Ibu Contoh', version: 1, nikSealed: null })
  expect(await db.producerConsent.findMany()).toMatchObject([
    {
      producerId,
      textVersion: '2026-11-24',
      way: 'spoken',
      recordedBy: officer.membershipId,
      withdrawnAt: null,
    },
  ])
  expect(await actsOf(producerId)).toEqual(['registered', 'consented'])
})

test('the same form sent twenty times registers nobody twice', async () => {
  const officer = await anOfficer()
  const typed = await registrationBy(officer)
  const answers = await Promise.all(Array.from({ length: 20 }, () => register(officer, typed)))
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([typed.producerId]))
  expect([
    await db.producer.count(),
    await db.producerRecord.count(),
    await db.producerConsent.count(),
  ]).toEqual([1, 1, 1])
  expect(await db.producerAct.count()).toBe(2)
})

test('twenty of one name at once get an address each', async () => {
  const officer = await anOfficer()
  const forms = await Promise.all(Array.from({ length: 20 }, () => registrationBy(officer)))
  await Promise.all(forms.map((typed) => register(officer, typed)))
  const slugs = await db.producer.findMany({ select: { slug: true } })
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(20)
})

test('an id of another cooperative is not found, and nothing of theirs changes', async () => {
  const { producerId } = await aMember()
  const stranger = await anOfficer()
  const typed = await registrationBy(stranger, { producerId, name: 'Rebutan' })
  await expect(register(stranger, typed)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.producer.findMany()).toMatchObject([{ name: 'Kelompok Keripik Ceria' }])
})

test('a village of another city is refused at its field, like one that is not there', async () => {
  const officer = await anOfficer()
  await db.city.create({ data: { code: '35.07', name: 'Malang', slug: 'malang' } })
  const own = await db.village.findFirstOrThrow()
  const elsewhere = { ...own, code: '35.07.01.2001', cityCode: '35.07', slug: 'jauh', name: 'Jauh' }
  await db.village.create({ data: elsewhere })
  for (const villageCode of [elsewhere.code, '99.99.99.9999'])
    await expect(register(officer, await registrationBy(officer, { villageCode }))).rejects.toMatchObject({
      kind: 'invalid',
      fields: { villageCode: { key: 'village.missing' } },
    })
  expect(await db.producer.count()).toBe(0)
})

test('a buyer, an operator and a producer may not register', async () => {
  const { officer, producerId } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  for (const wrong of [await aBuyer(), await anOperator(), await aProducerMember(producer)])
    await expect(register(wrong as never, await registrationBy(officer))).rejects.toMatchObject({
      kind: 'forbidden',
    })
})

test('without consent, or after another text than today’s, the form is refused', async () => {
  const typed = await registrationBy(await anOfficer())
  expect(registerProducerForm.safeParse(typed).success).toBe(true)
  for (const wrong of [
    { consent: false },
    { consentWay: 'own_sign_in' },
    { consentVersion: '2020-01' },
    { consentVersion: '2026-11' },
    { name: ' ' },
  ])
    expect(registerProducerForm.safeParse({ ...typed, ...wrong }).success).toBe(false)
})

test('the text that is read aloud names all that is kept of a person', () => {
  const text = t(consentTexts[consentVersion])
  for (const kept of [
    'nama',
    'nomor HP',
    'e-mail',
    'NIK',
    'NIB',
    'NPWP',
    'rekening',
    'omzet',
    'foto',
    'cerita',
  ])
    expect(text).toContain(kept)
})
