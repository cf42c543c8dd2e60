import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/sign-in/help-sign-in.tsx'
import { action as redeem } from '#app/routes/sign-in/sign-in-by-code.tsx'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, aCooperative, aMembership, anOfficer } from '#tests/support/make.ts'

async function aManager() {
  const organisation = await aCooperative()
  const phone = '+6281355500001'
  return {
    manager: await anOfficer({ organisation, role: 'manager' }),
    member: await aMembership(organisation, 'officer', { name: 'Suparmi', phone }),
  }
}

test('the code is in the answer once, and opens the door', async () => {
  const { manager, member } = await aManager()
  const answer = await action(await post('/akun/bantu', manager, { personId: member.personId }))
  if (!('made' in answer)) throw new Error('no code was made')
  expect(answer.made.personName).toBe('Suparmi')

  const fields = { identifier: '081355500001', code: answer.made.code, newPassword: 'lereng yang lain' }
  const request = new Request('http://test/masuk/kode', { method: 'POST', body: new URLSearchParams(fields) })
  const entered = await redeem({ request, params: {}, context: { address: '10.3.0.1' } })
  expect(entered).toMatchObject({ status: 302 })
})

test('a person of another cooperative is not there, and neither is the page for other roles', async () => {
  const { manager } = await aManager()
  const stranger = await anOfficer()
  expect(await action(await post('/akun/bantu', manager, { personId: stranger.personId }))).toMatchObject({
    init: { status: 404 },
  })
  for (const other of [stranger, await aBuyer()]) {
    await expect(loader(await get('/akun/bantu', other))).rejects.toMatchObject({ init: { status: 403 } })
    expect(await action(await post('/akun/bantu', other, { personId: manager.personId }))).toMatchObject({
      init: { status: 403 },
    })
  }
})

test.each([
  ['1234', 'Kode terdiri dari 8 angka, misalnya 1234 5678.'],
  ['', 'Isi kodenya.'],
])('a code that can be none is told so at its field: %s', async (code, text) => {
  const fields = { identifier: '081355500001', code, newPassword: 'lereng yang lain' }
  const request = new Request('http://test/masuk/kode', { method: 'POST', body: new URLSearchParams(fields) })
  const answer = await redeem({ request, params: {}, context: { address: '10.3.0.2' } })
  expect(answer).toMatchObject({ init: { status: 422 }, data: { error: { code: [text] } } })
})
