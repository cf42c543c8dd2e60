import { expect, test } from 'vitest'
import type { Operator } from '#app/domain/access/actors.ts'
import { approveApplication } from '#app/domain/onboarding/approve-application.server.ts'
import { askForChanges } from '#app/domain/onboarding/ask-for-changes.server.ts'
import { papersOf } from '#app/domain/onboarding/checklist.ts'
import { openPaper } from '#app/domain/onboarding/open-paper.server.ts'
import {
  listApplications,
  readApplication,
  readOwnApplication,
} from '#app/domain/onboarding/queries.server.ts'
import { refuseApplication } from '#app/domain/onboarding/refuse-application.server.ts'
import { moves } from '#app/domain/onboarding/rules.ts'
import { submitApplication } from '#app/domain/onboarding/submit-application.server.ts'
import { takeBackVerification } from '#app/domain/onboarding/take-back-verification.server.ts'
import { verifyPaper } from '#app/domain/onboarding/verify-paper.server.ts'
import { usualWait } from '#app/domain/onboarding/waiting-queries.server.ts'
import { join } from '#app/domain/organisations/join.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { openSealed } from '#app/platform/sealed.server.ts'
import { aBuyer, anOfficer, anOperator, anOverseer, reasonsOf } from '#tests/support/make.ts'
import {
  account,
  aDraft,
  anApplication,
  aVisitor,
  later,
  now,
  pdf,
  verify,
  verifyAll,
  versionOf,
} from '#tests/support/onboarding.ts'
import { theLaw } from '#tests/support/readiness.ts'

type Applicant = Awaited<ReturnType<typeof anApplication>>
const documentOf = ({ applicationId }: Applicant, kind: 'deed' | 'ktp' = 'deed') =>
  db.applicationDocument.findFirstOrThrow({ where: { applicationId, kind, removedAt: null } })
const approve = async (operator: Operator, one: Applicant, at = now) =>
  approveApplication(db, operator, { applicationId: one.applicationId, version: await versionOf(one) }, at)

test('approving makes the organisation and invites its first manager, who comes in by accepting', async () => {
  const operator = await anOperator()
  const applicant = await anApplication()
  await verifyAll(operator, applicant)
  const { organisationId, invited } = await approve(operator, applicant)
  const organisation = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    include: { record: true },
  })
  expect(organisation).toMatchObject({ kind: 'cooperative', slug: expect.stringMatching(/^kdmp-contoh/) })
  const sealed = organisation.record?.accountSealed ?? ''
  expect(openSealed(sealed, `organisation_records/${organisationId}/account`)).toBe(account)
  expect(await db.membership.count({ where: { organisationId } })).toBe(0)
  const self = { token: invited.token, personName: 'Bu Manajer', newPassword: 'lereng arjuno pagi' }
  expect((await join(db, aVisitor(), self, now)).kind).toBe('cooperative')
  expect(await db.membership.findMany({ where: { organisationId } })).toMatchObject([{ role: 'manager' }])
  expect(await readApplication(db, operator, applicant.applicationId)).toMatchObject({
    status: 'approved',
    first: { acceptedAt: now },
  })
})

test('a chain comes in with fewer papers, and with rules to begin with', async () => {
  const operator = await anOperator()
  const applicant = await anApplication({ kind: 'retail_chain' })
  await verifyAll(operator, applicant)
  const { organisationId } = await approve(operator, applicant)
  expect(await db.retailChain.count({ where: { organisationId } })).toBe(1)
  expect(await db.invitation.findMany({ where: { organisationId } })).toMatchObject([
    { role: 'chain_manager' },
  ])
})

test('nothing is approved while one item does not hold, ten at once approve once', async () => {
  const operator = await anOperator()
  const applicant = await anApplication()
  for (const paper of papersOf.cooperative.slice(0, 3)) await verify(operator, applicant, paper)
  await expect(approve(operator, applicant)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'applications.not_whole' },
  })
  expect(await db.organisation.count({ where: { kind: 'cooperative' } })).toBe(0)
  await verify(operator, applicant, 'account')
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => approve(operator, applicant)))
  expect(reasonsOf(tries)).toEqual(Array(9).fill('conflict applications.changed'))
  expect(await db.organisation.count({ where: { kind: 'cooperative' } })).toBe(1)
})

