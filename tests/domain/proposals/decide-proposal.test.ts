import { expect, test } from 'vitest'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { askForChanges } from '#app/domain/proposals/ask-for-changes.server.ts'
import { isOpen, mayMove, moves } from '#app/domain/proposals/rules.ts'
import { withdrawProposal } from '#app/domain/proposals/withdraw-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, anOfficer, anOperator } from '#tests/support/make.ts'
import {
  aColleagueOf,
  aSubmitted,
  draftBy,
  later,
  movesOf,
  readProposal,
  save,
  submit,
  typedBy,
} from '#tests/support/proposals.ts'

const reason = 'Foto buram, labelnya tidak terbaca.'

test('asking for changes gives it back with the reason, once', async () => {
  const { colleague, decision } = await aSubmitted()
  for (let time = 0; time < 2; time++) await askForChanges(db, colleague, { ...decision, reason }, later(10))
  expect(await readProposal(decision.proposalId)).toMatchObject({
    status: 'changes_asked',
    decidedBy: colleague.personId,
  })
  expect(await movesOf(decision.proposalId)).toEqual(['draft submitted', `submitted changes_asked ${reason}`])
})

test('the clock starts again when it is submitted again', async () => {
  const { officer, colleague, typed, decision } = await aSubmitted()
  await askForChanges(db, colleague, { ...decision, reason }, later(10))
  await save(officer, { ...typed, version: 1, name: 'Sedang diperbaiki' }, later(20))
  expect(await readProposal(decision.proposalId)).toMatchObject({
    status: 'changes_asked',
    submittedAt: null,
  })
  await submit(officer, { ...typed, version: 2 }, later(30))
  expect(await readProposal(decision.proposalId)).toMatchObject({
    status: 'submitted',
    submittedAt: later(30),
  })
})

test('nobody asks themselves, and no stale version or draft is given back', async () => {
  const { officer, colleague, decision } = await aSubmitted()
  await expect(askForChanges(db, officer, { ...decision, reason }, later(1))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(
    askForChanges(db, colleague, { ...decision, version: 7, reason }, later(1)),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
  const draft = await save(officer, await draftBy(officer))
  const ask = { proposalId: draft.id, version: 1, reason }
  await expect(askForChanges(db, colleague, ask, later(1))).rejects.toMatchObject({ kind: 'conflict' })
})

test('a buyer may not ask for changes; another cooperative and the operator do not find it', async () => {
  const { decision } = await aSubmitted()
  const ask = { ...decision, reason }
  await expect(askForChanges(db, (await aBuyer()) as never, ask, later(1))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  for (const stranger of [await anOfficer(), await anOperator()])
    await expect(askForChanges(db, stranger, ask, later(1))).rejects.toMatchObject({ kind: 'not_found' })
})

test('the operator asks for changes where the cooperative has one officer', async () => {
  const officer = await anOfficer()
  const { id, version } = await submit(officer, await typedBy(officer))
  await askForChanges(db, await anOperator(), { proposalId: id, version, reason }, later(1))
  expect((await readProposal(id)).status).toBe('changes_asked')
})

test('a proposal is withdrawn for good, once', async () => {
  const { officer, decision } = await aSubmitted()
  for (let time = 0; time < 2; time++) await withdrawProposal(db, officer, decision, later(5))
  expect((await readProposal(decision.proposalId)).status).toBe('withdrawn')
  expect(await movesOf(decision.proposalId)).toEqual(['draft submitted', 'submitted withdrawn'])
})

test('a version that was changed meanwhile is not withdrawn', async () => {
  const { colleague, decision } = await aSubmitted()
  const stale = { ...decision, version: 9 }
  await expect(withdrawProposal(db, colleague, stale, later(5))).rejects.toMatchObject({
    said: { key: 'proposal.changed' },
  })
})

test('an operator may not withdraw; another cooperative does not find it; what is approved stays', async () => {
  const { officer, decision } = await aSubmitted()
  await expect(withdrawProposal(db, (await anOperator()) as never, decision, later(1))).rejects.toMatchObject(
    {
      kind: 'forbidden',
    },
  )
  for (const proposalId of [decision.proposalId, newId('proposal')])
    await expect(
      withdrawProposal(db, await anOfficer(), { ...decision, proposalId }, later(1)),
    ).rejects.toMatchObject({ kind: 'not_found' })
  await approveProposal(db, await aColleagueOf(officer), decision, later(2))
  await expect(withdrawProposal(db, officer, decision, later(3))).rejects.toMatchObject({
    said: { key: 'proposal.closed' },
  })
})

test('every status is reached from a draft, and what is final goes nowhere', () => {
  const reached = new Set<string>(['draft'])
  for (const _ of Object.keys(moves))
    for (const from of Object.keys(moves) as (keyof typeof moves)[])
      if (reached.has(from)) for (const to of moves[from]) reached.add(to)
  expect(reached).toEqual(new Set(Object.keys(moves)))
  for (const last of ['approved', 'withdrawn'] as const) expect(isOpen(last)).toBe(false)
  expect(mayMove('draft', 'approved')).toBe(false)
})
