// A member's secrets leave the server in one answer only. Every page of every portal is read for them, by everybody.
import path from 'node:path'
import type { LoaderFunction } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import { askCorrection } from '#app/domain/producers/ask-correction.server.ts'
import { consentVersion } from '#app/domain/producers/rules.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action as changeMember } from '#app/routes/cooperative/change-member.tsx'
import { action as newMember } from '#app/routes/cooperative/new-member.tsx'
import { action as reveal } from '#app/routes/operator/member.tsx'
import { action as correct } from '#app/routes/producer/correction.tsx'
import { action as download } from '#app/routes/producer/download.ts'
import routes from '#app/routes.ts'
import { cookieOf, get, post } from '#tests/support/ask.ts'
import { anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'
import { account, aProducerMember, change, nik } from '#tests/support/members.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'
import { draftBy, save } from '#tests/support/proposals.ts'
import { theLaw } from '#tests/support/readiness.ts'

const npwp = '0013121660091000'
const otherNik = '3579025505859998'
// In clear, and as the database keeps them: a sealed text has no business in a page either.
const secrets = [nik, otherNik, account, npwp]
const sealed = 's1.test.'

/** A member with goods that are ordered, all its secrets, a draft, and a correction that waits. */
async function aMarket() {
  const { buyer, fixture, variant, order, shelfOrderId, officer } = await aPlacedOrder()
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const manager = await anOfficer({ organisation, role: 'manager' })
  const { producerId } = variant.product
  await change(officer, producerId, {
    nik,
    npwp,
    isPkp: true,
    bank: 'Bank Contoh',
    account,
    accountHolder: 'Ibu Contoh',
    consent: true,
    consentWay: 'paper',
  })
  const producer = await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
  await theLaw()
  const request = newId('request')
  const correction = { requestId: request, field: 'nik' as const, newValue: otherNik, note: '' }
  await askCorrection(db, producer, correction, new Date())
  const proposal = (await save(officer, await draftBy(officer, { producerId }), new Date())).id
  await indexProducts(db, [variant.product.id], new Date())
  const slugOf = async (id: string) => (await db.product.findUniqueOrThrow({ where: { id } })).slug
  const ids = {
    anggota: producerId,
    usulan: proposal,
    pesanan: order.id,
    'koperasi/produk': variant.product.id,
    'produsen/produk': variant.product.id,
    'ritel/pesanan': shelfOrderId,
    rak: fixture.id,
    'ritel/gerai': fixture.storeId,
    'produk/': await slugOf(variant.product.id),
    'profil/produsen': (await db.producer.findUniqueOrThrow({ where: { id: producerId } })).slug,
    'profil/koperasi': organisation.slug,
  }
  return { officer, manager, producer, buyer, city: await anOverseer(), producerId, request, ids }
}

type Page = { url: string; file: string }
function pagesOf(entries: RouteConfigEntry[], above = ''): Page[] {
  return entries.flatMap(({ path: own = '', file, children = [] }) => {
    const url = [above, own].filter(Boolean).join('/')
    return [{ url, file }, ...pagesOf(children, url)]
  })
}

// What a loader gives or throws is what the page is drawn from and what the browser is sent.
async function answerOf(loader: LoaderFunction, args: unknown): Promise<string> {
  const answer = await (async () => loader(args as never))().catch((thrown: unknown) => thrown)
  if (answer instanceof Error) throw answer
  if (answer instanceof Response)
    return answer.status < 400 ? `${answer.headers.get('location')}` : answer.text()
  return JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

test('no page shows a secret of a member to an officer, manager, producer, buyer, the city or a stranger', {
  timeout: 180_000,
}, async () => {
  const { ids, request, producerId: _, ...people } = await aMarket()
  let read = 0
  const seen: string[] = []
  for (const { url, file } of pagesOf(await routes)) {
    const { loader } = await import(path.resolve('app', file))
    if (!loader) continue
    const id = Object.entries(ids).find(([part]) => url.includes(part))?.[1] ?? 'tidak-ada'
    const params = { id, slug: id, request }
    const address = `/${url.replace(':request', request).replace(/:\w+/, id)}`
    for (const [who, actor] of [...Object.entries(people), ['stranger', undefined]] as const) {
      const answer = await answerOf(loader, await get(address, actor as never, params))
      read++
      for (const secret of [...secrets, sealed])
        if (answer.includes(secret)) seen.push(`${who} at ${address}: ${secret}`)
      if (who === 'officer' && url === 'koperasi/anggota/:id') expect(answer).toContain('3579 •••• •••• ••••')
      if (who === 'producer' && url === 'produsen/data') expect(answer).toContain('•••• 123')
    }
  }
  expect(seen).toEqual([])
  expect(read).toBeGreaterThan(200)
})

test('no table keeps a secret in clear: no index, no job, no trail', async () => {
  await aMarket()
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`select t::text as text from ${name} t`)
    for (const secret of secrets)
      if (rows.some(({ text }) => text.includes(secret))) found.push(`${secret} in ${name}`)
  }
  expect(found).toEqual([])
})

