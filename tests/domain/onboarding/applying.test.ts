import { expect, test } from 'vitest'
import { addApplicant } from '#app/domain/onboarding/add-applicant.server.ts'
import { requireApplicant } from '#app/domain/onboarding/applicant.server.ts'
import { askForChanges } from '#app/domain/onboarding/ask-for-changes.server.ts'
import { readOwnApplication } from '#app/domain/onboarding/queries.server.ts'
import { removeApplicant } from '#app/domain/onboarding/remove-applicant.server.ts'
import { saveApplication } from '#app/domain/onboarding/save-application.server.ts'
import { sendPaper } from '#app/domain/onboarding/send-paper.server.ts'
import { startApplication } from '#app/domain/onboarding/start-application.server.ts'
import { submitApplication } from '#app/domain/onboarding/submit-application.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { storage } from '#app/platform/storage.server.ts'
import { aCooperative, anOperator, reasonsOf } from '#tests/support/make.ts'
import {
  account,
  aDraft,
  aFullDraft,
  anApplication,
  aVisitor,
  later,
  now,
  pdf,
  verifyAll,
  versionOf,
} from '#tests/support/onboarding.ts'

test('what is typed is kept step by step, and goes on with the link on another phone', async () => {
  const { token, applicationId } = await aDraft()
  const elsewhere = await requireApplicant(db, aVisitor(), token)
  expect(elsewhere.applicationId).toBe(applicationId)
  const seen = await readOwnApplication(db, elsewhere)
  expect(seen).toMatchObject({
    status: 'draft',
    shortName: expect.stringContaining('KDMP'),
    accountEnd: '123',
  })
  expect(seen.items.filter(({ sort, holds }) => sort === 'computed' && !holds)).toEqual([])
  expect(JSON.stringify(seen)).not.toContain(account)
  const row = await db.application.findUniqueOrThrow({ where: { id: applicationId } })
  expect(JSON.stringify(row)).not.toContain(account)
  expect(JSON.stringify(row)).not.toContain(token)
})

test('papers are kept sealed; one that is sent again takes the place of the former, whose file goes', async () => {
  const applicant = await aDraft()
  const send = (bytes: Buffer) => sendPaper(db, applicant, { paper: 'ktp', bytes }, now)
  await send(pdf)
  const files = () => storage().list(`private/applications/${applicant.applicationId}/`)
  const [first = ''] = await files()
  const kept = await storage().get(first)
  const bytes = await kept?.body.toArray()
  expect(Buffer.concat(bytes as Buffer[]).toString('latin1')).toMatch(/^s1\./)
  await send(pdf)
  expect(await files()).toHaveLength(1)
  expect((await files())[0]).not.toBe(first)
  expect(await db.applicationDocument.count({ where: { applicationId: applicant.applicationId } })).toBe(2)
  await expect(send(Buffer.from('<script>'))).rejects.toMatchObject({
    kind: 'invalid',
    fields: { file: { key: 'document.wrong_type' } },
  })
  expect(await files()).toHaveLength(1)
})

test('it is sent when nothing is missing, once; from then on it is not written in', async () => {
  const draft = await aDraft()
  await expect(submitApplication(db, draft, now)).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'apply.incomplete' },
  })
  const full = await aFullDraft()
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => submitApplication(db, full, now)))
  expect(reasonsOf(tries)).toEqual(Array(9).fill('conflict apply.closed'))
  const writes = await Promise.allSettled([
    saveApplication(db, full, { step: 'organisasi', typed: {} }, now),
    sendPaper(db, full, { paper: 'deed', bytes: pdf }, now),
    addApplicant(db, full, { name: 'X', identifier: { email: 'x@rak.example' }, role: 'officer' }, now),
    removeApplicant(db, full, { applicantId: newId('applicant') }, now),
  ])
  expect(reasonsOf(writes)).toEqual(Array(4).fill('conflict apply.closed'))
})

test('of ten applications of one AHU number at once one is open, and the others are told which', async () => {
  const drafts = []
  for (let i = 0; i < 10; i++) drafts.push(await aFullDraft({ ahuNumber: 'AHU-0023617.AH.01.29.TAHUN 2025' }))
  const tries = await Promise.allSettled(drafts.map((one) => submitApplication(db, one, now)))
  expect(reasonsOf(tries)).toEqual(Array(9).fill('conflict apply.ahu_waits'))
})

test('a village has one open application of a cooperative; a number that has an organisation has none', async () => {
  const first = await anApplication()
  const { villageCode } = await db.application.findUniqueOrThrow({ where: { id: first.applicationId } })
  const second = await aFullDraft({ villageCode: villageCode ?? '' })
  await expect(submitApplication(db, second, now)).rejects.toMatchObject({
    said: { key: 'apply.village_waits' },
  })
  const cooperative = await aCooperative()
  const ahuNumber = 'AHU-0099999.AH.01.29.TAHUN 2025'
  await db.organisationRecord.create({ data: { organisationId: cooperative.id, ahuNumber } })
  const third = await aFullDraft({ ahuNumber })
  await expect(submitApplication(db, third, now)).rejects.toMatchObject({
    said: { key: 'apply.ahu_is_here' },
  })
})

