import { expect, test } from 'vitest'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { action as account, loader as accountPage } from '#app/routes/sign-in/account.tsx'
import { action, loader } from '#app/routes/sign-in/sign-in.tsx'
import { action as signOut } from '#app/routes/sign-in/sign-out.ts'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, aCooperative, aMembership, anOfficer } from '#tests/support/make.ts'

const password = 'kebun apel di lereng'
let n = 0

function ask(fields: Record<string, string>, back = '') {
  const request = new Request(`http://test/masuk${back}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' },
  })
  return action({ request, params: {}, context: { address: `10.2.0.${++n}` } })
}

async function signedIn(fields: Record<string, string> = {}, back = '') {
  const phone = `+62813000${10_000 + ++n}`
  const passwordHash = await hashPassword(password)
  await aMembership(await aCooperative(), 'officer', { phone, passwordHash })
  const answer = await ask({ identifier: phone, password, ...fields }, back)
  if (!(answer instanceof Response)) throw new Error('not let in')
  return answer
}

test('whoever comes in goes to their portal with a cookie that scripts and other sites do not get', async () => {
  const answer = await signedIn()
  expect(answer.headers.get('location')).toBe('/koperasi')
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^rak_sesi=[\w%-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
})

test('the cookie lasts as long as the session', async () => {
  const days = async (fields: Record<string, string>) => {
    const cookie = (await signedIn(fields)).headers.get('set-cookie') ?? ''
    return (Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now()) / 86_400_000
  }
  expect(await days({})).toBeCloseTo(0.5, 2)
  expect(await days({ known: 'on' })).toBeCloseTo(90, 2)
})

test('the way back is followed, never to another site', async () => {
  const to = async (back: string) =>
    (await signedIn({}, `?ke=${encodeURIComponent(back)}`)).headers.get('location')
  expect(await to('/koperasi/produk?q=apel')).toBe('/koperasi/produk?q=apel')
  expect(await to('https://jahat.example')).toBe('/koperasi')
  expect(await to('//jahat.example')).toBe('/koperasi')
})

test('a refusal keeps who was typed, and not the password', async () => {
  const answer = await ask({ identifier: '0812 0000 0000', password: 'salah sekali' })
  expect(answer).toMatchObject({
    init: { status: 422 },
    data: {
      error: { '': ['Nomor HP, e-mail, atau kata sandi tidak cocok.'] },
      initialValue: { identifier: '0812 0000 0000' },
    },
  })
  expect(JSON.stringify(answer)).not.toContain('salah sekali')
})

test.each([
  [{}, 'identifier', 'Isi nomor HP atau e-mail.'],
  [
    { identifier: '0812' },
    'identifier',
    'Ini bukan nomor HP atau e-mail. Tulis misalnya 0812 3456 7890 atau nama@contoh.id.',
  ],
  [{ identifier: 'a@b.example' }, 'password', 'Isi kata sandi.'],
  [
    { identifier: 'a@b.example', password: 'x'.repeat(201) },
    'password',
    'Terlalu panjang, paling banyak 200 huruf.',
  ],
])('what is missing or wrong is said at its field: %#', async (fields, name, text) => {
  expect(await ask(fields as Record<string, string>)).toMatchObject({
    init: { status: 422 },
    data: { error: { [name]: [text] } },
  })
})

test('too many tries are told how long to wait, with status 429', async () => {
  const tries = await Promise.all(
    Array.from({ length: 11 }, () => ask({ identifier: 'banyak@coba.example', password: 'salah sekali' })),
  )
  const late = tries.filter((one) => 'init' in one && one.init?.status === 429)
  expect(late).toHaveLength(1)
  expect(JSON.stringify(late)).toContain('Terlalu sering dicoba. Tunggu 15 menit, lalu coba lagi.')
})

test('who is in already goes on', async () => {
  await expect(loader({ ...(await get('/masuk', await aBuyer())) })).rejects.toMatchObject({ status: 302 })
  expect(await loader(await get('/masuk'))).toBeNull()
})

test('signing out ends the session and the cookie', async () => {
  const officer = await anOfficer()
  const asked = await post('/keluar', officer, {})
  const answer = await signOut(asked)
  expect(answer.headers.get('set-cookie')).toMatch(/^rak_sesi=; Max-Age=0;/)
  expect(answer.headers.get('location')).toBe('/')
  await expect(
    accountPage({ ...asked, request: new Request('http://test/akun', asked.request) }),
  ).rejects.toMatchObject({
    status: 302,
  })
})

test('a form drawn for another membership does not end sessions', async () => {
  const officer = await anOfficer()
  const other = await anOfficer()
  const asked = await post('/akun', officer, { membershipId: other.membershipId, others: 'on' })
  expect(await account(asked)).toMatchObject({ init: { status: 409 } })
})

test("somebody else's session and membership are not there", async () => {
  const officer = await anOfficer()
  const other = await aBuyer()
  const forms: Record<string, string>[] = [{ sessionId: 'none' }, { toMembershipId: other.membershipId }]
  for (const fields of forms)
    expect(await account(await post('/akun', officer, fields))).toMatchObject({ init: { status: 404 } })
})

test('all other devices are signed out from the account page', async () => {
  const officer = await anOfficer()
  const elsewhere = await get('/akun', officer)
  expect(await account(await post('/akun', officer, { others: 'on' }))).toMatchObject({ status: 302 })
  await expect(accountPage(elsewhere)).rejects.toMatchObject({ status: 302 })
})

test('the account page is for those who are in', async () => {
  const nobody = accountPage(await get('/akun'))
  await expect(nobody).rejects.toMatchObject({ status: 302 })
  const location = await nobody.catch((answer: Response) => answer.headers.get('location'))
  expect(location).toBe('/masuk?ke=%2Fakun')
})