test('a refused form comes back with what was typed, without the secrets', async () => {
  const { officer, producer, producerId } = await aMarket()
  const typed = {
    version: '2',
    name: 'Kelompok Baru',
    villageCode: 'tidak ada',
    ownerName: 'Ibu Baru',
    nik: otherNik,
    npwp,
    account: '55667788990',
    bank: 'Bank Lain',
    accountHolder: 'Ibu Baru',
  }
  for (const wrong of [{}, { nik: '357902550585' }, { name: ' ' }, { account: '123a' }]) {
    const sent = await post('/x', officer, { ...typed, ...wrong }, { id: producerId })
    const { init, data } = (await changeMember(sent)) as unknown as {
      init: { status: number }
      data: unknown
    }
    expect(init.status).toBe(422)
    const answer = JSON.stringify(data)
    expect(answer).toContain('Bank Lain')
    for (const secret of [otherNik, '357902550585', npwp, '55667788990', '123a'])
      expect(answer).not.toContain(secret)
  }
  const asked = { requestId: newId('request'), field: 'nik', newValue: '3579025505', note: 'salah ketik' }
  const answer = JSON.stringify(await correct(await post('/x', producer, asked)))
  expect(answer).toContain('salah ketik')
  expect(answer).not.toContain('3579025505')
})

test('the verifier gets it in the answer to the post and at no address; a download has it masked', async () => {
  const { producer, producerId } = await aMarket()
  const operator = await anOperator()
  const sent = await post('/x', operator, { field: 'nik', reason: 'check' }, { id: producerId })
  expect(await reveal(sent)).toEqual({ revealed: { field: 'nik', text: nik } })
  for (const format of ['json', 'csv']) {
    const file = (await download(await post('/x', producer, { format }))) as Response
    expect(file.headers.get('cache-control')).toBe('private, no-store')
    const text = await file.text()
    expect(text).toContain('3579 •••• •••• ••••')
    for (const secret of secrets) expect(text).not.toContain(secret)
  }
  const other = new Request('http://test/x', {
    method: 'POST',
    body: new URLSearchParams({ membershipId: 'mbr_lain', format: 'json' }),
    headers: { cookie: await cookieOf(producer) },
  })
  expect(((await download({ request: other, params: {}, context: {} })) as Response).status).toBe(409)
})

test('a registered member leads straight to its product, and what is missing is said on its page', async () => {
  const officer = await anOfficer()
  const { villageCode } = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const producerId = newId('producer')
  const typed = {
    producerId,
    name: 'Kelompok Keripik',
    villageCode: villageCode ?? '',
    ownerName: 'Bu Contoh',
    consent: 'on',
    consentWay: 'spoken',
    consentVersion,
  }
  const refused = (await newMember(await post('/x', officer, { ...typed, consent: '' }))) as unknown as {
    data: { error: Record<string, string[]>; initialValue: Record<string, string> }
  }
  expect(refused.data.error.consent).toEqual(['Data anggota baru boleh disimpan setelah anggota setuju.'])
  expect(refused.data.initialValue).toMatchObject({ name: 'Kelompok Keripik', ownerName: 'Bu Contoh' })
  const answer = (await newMember(await post('/x', officer, { ...typed, intent: 'product' }))) as Response
  expect(answer.headers.get('location')).toBe(`/koperasi/produk/baru?untuk=${producerId}`)
  const alone = (await newMember(await post('/x', officer, { ...typed, intent: 'save' }))) as Response
  expect(alone.headers.get('location')).toBe(`/koperasi/anggota/${producerId}`)
})