test('a person is named once, eight in all, in a role of that kind; another application’s is not there', async () => {
  const applicant = await aDraft()
  const add = (email: string, role: 'officer' | 'buyer' = 'officer') =>
    addApplicant(db, applicant, { name: 'Pak', identifier: { email }, role }, now)
  await add('a@rak.example')
  await expect(add('a@rak.example')).rejects.toMatchObject({
    kind: 'conflict',
    fields: { identifier: { key: 'apply.named' } },
  })
  await expect(add('b@rak.example', 'buyer')).rejects.toMatchObject({
    kind: 'invalid',
    said: { key: 'person.role_missing' },
  })
  for (const name of ['c', 'd', 'e', 'f', 'g', 'h']) await add(`${name}@rak.example`)
  await expect(add('i@rak.example')).rejects.toMatchObject({ said: { key: 'apply.many_people' } })
  const { id: applicantId } = await db.applicationPerson.findFirstOrThrow()
  await expect(removeApplicant(db, await aDraft(), { applicantId }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  await removeApplicant(db, applicant, { applicantId }, now)
  await add('i@rak.example')
})

test('a village that is none is refused at its field', async () => {
  const applicant = await aDraft()
  const typed = { legalName: 'A', shortName: 'B', villageCode: '00' }
  await expect(saveApplication(db, applicant, { step: 'organisasi', typed }, now)).rejects.toMatchObject({
    kind: 'invalid',
    fields: { villageCode: { key: 'village.missing' } },
  })
})

test('a paper that is not asked of this kind is refused', async () => {
  const chain = await aDraft({ kind: 'retail_chain' })
  await expect(sendPaper(db, chain, { paper: 'ktp', bytes: pdf }, now)).rejects.toMatchObject({
    kind: 'invalid',
  })
})

test('what changes takes back what was verified against it, and nothing else; what was sent is not emptied', async () => {
  const applicant = await anApplication()
  const operator = await anOperator()
  await verifyAll(operator, applicant)
  const { applicationId } = applicant
  const version = await versionOf(applicant)
  const remarks = { account: 'Rekening harus atas nama koperasi.' }
  await askForChanges(db, operator, { applicationId, version, remarks }, later(1))
  const verified = async () => {
    const { items } = await readOwnApplication(db, applicant)
    return items.flatMap(({ sort, key, holds }) => (sort === 'verified' && holds ? [key] : []))
  }
  const { legalName, bank } = await db.application.findUniqueOrThrow({ where: { id: applicationId } })
  const typed = { bank: bank ?? '', account, accountHolder: legalName ?? '' }
  const save = (over: object) =>
    saveApplication(db, applicant, { step: 'rekening', typed: { ...typed, ...over } }, later(2))
  await save({})
  expect(await verified()).toEqual(['deed', 'npwp', 'ktp', 'account'])
  await save({ account: '999888777' })
  expect(await verified()).toEqual(['deed', 'npwp', 'ktp'])
  await expect(save({ bank: '' })).rejects.toMatchObject({ fields: { bank: { key: 'text.missing' } } })
})

test('a link that opens nothing is not there, and guessing is counted by address', async () => {
  const { token } = await aDraft()
  const guesser = { address: '10.6.0.1', device: '' }
  const kinds: string[] = []
  for (let i = 0; i < 31; i++)
    await requireApplicant(db, guesser, `wrong${i}`).catch(({ kind }) => kinds.push(kind))
  expect([kinds[0], kinds.at(-1)]).toEqual(['not_found', 'too_many'])
  await expect(requireApplicant(db, guesser, token)).rejects.toMatchObject({ kind: 'too_many' })
  await requireApplicant(db, aVisitor(), token)
})

test('one address begins twenty applications an hour, writes so often, and sends so many papers', async () => {
  const visitor = { address: '10.6.0.2', device: '' }
  const typed = { kind: 'cooperative' as const, legalName: 'K', filerName: 'P', actor: null }
  for (let i = 0; i < 20; i++) await startApplication(db, visitor, typed, now)
  await expect(startApplication(db, visitor, typed, now)).rejects.toMatchObject({ kind: 'too_many' })
  const applicant = await aDraft()
  const busy = { address: '10.6.0.3', device: '' }
  for (let i = 0; i < 150; i++) await requireApplicant(db, busy, applicant.token, { isWrite: true })
  await expect(requireApplicant(db, busy, applicant.token, { isWrite: true })).rejects.toMatchObject({
    kind: 'too_many',
  })
  const sender = { ...applicant, address: '10.6.0.4' }
  for (let i = 0; i < 40; i++)
    await sendPaper(db, sender, { paper: 'deed', bytes: Buffer.alloc(0) }, now).catch(() => {})
  await expect(sendPaper(db, sender, { paper: 'deed', bytes: pdf }, now)).rejects.toMatchObject({
    kind: 'too_many',
  })
})