test('the database approves nothing that was not verified, and lets nobody verify what they did not open', async () => {
  const operator = await anOperator()
  const applicant = await anApplication()
  const { applicationId } = applicant
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: operator.organisationId } })
  const approved = {
    status: 'approved' as const,
    organisationId: organisation.id,
    decidedAt: now,
    decidedBy: operator.membershipId,
  }
  await expect(db.application.update({ where: { id: applicationId }, data: approved })).rejects.toThrow(
    /approved when all of it holds/,
  )
  const document = await documentOf(applicant)
  const row = { applicationId, item: 'deed', documentId: document.id, at: now } as const
  await expect(
    db.applicationVerification.create({ data: { id: 'a', ...row, byMembershipId: operator.membershipId } }),
  ).rejects.toThrow(/only a paper that was opened/)
})

test('the database and the code ask for the same papers', async () => {
  for (const kind of ['cooperative', 'retail_chain'] as const) {
    const { rows } = await pool.query<{ papers: string[] }>(
      'select papers_asked_of($1::organisation_kind)::text[] papers',
      [kind],
    )
    expect(rows[0]?.papers).toEqual([...papersOf[kind]])
  }
})

test('whoever filed an application, and whoever it names, judges none of it', async () => {
  const filer = await anOperator()
  const filed = await anApplication({ actor: filer })
  const named = await anOperator()
  await db.person.update({ where: { id: named.personId }, data: { phone: '+628179998888' } })
  const naming = await anApplication({ phone: '+628179998888' })
  for (const [who, one] of [
    [filer, filed],
    [named, naming],
  ] as const) {
    const { applicationId } = one
    const { id: documentId } = await documentOf(one)
    await openPaper(db, who, { applicationId, documentId }, now)
    const version = await versionOf(one)
    const tries = await Promise.allSettled([
      verifyPaper(db, who, { applicationId, version, paper: 'deed' }, now),
      takeBackVerification(db, who, { applicationId, paper: 'deed' }, now),
      askForChanges(db, who, { applicationId, version, remarks: { ahu: 'x' } }, now),
      refuseApplication(db, who, { applicationId, version, reason: 'x' }, now),
      approveApplication(db, who, { applicationId, version }, now),
    ])
    expect(reasonsOf(tries)).toEqual(Array(5).fill('forbidden applications.own'))
    const row = {
      applicationId,
      item: 'deed',
      documentId,
      byMembershipId: who.membershipId,
      at: now,
    } as const
    await expect(db.applicationVerification.create({ data: { id: newRow(), ...row } })).rejects.toThrow(
      /nobody verifies what they filed/,
    )
    expect((await readApplication(db, who, applicationId)).isOwn).toBe(true)
    const other = await anOperator()
    await verifyAll(other, one)
    const decided = { status: 'approved', decidedAt: now, organisationId: who.organisationId } as const
    await expect(
      db.application.update({
        where: { id: applicationId },
        data: { ...decided, decidedBy: who.membershipId },
      }),
    ).rejects.toThrow(/nobody approves what they filed/)
  }
})
let rows = 0
const newRow = () => `row${++rows}`

test('a paper is opened before it is verified; who opened it stays written; another one in its place counts anew', async () => {
  const operator = await anOperator()
  const applicant = await anApplication()
  const { applicationId } = applicant
  const ask = async () => ({ applicationId, version: await versionOf(applicant), paper: 'ktp' as const })
  await expect(verifyPaper(db, operator, await ask(), now)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'applications.open_first' },
  })
  const { id: documentId } = await documentOf(applicant, 'ktp')
  expect((await openPaper(db, operator, { applicationId, documentId }, now)).bytes).toEqual(pdf)
  await verifyPaper(db, operator, await ask(), now)
  await verifyPaper(db, operator, await ask(), now)
  expect(await db.applicationVerification.count()).toBe(1)
  await takeBackVerification(db, operator, { applicationId, paper: 'ktp' }, now)
  await takeBackVerification(db, operator, { applicationId, paper: 'ktp' }, now)
  expect(await db.applicationVerification.count({ where: { endedAt: null } })).toBe(0)
  await expect(db.applicationOpening.deleteMany()).rejects.toThrow()
  await expect(
    verifyPaper(db, operator, { applicationId, version: 1, paper: 'ktp' }, now),
  ).rejects.toMatchObject({ said: { key: 'applications.changed' } })
  await db.applicationDocument.updateMany({ where: { kind: 'ktp' }, data: { removedAt: now } })
  await expect(verifyPaper(db, operator, await ask(), now)).rejects.toMatchObject({
    said: { key: 'applications.no_paper' },
  })
})

