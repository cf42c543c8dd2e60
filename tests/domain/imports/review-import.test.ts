// What an import proposed, approved as a whole: by a colleague, or by the operator where an officer is alone.
import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { approveImport } from '#app/domain/imports/approve-import.server.ts'
import { approveImported } from '#app/domain/imports/approve-imported.server.ts'
import { confirmImport } from '#app/domain/imports/confirm-import.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { listReviews, readReview } from '#app/domain/imports/review-queries.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { escalate } from '#app/domain/notices/escalate.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { listForOperator, listOpenByHand } from '#app/domain/proposals/waiting-queries.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aCooperative, anOfficer, anOperator, aVariant, jobs } from '#tests/support/make.ts'
import { theLaw } from '#tests/support/readiness.ts'
import { aCsv } from './files.ts'

const at = new Date('2026-11-24T03:00:00Z')

async function imported(officer: CooperativeMember, prices: [code: string, price: number][]) {
  const importId = newId('import')
  const bytes = aCsv([['Kode', 'Harga eceran'], ...prices])
  await startImport(db, officer, { importId, kind: 'prices', fileName: 'harga.csv', bytes }, at)
  await readImport(db, { importId }, at)
  await confirmImport(db, officer, { importId }, at)
  await saveImport(db, { importId }, at)
  return importId
}

async function threePrices() {
  const cooperative = await aCooperative()
  const officer = await anOfficer({ organisation: cooperative })
  const codes = ['A-1', 'A-2', 'A-3']
  for (const ownCode of codes) await aVariant({ cooperative, ownCode, onHand: 0 })
  const importId = await imported(
    officer,
    codes.map((code) => [code, 19_500]),
  )
  return { cooperative, officer, importId }
}

const priceOf = async (ownCode: string) =>
  (await db.variant.findFirstOrThrow({ where: { ownCode } })).retailPrice

test('a review names the pack of every row, with old and new', async () => {
  const { cooperative, officer, importId } = await threePrices()
  const second = await anOfficer({ organisation: cooperative })
  const { fileName, isOwn, waiting, proposals } = await readReview(db, second, importId)
  const { netContent } = await db.variant.findFirstOrThrow({ where: { ownCode: 'A-2' } })
  expect({ fileName, isOwn, waiting }).toEqual({ fileName: 'harga.csv', isOwn: false, waiting: 3 })
  expect(proposals.flatMap(({ rows }) => rows)).toContainEqual({
    id: `${importId} 3`,
    isNew: false,
    isPhoto: false,
    retailPrice: 19_500n,
    of: `A-2, ${netContent}`,
    changes: { retailPrice: ['18000', '19500'] },
  })
  expect((await readReview(db, officer, importId)).isOwn).toBe(true)
  expect(await listReviews(db, second)).toMatchObject([
    { id: importId, sender: officer.personName, isOwn: false, waiting: 3, drafts: 0 },
  ])
})

test('the operator approves many of an officer who is alone, and finds nothing where there are two', async () => {
  const { cooperative, officer, importId } = await threePrices()
  const operator = await anOperator()
  expect(await listReviews(db, operator)).toMatchObject([{ id: importId, waiting: 3 }])
  const ids = (await readReview(db, operator, importId)).proposals.map(({ id }) => id)
  await approveImport(db, operator, { importId, proposalIds: ids.slice(0, 2) }, at)
  await approveImported(db, { importId }, at)
  expect(await readReview(db, operator, importId)).toMatchObject({ waiting: 1, approved: 2, left: 0 })
  expect(await db.proposalMove.count({ where: { byMembershipId: operator.membershipId } })).toBe(2)

  await expect(approveImport(db, officer, { importId, proposalIds: 'all' }, at)).rejects.toThrow('forbidden')
  await anOfficer({ organisation: cooperative })
  const another = await imported(officer, [['A-1', 20_500]])
  for (const act of [
    () => readReview(db, operator, another),
    () => approveImport(db, operator, { importId: another, proposalIds: 'all' }, at),
  ])
    await expect(act()).rejects.toThrow('not_found')
  expect(await listReviews(db, operator)).toEqual([])
})

