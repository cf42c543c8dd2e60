import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as home } from '#app/routes/cooperative/home.tsx'
import { loader as products } from '#app/routes/cooperative/products.tsx'
import { action, loader } from '#app/routes/cooperative/review.tsx'
import { action as withdraw, loader as withdrawal } from '#app/routes/cooperative/withdrawal.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, aVariant } from '#tests/support/make.ts'
import { aColleagueOf, aSubmitted, draftBy, readProposal, save } from '#tests/support/proposals.ts'

const refused = (answer: unknown) => {
  const { init, data } = answer as { init: { status: number }; data: { error: Record<string, string[]> } }
  return { status: init.status, error: data.error }
}

test('an approver approves the version of the page, and comes back to what it says now', async () => {
  const { colleague, decision } = await aSubmitted()
  const params = { id: decision.proposalId }
  const { proposal } = await loader(await get('/x', colleague, params))
  expect(proposal).toMatchObject({ mayDecide: true, isOwn: false })
  const answer = await action(await post('/x', colleague, { intent: 'approve', version: '1' }, params))
  expect((answer as Response).headers.get('location')).toBe(`/koperasi/usulan/${params.id}/periksa`)
  expect((await loader(await get('/x', colleague, params))).proposal).toMatchObject({
    status: 'approved',
    mayDecide: false,
    deciderName: colleague.personName,
  })
})

test('whoever proposed sees who is awaited, and is refused', async () => {
  const { officer, colleague, decision } = await aSubmitted()
  const params = { id: decision.proposalId }
  const { proposal } = await loader(await get('/x', officer, params))
  expect(proposal).toMatchObject({ mayDecide: false, isOwn: true })
  expect(proposal.awaited).toEqual({
    by: 'colleagues',
    people: [{ personId: colleague.personId, name: colleague.personName, role: 'manager' }],
  })
  const { status, error } = refused(
    await action(await post('/x', officer, { intent: 'approve', version: '1' }, params)),
  )
  expect([status, error['']]).toEqual([403, ['Usulan sendiri disetujui orang lain.']])
})

test('changes are asked for with a reason, which is missed at its field', async () => {
  const { colleague, decision } = await aSubmitted()
  const params = { id: decision.proposalId }
  const without = refused(
    await action(await post('/x', colleague, { intent: 'ask', version: '1', reason: ' ' }, params)),
  )
  expect([without.status, without.error.reason]).toEqual([422, ['Isian ini belum diisi.']])
  await action(await post('/x', colleague, { intent: 'ask', version: '1', reason: 'Foto buram' }, params))
  expect((await readProposal(params.id)).status).toBe('changes_asked')
})

test('a stale version, an unknown intent and a strange id are refused', async () => {
  const { colleague, decision } = await aSubmitted()
  const params = { id: decision.proposalId }
  const stale = refused(
    await action(await post('/x', colleague, { intent: 'approve', version: '9' }, params)),
  )
  expect(stale.status).toBe(409)
  await expect(
    action(await post('/x', colleague, { intent: 'terbitkan', version: '1' }, params)),
  ).rejects.toMatchObject({ init: { status: 400 } })
  const stranger = await anOfficer()
  for (const id of [params.id, newId('proposal')]) {
    const gone = refused(
      await action(await post('/x', stranger, { intent: 'approve', version: '1' }, { id })),
    )
    expect(gone.status).toBe(404)
    await expect(loader(await get('/x', stranger, { id }))).rejects.toMatchObject({ init: { status: 404 } })
  }
  await expect(loader(await get('/x', await aBuyer(), params))).rejects.toMatchObject({
    init: { status: 403 },
  })
})

test('the form cannot name another proposal than its page', async () => {
  const { colleague, decision } = await aSubmitted()
  const other = await aSubmitted()
  const fields = { intent: 'approve', version: '1', proposalId: other.decision.proposalId }
  await action(await post('/x', colleague, fields, { id: decision.proposalId }))
  expect((await readProposal(decision.proposalId)).status).toBe('approved')
  expect((await readProposal(other.decision.proposalId)).status).toBe('submitted')
})

test('a withdrawal is asked once more on a page of its own', async () => {
  const { officer, decision } = await aSubmitted()
  const params = { id: decision.proposalId }
  expect(await withdrawal(await get('/x', officer, params))).toMatchObject({ version: 1 })
  expect(await withdraw(await post('/x', officer, { version: '1' }, params))).toMatchObject({ status: 302 })
  expect((await readProposal(params.id)).status).toBe('withdrawn')
  await expect(withdrawal(await get('/x', officer, params))).rejects.toMatchObject({ status: 302 })
  const { status } = refused(await withdraw(await post('/x', await anOfficer(), { version: '1' }, params)))
  expect(status).toBe(404)
})

test('home puts what waits for the reader first, the oldest on top, and apart what waits for others', async () => {
  const { officer, colleague, typed } = await aSubmitted()
  const draft = await save(officer, await draftBy(officer))
  const forColleague = await home(await get('/koperasi', colleague))
  expect(forColleague.mine.map((task) => [task.is, task.since])).toEqual([
    ['approve', new Date('2026-11-24T03:00:00Z')],
  ])
  const forOfficer = await home(await get('/koperasi', officer))
  expect(forOfficer.mine).toMatchObject([{ is: 'finish', proposal: { id: draft.id } }])
  expect(forOfficer.others).toMatchObject([{ id: typed.proposalId }])
  expect((await home(await get('/koperasi', await anOfficer()))).mine).toEqual([])
})

test('the list of products is paged without a gap, and shows only one’s own', async () => {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  for (let n = 0; n < 32; n++) await aVariant({ cooperative, name: `Produk ${n % 8}`, onHand: 0 })
  await aVariant()
  const first = await products(await get('/koperasi/produk', officer))
  const second = await products(await get(`/koperasi/produk?sesudah=${first.next}`, officer))
  expect([first.page.length, second.page.length, second.next]).toEqual([30, 2, undefined])
  expect(new Set([...first.page, ...second.page].map(({ id }) => id)).size).toBe(32)
  const colleague = await aColleagueOf(officer)
  expect((await products(await get('/koperasi/produk?sesudah=prd_apa', colleague))).page).toHaveLength(30)
})
