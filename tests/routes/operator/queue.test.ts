import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { loader as queue } from '#app/routes/operator/home.tsx'
import { action, loader } from '#app/routes/operator/proposal.tsx'
import { get, post } from '#tests/support/ask.ts'
import { anOfficer, anOperator } from '#tests/support/make.ts'
import { aColleagueOf, aSubmitted, later, readProposal, submit, typedBy } from '#tests/support/proposals.ts'

async function alone(minutes: number) {
  const officer = await anOfficer()
  return { officer, ...(await submit(officer, await typedBy(officer), later(minutes))) }
}

test('the queue has what no colleague can decide, the oldest first', async () => {
  const second = await alone(20)
  const first = await alone(5)
  await aSubmitted()
  const operator = await anOperator()
  const { page } = await queue(await get('/pengelola', operator))
  expect(page.map(({ id, submittedAt }) => [id, submittedAt])).toEqual([
    [first.id, later(5)],
    [second.id, later(20)],
  ])
  await aColleagueOf(first.officer)
  expect((await queue(await get('/pengelola', operator))).page.map(({ id }) => id)).toEqual([second.id])
})

test('the operator approves, and still sees what was approved', async () => {
  const { id, officer } = await alone(0)
  const operator = await anOperator()
  const answer = await action(await post('/x', operator, { intent: 'approve', version: '1' }, { id }))
  expect((answer as Response).headers.get('location')).toBe(`/pengelola/usulan/${id}`)
  await aColleagueOf(officer)
  expect((await loader(await get('/x', operator, { id }))).proposal).toMatchObject({ status: 'approved' })
  const { page, decided } = await queue(await get('/pengelola', operator))
  expect([page.length, decided]).toMatchObject([0, [{ proposalId: id, toStatus: 'approved' }]])
})

test('what a cooperative decides itself is not there for the operator', async () => {
  const { typed } = await aSubmitted()
  const operator = await anOperator()
  const params = { id: typed.proposalId }
  await expect(loader(await get('/x', operator, params))).rejects.toMatchObject({ init: { status: 404 } })
  const answer = await action(await post('/x', operator, { intent: 'approve', version: '1' }, params))
  expect(answer).toMatchObject({ init: { status: 404 } })
  expect((await readProposal(params.id)).status).toBe('submitted')
  expect(await db.product.count()).toBe(0)
})

test('an officer has no business in the queue', async () => {
  const { id, officer } = await alone(0)
  await expect(queue(await get('/pengelola', officer))).rejects.toMatchObject({ init: { status: 403 } })
  await expect(
    action(await post('/x', officer, { intent: 'approve', version: '1' }, { id })),
  ).rejects.toMatchObject({ init: { status: 403 } })
})