test('what is asked stands at its item until it is sent again; without a remark nothing is asked', async () => {
  const operator = await anOperator()
  const applicant = await anApplication()
  const { applicationId } = applicant
  const version = await versionOf(applicant)
  const remarks = { paper_ktp: 'Fotonya buram.', ahu: '', lain: 'x' }
  await expect(
    askForChanges(db, operator, { applicationId, version, remarks: { lain: 'x' } }, now),
  ).rejects.toMatchObject({ kind: 'invalid', said: { key: 'applications.remark_missing' } })
  await askForChanges(db, operator, { applicationId, version, reason: 'Sedikit lagi.', remarks }, later(20))
  expect(await readOwnApplication(db, applicant)).toMatchObject({
    status: 'changes_asked',
    remarks: { paper_ktp: 'Fotonya buram.' },
    lastReason: 'Sedikit lagi.',
  })
  await submitApplication(db, applicant, later(40))
  expect((await readOwnApplication(db, applicant)).remarks).toEqual({})
  await refuseApplication(
    db,
    operator,
    { applicationId, version: await versionOf(applicant), reason: 'Bukan koperasi.' },
    later(60),
  )
  expect(await readOwnApplication(db, applicant)).toMatchObject({
    status: 'refused',
    lastReason: 'Bukan koperasi.',
  })
})

test('the usual wait is the median of what was measured, in working days', async () => {
  await theLaw()
  expect(await usualWait(db, 'operator')).toBeNull()
  const operator = await anOperator()
  // A Tuesday; answered on the same day, after two working days, and after a weekend (four).
  for (const hours of [2, 48, 144]) {
    const one = await anApplication()
    const { applicationId } = one
    const version = await versionOf(one)
    await refuseApplication(db, operator, { applicationId, version, reason: 'x' }, later(hours))
  }
  expect(await usualWait(db, 'operator')).toEqual({ workingDays: 2, of: 3 })
  expect(await usualWait(db, 'applicant')).toBeNull()
  const mondays = { key: 'work.last_weekday', effectiveFrom: new Date('2026-11-25'), value: 1n, source: 'x' }
  await db.datedSetting.create({ data: mondays })
  expect(await usualWait(db, 'operator')).toEqual({ workingDays: 0, of: 3 })
})

test('the queue has the oldest first, and no draft', async () => {
  const operator = await anOperator()
  const first = await anApplication()
  const second = await anApplication()
  await db.application.update({ where: { id: second.applicationId }, data: { submittedAt: later(-5) } })
  const draft = await aDraft()
  const { page } = await listApplications(db, operator)
  expect(page.map(({ id }) => id)).toEqual([second.applicationId, first.applicationId])
  const after = await listApplications(db, operator, second.applicationId)
  expect(after.page.map(({ id }) => id)).toEqual([first.applicationId])
  await expect(readApplication(db, operator, draft.applicationId)).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('numbers that an organisation has already are told to the operator too', async () => {
  const operator = await anOperator()
  const applicant = await anApplication()
  const { ahuNumber } = await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } })
  await verifyAll(operator, applicant)
  await db.organisationRecord.create({ data: { organisationId: operator.organisationId, ahuNumber } })
  await expect(approve(operator, applicant)).rejects.toMatchObject({ said: { key: 'applications.is_here' } })
  expect(await db.organisation.count({ where: { kind: 'cooperative' } })).toBe(0)
})

test('nobody but the operator checks applications; one that is not there is not there', async () => {
  const applicant = await anApplication()
  const { applicationId } = applicant
  const { id: documentId } = await documentOf(applicant)
  const all = (who: Operator, id: string) =>
    Promise.allSettled([
      openPaper(db, who, { applicationId: id, documentId }, now),
      verifyPaper(db, who, { applicationId: id, version: 1, paper: 'deed' }, now),
      takeBackVerification(db, who, { applicationId: id, paper: 'deed' }, now),
      askForChanges(db, who, { applicationId: id, version: 1, remarks: { ahu: 'x' } }, now),
      refuseApplication(db, who, { applicationId: id, version: 1, reason: 'x' }, now),
      approveApplication(db, who, { applicationId: id, version: 1 }, now),
      readApplication(db, who, id),
    ])
  for (const wrong of [await anOfficer({ role: 'manager' }), await aBuyer(), await anOverseer()])
    expect(reasonsOf(await all(wrong as never, applicationId))).toEqual(
      Array(7).fill('forbidden error.forbidden'),
    )
  expect(reasonsOf(await all(await anOperator(), 'dft_none'))).toEqual(
    Array(7).fill('not_found error.not_found'),
  )
  await expect(listApplications(db, (await aBuyer()) as never)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('every status is reached, and what is decided stays so', () => {
  const reached = new Set(Object.values(moves).flat())
  expect([...reached].sort()).toEqual(['approved', 'changes_asked', 'refused', 'submitted'])
  expect([moves.approved, moves.refused]).toEqual([[], []])
})
