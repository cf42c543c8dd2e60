import { afterEach, expect, test, vi } from 'vitest'
import { accountPlace, fileKey } from '#app/domain/onboarding/applicant.server.ts'
import { approveApplication } from '#app/domain/onboarding/approve-application.server.ts'
import { forgetDrafts } from '#app/domain/onboarding/forget-drafts.server.ts'
import { organisationAccountPlace } from '#app/domain/onboarding/make-organisation.server.ts'
import { openPaper } from '#app/domain/onboarding/open-paper.server.ts'
import { resealApplications } from '#app/domain/onboarding/reseal-applications.server.ts'
import { draftDays } from '#app/domain/onboarding/rules.ts'
import { saveApplication } from '#app/domain/onboarding/save-application.server.ts'
import { sendPaper } from '#app/domain/onboarding/send-paper.server.ts'
import { db } from '#app/platform/db.server.ts'
import { openSealed } from '#app/platform/sealed.server.ts'
import { storage } from '#app/platform/storage.server.ts'
import { anOperator, reasonsOf } from '#tests/support/make.ts'
import {
  account,
  aDraft,
  aFullDraft,
  anApplication,
  later,
  now,
  pdf,
  verifyAll,
  versionOf,
} from '#tests/support/onboarding.ts'

afterEach(() => void vi.unstubAllEnvs())
const filesOf = ({ applicationId }: { applicationId: string }) =>
  storage().list(`private/applications/${applicationId}/`)

test('what was never sent is deleted with its people and papers when nobody wrote in it for long enough', async () => {
  const [old, kept, sent] = [await aFullDraft(), await aFullDraft(), await anApplication()]
  const hours = draftDays * 24
  const { applicationId: id } = kept
  await db.application.update({ where: { id }, data: { changedAt: later(1) } })

  expect(await forgetDrafts(db, later(hours))).toBe(0)
  expect(await forgetDrafts(db, later(hours + 0.5))).toBe(1)
  expect(await forgetDrafts(db, later(hours + 0.5))).toBe(0)
  const left = await db.application.findMany({ select: { id: true } })
  expect(left.map((one) => one.id).toSorted()).toEqual([kept.applicationId, sent.applicationId].toSorted())
  const gone = { where: { applicationId: old.applicationId } }
  expect(await db.applicationPerson.count(gone)).toBe(0)
  expect(await db.applicationDocument.count(gone)).toBe(0)
  expect(await filesOf(old)).toEqual([])
  expect(await filesOf(kept)).toHaveLength(4)
  expect(await filesOf(sent)).toHaveLength(4)
})

test('who writes in an old draft while it is deleted keeps it or finds it gone, never half of it', async () => {
  const drafts = await Promise.all(Array.from({ length: 6 }, () => aDraft()))
  const at = later(draftDays * 24 + 1)
  const [, ...writes] = await Promise.allSettled([
    forgetDrafts(db, at),
    ...drafts.map((one) => saveApplication(db, one, { step: 'rekening', typed: { bank: 'Bank Lain' } }, at)),
    ...drafts.map((one) => sendPaper(db, one, { paper: 'deed', bytes: pdf }, at)),
  ])
  for (const reason of reasonsOf(writes)) expect(reason).toBe('not_found error.not_found')
  for (const one of drafts) {
    const isLeft = await db.application.count({ where: { id: one.applicationId } })
    const papers = await db.applicationDocument.count({ where: { applicationId: one.applicationId } })
    expect(await db.applicationPerson.count({ where: { applicationId: one.applicationId } })).toBe(isLeft)
    expect(await filesOf(one)).toHaveLength(papers)
  }
})

test('a changed key seals accounts and papers again, so that the old one can go', async () => {
  const operator = await anOperator()
  const [approved, draft] = [await anApplication(), await aFullDraft()]
  await verifyAll(operator, approved)
  const { applicationId } = approved
  const version = await versionOf(approved)
  const { organisationId } = await approveApplication(db, operator, { applicationId, version }, now)
  expect(await resealApplications(db)).toBe(0)

  const old = process.env.PERSONAL_DATA_KEY
  const next = `baru:${Buffer.alloc(32, 9).toString('base64')}`
  vi.stubEnv('PERSONAL_DATA_KEY', `${next},${old}`)
  // Two applications and an organisation, and four papers of each application.
  expect(await resealApplications(db)).toBe(3 + 8)
  expect(await resealApplications(db)).toBe(0)

  vi.stubEnv('PERSONAL_DATA_KEY', next)
  for (const { applicationId: id } of [approved, draft]) {
    const row = await db.application.findUniqueOrThrow({ where: { id } })
    expect(openSealed(row.accountSealed ?? '', accountPlace(id))).toBe(account)
  }
  const record = await db.organisationRecord.findUniqueOrThrow({ where: { organisationId } })
  expect(openSealed(record.accountSealed ?? '', organisationAccountPlace(organisationId))).toBe(account)
  const { id: documentId } = await db.applicationDocument.findFirstOrThrow({ where: { applicationId } })
  const paper = await openPaper(db, operator, { applicationId, documentId }, now)
  expect(paper.bytes.equals(pdf)).toBe(true)
})

test('a paper whose key is gone is left and named, and the others are sealed again', async () => {
  const { applicationId } = await aFullDraft()
  const { id } = await db.applicationDocument.findFirstOrThrow({ where: { applicationId } })
  const key = fileKey(applicationId, id)
  const lost = Buffer.from('s1.hilang.AAAA.AAAA')
  await storage().put(key, lost, 'application/octet-stream')
  const next = `baru:${Buffer.alloc(32, 9).toString('base64')}`
  vi.stubEnv('PERSONAL_DATA_KEY', `${next},${process.env.PERSONAL_DATA_KEY}`)
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(await resealApplications(db)).toBe(1 + 3)
  expect(warned.mock.calls.join()).toContain(key)
  warned.mockRestore()
})
