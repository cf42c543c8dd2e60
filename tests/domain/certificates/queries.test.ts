import { expect, test } from 'vitest'
import { requireBuyersPapers } from '#app/domain/certificates/buyer-queries.server.ts'
import { requireFile } from '#app/domain/certificates/file-queries.server.ts'
import { countCertificates, listCertificates } from '#app/domain/certificates/list-queries.server.ts'
import { listOwnPapers, requirePapers } from '#app/domain/certificates/queries.server.ts'
import { listToLookAt, requireToLookAt } from '#app/domain/certificates/verifier-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'
import { aProducerMember } from '#tests/support/members.ts'
import { aHolder, now, readPaper, reject, send, verify } from '#tests/support/papers.ts'
import { aCertificate, theLaw } from '#tests/support/readiness.ts'

const today = '2026-11-24'
const all = { view: 'all', kind: null } as const

async function aProducerOf(producerId: string) {
  return aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
}

test('a cooperative lists its papers with what ends first on top, each in its views', async () => {
  await theLaw()
  const { officer, productId, producerId, variant } = await aHolder()
  const operator = await anOperator()
  await aCertificate(variant, 'nkv', '2026-12-14')
  await aCertificate(variant, 'psat', '2026-11-20')
  await aCertificate(variant, 'organik')
  const waiting = await send(officer, { productId })
  await reject(operator, await send(officer, { producerId }, { kind: 'merek', number: 'IDM000123456' }))
  const { page, next, soonDays } = await listCertificates(db, officer, all, today)
  expect(page.map(({ kind }) => kind)).toEqual(['psat', 'nkv', 'pirt', 'organik', 'merek'])
  expect([next, soonDays]).toEqual([undefined, 60])
  expect(page[4]).toMatchObject({ producer: { id: producerId }, product: null })
  expect(await countCertificates(db, officer, today)).toEqual({
    all: 5,
    ending: 1,
    over: 1,
    waiting: 1,
    rejected: 1,
    bare: 2,
  })
  const view = async (view: 'ending' | 'over' | 'waiting' | 'rejected' | 'bare') =>
    (await listCertificates(db, officer, { view, kind: null }, today)).page.map(({ kind }) => kind)
  expect(await view('ending')).toEqual(['nkv'])
  expect(await view('over')).toEqual(['psat'])
  expect(await view('rejected')).toEqual(['merek'])
  expect(await view('bare')).toEqual(['nkv', 'organik'])
  expect(await view('waiting')).toEqual(['pirt'])
  expect((await readPaper(waiting)).status).toBe('attested')
  expect((await listCertificates(db, officer, { view: 'all', kind: 'nkv' }, today)).page).toHaveLength(1)
})

test('pages follow each other by end and id, also past those that never end', async () => {
  await theLaw()
  const { officer, cooperative } = await aHolder()
  const ids = Array.from({ length: 70 }, (_, i) => `cer_${String(i).padStart(3, '0')}`)
  const { id: producerId } = await db.producer.findFirstOrThrow({ where: { cooperativeId: cooperative.id } })
  const product = await db.product.findFirstOrThrow({ where: { producerId } })
  await db.certificate.createMany({
    data: ids.map((id, i) => ({
      id,
      cooperativeId: cooperative.id,
      productId: product.id,
      kind: 'halal' as const,
      number: 'ID35110017058840424',
      expiresOn: i < 35 ? new Date(Date.UTC(2027, 0, 1 + Math.floor(i / 4))) : null,
      // History would be left out: each is current for a moment only.
      replacedAt: i === 0 ? null : now,
    })),
  })
  await db.$executeRaw`drop index one_certificate_of_a_kind`
  try {
    await db.certificate.updateMany({ data: { replacedAt: null } })
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const { page, next } = await listCertificates(db, officer, { ...all, after }, today)
      seen.push(...page.map(({ id }) => id))
      if (!next) break
      after = next
    }
    expect(seen).toEqual(ids)
  } finally {
    await db.certificate.deleteMany()
    await db.$executeRaw`create unique index one_certificate_of_a_kind on certificates (product_id, kind) where replaced_at is null`
  }
})

