import { expect, test } from 'vitest'
import { askForChanges } from '#app/domain/proposals/ask-for-changes.server.ts'
import { submitProposalForm } from '#app/domain/proposals/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { parseForm } from '#app/platform/form.ts'
import { aBuyer, anOfficer, aVariant, reasonsOf } from '#tests/support/make.ts'
import {
  aColleagueOf,
  aSubmitted,
  later,
  movesOf,
  now,
  readProposal,
  submit,
  typedBy,
} from '#tests/support/proposals.ts'

test('a complete proposal waits from the moment it was submitted, and the move is kept', async () => {
  const { officer, typed } = await aSubmitted()
  expect(await readProposal(typed.proposalId)).toMatchObject({
    status: 'submitted',
    submittedAt: now,
    proposedBy: officer.personId,
  })
  expect(await movesOf(typed.proposalId)).toEqual(['draft submitted'])
})

test('one form sent ten times at once makes one proposal that waits once', async () => {
  const officer = await anOfficer()
  const typed = await typedBy(officer)
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(officer, typed)))
  expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([1]))
  expect(await db.productProposal.count()).toBe(1)
  expect(await movesOf(typed.proposalId)).toEqual(['draft submitted'])
})

test('what is missing is said at every field', () => {
  const form = new FormData()
  form.set('proposalId', 'usl_1')
  form.set('version', '0')
  const { error } = parseForm(form, submitProposalForm).reply()
  expect(Object.keys(error ?? {}).sort()).toEqual(
    [
      'categorySlug',
      'depthMm',
      'heightMm',
      'leadTimeDays',
      'memberPrice',
      'minCartons',
      'name',
      'netContent',
      'pack',
      'photoId',
      'producerId',
      'retailPrice',
      'shelfLifeDays',
      'storage',
      'unitsPerCarton',
      'weightG',
      'wholesalePrice',
      'widthMm',
    ].sort(),
  )
  expect(error?.pack).toEqual(['Pilih bentuk kemasannya.'])
  expect(error?.retailPrice).toEqual(['Isi harganya.'])
})

test('content that changes while it waits has not waited less long', async () => {
  const { officer, typed } = await aSubmitted()
  await submit(officer, { ...typed, version: 1, retailPrice: 11_000n }, later(90))
  expect(await readProposal(typed.proposalId)).toMatchObject({
    version: 2,
    submittedAt: now,
    retailPrice: 11_000n,
  })
  expect(await movesOf(typed.proposalId)).toEqual(['draft submitted', 'submitted submitted'])
})

test('who asked for changes may make them, and then somebody else approves', async () => {
  const { officer, colleague, typed, decision } = await aSubmitted()
  await askForChanges(db, colleague, { ...decision, reason: 'Foto buram' }, later(10))
  await submit(colleague, { ...typed, version: 1, name: 'Keripik Tempe Pedas' }, later(20))
  expect(await readProposal(typed.proposalId)).toMatchObject({
    status: 'submitted',
    proposedBy: colleague.personId,
    decidedBy: null,
    submittedAt: later(20),
  })
  expect(officer.personId).not.toBe(colleague.personId)
})

test('two changes of one product at once: one is open, the other is told', async () => {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const { product } = await aVariant({ cooperative })
  const colleague = await aColleagueOf(officer)
  const tries = await Promise.allSettled([
    submit(officer, await typedBy(officer, { productId: product.id })),
    submit(colleague, await typedBy(officer, { productId: product.id })),
  ])
  expect(reasonsOf(tries)).toEqual(['conflict proposal.another_open'])
  expect(await db.productProposal.count({ where: { productId: product.id } })).toBe(1)
})

test('a change of a product brings no stock', async () => {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const { product } = await aVariant({ cooperative })
  const lot = { lotQuantity: 10, lotBestBefore: '2026-12-01' }
  const { id } = await submit(officer, await typedBy(officer, { productId: product.id, ...lot }))
  expect(await readProposal(id)).toMatchObject({ lotQuantity: null, lotBestBefore: null })
})

test('a buyer may not submit', async () => {
  const officer = await anOfficer()
  const typed = await typedBy(officer)
  await expect(submit((await aBuyer()) as never, typed)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a proposal of another cooperative is not found', async () => {
  const { typed } = await aSubmitted()
  const stranger = await anOfficer()
  const theirs = await typedBy(stranger, { proposalId: typed.proposalId, version: 1 })
  await expect(submit(stranger, theirs)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a proposal that says it is submitted and is not complete is refused by the database', async () => {
  const { typed } = await aSubmitted()
  const where = { id: typed.proposalId }
  for (const data of [{ photoId: null }, { categorySlug: null }, { processing: null }])
    await expect(db.productProposal.update({ where, data })).rejects.toThrow(
      /submitted_proposals_are_complete/,
    )
  const first = { proposalId_position: { proposalId: typed.proposalId, position: 0 } }
  for (const data of [{ memberPrice: null }, { pack: null }, { retailPrice: null }])
    await expect(db.productProposalVariant.update({ where: first, data })).rejects.toThrow(
      /submitted_variants_are_complete/,
    )
  await expect(db.productProposalVariant.delete({ where: first })).rejects.toThrow(
    /submitted_variants_are_complete/,
  )
})
