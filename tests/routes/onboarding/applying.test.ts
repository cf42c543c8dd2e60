import { expect, test } from 'vitest'
import { stepsOf } from '#app/domain/onboarding/checklist.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as overview, action as send } from '#app/routes/onboarding/application.tsx'
import { action as start } from '#app/routes/onboarding/start.tsx'
import { action as keep, loader as step } from '#app/routes/onboarding/step.tsx'
import { action as accept, loader as invitation } from '#app/routes/sign-in/invitation.tsx'
import { anOfficer } from '#tests/support/make.ts'
import { aDraft, aFullDraft, anApplication, aVisitor } from '#tests/support/onboarding.ts'

const args = (url: string, body?: Record<string, string> | FormData, params: Record<string, string> = {}) => {
  const form = body instanceof FormData ? body : body && new URLSearchParams(body)
  const request = new Request(`http://test${url}`, form && { method: 'POST', body: form })
  return { request, params, context: { address: aVisitor().address } }
}
const statusOf = (answer: unknown): number =>
  answer instanceof Response
    ? answer.status
    : ((answer as { init?: { status?: number } }).init?.status ?? 200)
const fields = (answer: unknown) => (answer as { data: { error: Record<string, string[]> } }).data.error

test('somebody begins without signing in, and is led to a link of their own', async () => {
  const typed = { kind: 'cooperative', legalName: 'Koperasi Contoh', filerName: 'Pak Contoh' }
  const answer = await start(args('/daftar', typed))
  const to = answer instanceof Response ? (answer.headers.get('location') ?? '') : ''
  expect(to).toMatch(/^\/daftar\/[\w-]{32}$/)
  const token = to.slice('/daftar/'.length)
  const page = await overview(args(to, undefined, { token }))
  expect(page).toMatchObject({ status: 'draft', ready: false, link: `http://test${to}` })
})

test('a wrong number is said at its field, and nothing of the step is kept', async () => {
  const { token, applicationId } = await aDraft()
  const before = await db.application.findUniqueOrThrow({ where: { id: applicationId } })
  const typed = {
    ahuNumber: 'AHU-23617.AH.01.29.TAHUN 2025',
    nikKoperasi: '123',
    organisationNpwp: '3579014101909999',
  }
  const answer = await keep(args(`/daftar/${token}/nomor`, typed, { token, step: 'nomor' }))
  expect(statusOf(answer)).toBe(422)
  expect(fields(answer)).toMatchObject({
    ahuNumber: ['Sesudah AHU- ada 7 angka. Ini 5 angka.'],
    nikKoperasi: ['NIK koperasi adalah 10 sampai 16 angka. Ini 3 angka.'],
    organisationNpwp: [expect.stringContaining('bukan NPWP pengurus')],
  })
  expect(await db.application.findUniqueOrThrow({ where: { id: applicationId } })).toEqual(before)
})

test('a step that is right leads to the next one; a paper is kept by its own form', async () => {
  const { token } = await aDraft()
  const typed = { ahuNumber: 'ahu 0023617 AH.01.29 tahun 2025', nikKoperasi: '3579 0000 01' }
  const answer = await keep(args(`/daftar/${token}/nomor`, typed, { token, step: 'nomor' }))
  expect([statusOf(answer), (answer as Response).headers.get('location')]).toEqual([
    302,
    `/daftar/${token}/rekening`,
  ])
  const form = new FormData()
  form.set('paper', 'deed')
  form.set('file', new File([Buffer.from('%PDF-1.7 %%EOF')], '../../akta.pdf'))
  const sent = await keep(args(`/daftar/${token}/dokumen`, form, { token, step: 'dokumen' }))
  expect(statusOf(sent)).toBe(302)
  const empty = new FormData()
  empty.set('paper', 'ktp')
  const missing = await keep(args(`/daftar/${token}/dokumen`, empty, { token, step: 'dokumen' }))
  expect(fields(missing)).toMatchObject({ file: ['Pilih satu berkas, atau potret dengan HP.'] })
})

test('it is sent with a yes; afterwards its steps lead back to where it stands', async () => {
  const { token } = await aFullDraft()
  const without = await send(args(`/daftar/${token}`, {}, { token }))
  expect(fields(without)).toMatchObject({ agreed: ['Beri tanda setuju dulu.'] })
  expect(statusOf(await send(args(`/daftar/${token}`, { agreed: 'on' }, { token })))).toBe(302)
  await expect(
    step(args(`/daftar/${token}/nomor`, undefined, { token, step: 'nomor' })),
  ).rejects.toMatchObject({
    status: 302,
  })
})

test('a link or a step that is none is not there', async () => {
  const { token } = await aDraft()
  const wrong = { init: { status: 404 } }
  await expect(overview(args('/daftar/x', undefined, { token: 'x' }))).rejects.toMatchObject(wrong)
  await expect(step(args('/daftar/x/y', undefined, { token, step: 'y' }))).rejects.toMatchObject(wrong)
  await expect(keep(args('/daftar/x/nomor', {}, { token: 'x', step: 'nomor' }))).rejects.toMatchObject(wrong)
  await expect(invitation(args('/undangan/x', undefined, { token: 'x' }))).rejects.toMatchObject(wrong)
  const self = { personName: 'X', newPassword: 'kebun apel hijau' }
  expect(statusOf(await accept(args('/undangan/x', self, { token: 'x' })))).toBe(404)
})

test('any text in any field ends in a page, never in an error', async () => {
  const officer = await anOfficer()
  const names = [
    'legalName',
    'shortName',
    'villageCode',
    'ahuNumber',
    'nikKoperasi',
    'nib',
    'organisationNpwp',
    'bank',
    'account',
    'accountHolder',
    'name',
    'identifier',
    'role',
    'applicantId',
    'paper',
    'agreed',
    'kind',
    'filerName',
    'personName',
    'newPassword',
    'known',
    'accept',
    'membershipId',
  ]
  const nasty = [
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '😀'.repeat(200),
    'x'.repeat(5000),
    "'; drop table people; --",
    '<b>',
    '-1',
    '1e999',
    '٣٥٧٩٠٠٠٠٠١',
    '\u202eabc',
    'AHU-0023617.AH.01.29.TAHUN 2025',
    '0013121660091000',
    '%00',
    '[object Object]',
    '__proto__',
    'on',
    'manager',
    'deed',
    '+62812\u00003456',
    'a@b.id\u0000',
    officer.membershipId,
  ]
  let random = 7
  const pick = <T>(from: T[]): T => {
    random = (random * 1103515245 + 12345) % 2147483648
    return from[random % from.length] as T
  }
  const { token } = await aDraft()
  const sent = await anApplication()
  for (let round = 0; round < 250; round++) {
    const form = new FormData()
    for (let i = 0; i < 8; i++) form.set(pick(names), pick(nasty))
    if (round % 5 === 0) form.set('file', new File([pick(nasty)], pick(nasty)))
    const where = pick([...stepsOf.cooperative])
    const link = pick([token, token, sent.token, pick(nasty)])
    const url = '/daftar/x'
    const answer = await pick([
      () => keep(args(url, form, { token: link, step: where })),
      () => keep(args(url, form, { token: link, step: where })),
      () => start(args(url, form)),
      () => send(args(url, form, { token: link })),
      () => accept(args(url, form, { token: link })),
    ])().catch((error) => {
      if (error instanceof Response || error.init) return error
      throw error
    })
    expect(statusOf(answer)).toBeLessThan(500)
  }
}, 60_000)