test('another cooperative sees nothing of it, and other roles are refused', async () => {
  await theLaw()
  const { officer, productId, producerId } = await aHolder()
  await send(officer, { productId })
  const stranger = await anOfficer()
  expect((await listCertificates(db, stranger, all, today)).page).toEqual([])
  expect((await countCertificates(db, stranger, today)).all).toBe(0)
  await expect(requirePapers(db, stranger, { productId })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(requirePapers(db, stranger, { producerId })).rejects.toMatchObject({ kind: 'not_found' })
  const buyer = await aBuyer()
  await expect(listCertificates(db, buyer as never, all, today)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(listToLookAt(db, officer as never)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(requireBuyersPapers(db, officer as never, productId.replace('_', '-'))).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('the operator sees what waits, the longest first, and not what was decided or replaced', async () => {
  const operator = await anOperator()
  const { officer, productId, producerId, cooperative } = await aHolder()
  const later = await send(officer, { productId }, {}, undefined, new Date(now.getTime() + 60_000))
  const first = await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' })
  await verify(operator, await send(officer, { producerId }, { kind: 'merek', number: 'IDM000123456' }))
  const { page } = await listToLookAt(db, operator)
  expect(page.map(({ id }) => id)).toEqual([first, later])
  expect(page[0]).toMatchObject({ holder: 'Kelompok Tani Makmur', cooperativeName: cooperative.shortName })
  expect((await listToLookAt(db, operator, first)).page.map(({ id }) => id)).toEqual([later])
  const renewal = await send(officer, { productId }, { number: '2153579010207-31' })
  expect(await requireToLookAt(db, operator, renewal)).toMatchObject({
    before: '2153579010207-30',
    isOwn: false,
  })
})

test('a producer sees its own papers and those of its goods, and nobody else’s', async () => {
  const { officer, productId, producerId, cooperative } = await aHolder()
  await send(officer, { productId })
  await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' })
  const own = await listOwnPapers(db, await aProducerOf(producerId))
  expect(own.own.current).toMatchObject([{ kind: 'nib' }])
  expect(own.products).toMatchObject([{ id: productId, current: [{ kind: 'pirt' }] }])
  const other = await db.producer.create({
    data: {
      id: 'pdu_other',
      cooperativeId: cooperative.id,
      villageCode: cooperative.villageCode ?? '',
      name: 'Lain',
      slug: 'lain',
    },
  })
  expect(await listOwnPapers(db, await aProducerMember(other))).toMatchObject({
    own: { current: [] },
    products: [],
  })
})

test('a buyer sees kind, number, end and whether it was looked at, and the file only where it was', async () => {
  const { officer, productId, producerId } = await aHolder()
  const [buyer, operator] = [await aBuyer(), await anOperator()]
  const pirt = await send(officer, { productId })
  const nib = await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' })
  await verify(operator, pirt)
  expect((await requireBuyersPapers(db, buyer, productId.replace('_', '-'))).papers).toEqual([
    expect.objectContaining({ kind: 'pirt', expiresOn: '2030-12-31', isChecked: true }),
    expect.objectContaining({ kind: 'nib', number: '1112210007923', expiresOn: null, isChecked: false }),
  ])
  expect(await requireFile(db, buyer, pirt)).toMatchObject({ type: 'image/jpeg' })
  await expect(requireFile(db, buyer, nib)).rejects.toMatchObject({ kind: 'not_found' })
  await db.product.update({ where: { id: productId }, data: { status: 'paused' } })
  await expect(requireFile(db, buyer, pirt)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(requireBuyersPapers(db, buyer, productId.replace('_', '-'))).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('a file is for its cooperative, its producer and the operator', async () => {
  const { officer, productId, producerId, variant } = await aHolder()
  const id = await send(officer, { productId })
  for (const who of [officer, await aProducerOf(producerId), await anOperator()])
    expect((await requireFile(db, who, id)).size).toBeGreaterThan(100)
  const other = await aHolder()
  const strangers = [await anOfficer(), other.officer, await aProducerOf(other.producerId)]
  for (const who of strangers)
    await expect(requireFile(db, who, id)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(requireFile(db, await anOverseer(), id)).rejects.toMatchObject({ kind: 'forbidden' })
  await aCertificate(variant, 'halal')
  const typed = await db.certificate.findFirstOrThrow({ where: { kind: 'halal' } })
  await expect(requireFile(db, officer, typed.id)).rejects.toMatchObject({ kind: 'not_found' })
})