test('what cannot be approved says why at its row, and takes nothing of the others back', async () => {
  const { cooperative, importId } = await threePrices()
  const second = await anOfficer({ organisation: cooperative })
  const { producerId } = await db.product.findFirstOrThrow({
    where: { variants: { some: { ownCode: 'A-2' } } },
  })
  await approveImport(db, second, { importId, proposalIds: 'all' }, at)
  await db.producer.update({ where: { id: producerId }, data: { leftAt: at } })
  await approveImported(db, { importId }, at)
  expect([await priceOf('A-1'), await priceOf('A-2'), await priceOf('A-3')]).toEqual([
    19_500n,
    18_000n,
    19_500n,
  ])
  expect((await readReview(db, second, importId)).proposals).toMatchObject([
    { problem: { key: 'producer.has_left' }, rows: [{ id: `${importId} 3` }] },
  ])
})

test('many approvals are one notice and one index of products', async () => {
  const { cooperative, officer, importId } = await threePrices()
  const second = await anOfficer({ organisation: cooperative })
  await approveImport(db, second, { importId, proposalIds: 'all' }, at)
  await approveImported(db, { importId }, at)
  const news = await db.notice.findMany({ where: { kind: { in: ['import.approved', 'proposal.approved'] } } })
  expect(news).toMatchObject([
    {
      membershipId: officer.membershipId,
      aboutId: importId,
      said: { file: 'harga.csv', count: 3, all: 3 },
    },
  ])
  expect((await jobs()).filter((task) => task.startsWith('product.changed'))).toHaveLength(1)
})

test('somebody who approves one by hand while the import is approved approves it once', async () => {
  const { cooperative, importId } = await threePrices()
  const second = await anOfficer({ organisation: cooperative })
  const third = await anOfficer({ organisation: cooperative })
  const [proposal] = await db.productProposal.findMany()
  await approveImport(db, second, { importId, proposalIds: 'all' }, at)
  const { id: proposalId = '', version = 0 } = proposal ?? {}
  const tries = await Promise.allSettled([
    approveImported(db, { importId }, at),
    approveImported(db, { importId }, at),
    approveProposal(db, third, { proposalId, version }, at),
  ])
  const byHand = tries[2].status === 'fulfilled' ? 1 : 0
  expect(tries.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(await db.proposalMove.count({ where: { toStatus: 'approved' } })).toBe(3)
  expect(await db.importApproval.findMany({ where: { problem: { not: Prisma.DbNull } } })).toHaveLength(
    byHand,
  )
})

test('a file is one piece of news to a colleague, one task, and after two days one of the operator', async () => {
  await theLaw()
  const operator = await anOperator()
  const { cooperative, officer } = await threePrices()
  const second = await anOfficer({ organisation: cooperative })
  const importId = await imported(officer, [['A-1', 21_000]])
  const [both] = (await readReview(db, second, importId)).proposals
  expect(both).toMatchObject({
    isEdited: false,
    rows: [{ changes: { retailPrice: ['18000', '19500'] } }, {}],
  })
  expect(await db.notice.findMany({ where: { aboutId: importId, waits: true } })).toMatchObject([
    { membershipId: second.membershipId, kind: 'import.proposed', said: { file: 'harga.csv' } },
  ])
  expect(await listOpenByHand(db, second)).toEqual([])
  expect(await listReviews(db, operator)).toEqual([])
  for (const days of [1, 2]) await escalate(db, new Date(at.getTime() + days * 86_400_000 + 60_000))
  expect((await listReviews(db, operator)).map(({ id }) => id)).toContain(importId)
  expect((await listForOperator(db, operator)).page).toEqual([])
  await approveImport(db, operator, { importId, proposalIds: 'all' }, at)
  await approveImported(db, { importId }, at)
  expect(await priceOf('A-1')).toBe(21_000n)
  expect(await readReview(db, operator, importId)).toMatchObject({ waiting: 0, approved: 1 })
})
