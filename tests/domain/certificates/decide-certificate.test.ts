import { expect, test } from 'vitest'
import { decideCertificate } from '#app/domain/certificates/decide-certificate.server.ts'
import { requirePapers } from '#app/domain/certificates/queries.server.ts'
import { moves } from '#app/domain/certificates/rules.ts'
import { CertificateStatus } from '#app/generated/prisma/enums.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { aBuyer, anOperator, jobs, reasonsOf } from '#tests/support/make.ts'
import { aHolder, now, readPaper, reject, send, verify } from '#tests/support/papers.ts'
import { aCertificate } from '#tests/support/readiness.ts'

async function aSentPaper() {
  const holder = await aHolder()
  const operator = await anOperator()
  return { ...holder, operator, id: await send(holder.officer, { productId: holder.productId }) }
}
const held = async (productId: string) => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from held_certificates where product_id = ${productId} order by id`
  return rows.map(({ id }) => id)
}

test('a paper that was looked at says who and when, and again changes nothing', async () => {
  const { operator, id } = await aSentPaper()
  await verify(operator, id)
  await verify(operator, id, new Date('2026-12-01T03:00:00Z'))
  expect(await readPaper(id)).toMatchObject({
    status: 'verified',
    decidedBy: operator.membershipId,
    decidedAt: now,
    reason: '',
  })
  expect(await jobs()).toContain('product.changed')
})

test('a paper that was rejected does not count, says why, and gives way to another', async () => {
  const { officer, productId, operator, id } = await aSentPaper()
  expect(await held(productId)).toEqual([id])
  await reject(operator, id)
  expect(await readPaper(id)).toMatchObject({ status: 'rejected', reason: 'Fotonya buram' })
  expect(await held(productId)).toEqual([])
  const again = await send(officer, { productId })
  expect(await held(productId)).toEqual([again])
})

test('a renewal that is rejected gives way to what it was to replace, while that holds', async () => {
  const { officer, productId, operator, id } = await aSentPaper()
  await verify(operator, id)
  const renewal = await send(officer, { productId }, { number: '2153579010207-31' })
  await reject(operator, renewal, 'Nomor tidak sama')
  expect(await held(productId)).toEqual([id])
  const { current } = await requirePapers(db, officer, { productId })
  expect(current).toMatchObject([{ id, refusedRenewal: 'Nomor tidak sama' }])
})

test('a renewal that is rejected after the old paper ended leaves nothing that holds', async () => {
  const { officer, productId, operator, id } = await aSentPaper()
  const renewal = await send(officer, { productId }, { number: '2153579010207-31' })
  await reject(operator, renewal, 'Fotonya buram', new Date('2030-12-31T01:00:00Z'))
  expect(await held(productId)).toEqual([])
  expect((await readPaper(id)).replacedAt).not.toBeNull()
})

test('what was found to be false later is rejected too, and what was rejected stays so', async () => {
  const { productId, operator, id } = await aSentPaper()
  await verify(operator, id)
  await reject(operator, id, 'Palsu')
  expect(await held(productId)).toEqual([])
  await expect(verify(operator, id)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'certificate.decided' },
  })
})

test('every status is placed among the moves', () => {
  expect(Object.keys(moves).toSorted()).toEqual(Object.keys(CertificateStatus).toSorted())
  expect(new Set(Object.values(moves).flat())).toEqual(new Set(['verified', 'rejected']))
})

test('a rejection without a reason is refused at its field', async () => {
  const { operator, id } = await aSentPaper()
  await expect(reject(operator, id, '')).rejects.toMatchObject({
    kind: 'invalid',
    fields: { reason: { key: 'certificate.reason_missing' } },
  })
})

test('officers and buyers decide nothing, and a number without a paper is nothing to look at', async () => {
  const { officer, operator, id } = await aSentPaper()
  for (const who of [officer, await aBuyer()])
    await expect(verify(who as never, id)).rejects.toMatchObject({ kind: 'forbidden' })
  const { variant } = await aHolder()
  await aCertificate(variant, 'halal')
  const typed = await db.certificate.findFirstOrThrow({ where: { kind: 'halal' } })
  await expect(verify(operator, typed.id)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(verify(operator, 'cer_none')).rejects.toMatchObject({ kind: 'not_found' })
})

test('who sent a paper does not look at it, in whatever role; the database holds it too', async () => {
  const { officer, operator, id } = await aSentPaper()
  const same = { ...operator, personId: officer.personId }
  await expect(verify(same, id)).rejects.toMatchObject({
    kind: 'forbidden',
    said: { key: 'certificate.own' },
  })
  const own = pool.query(
    `update certificates set status = 'verified', decided_by = sent_by, decided_at = now() where id = $1`,
    [id],
  )
  await expect(own).rejects.toMatchObject({ constraint: 'nobody_verifies_their_own' })
})

test('of twenty that decide at once one is first, and the others hear of it', async () => {
  const { operator, id } = await aSentPaper()
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      decideCertificate(
        db,
        operator,
        i % 2
          ? { certificateId: id, decision: 'rejected', reason: 'Buram' }
          : { certificateId: id, decision: 'verified', reason: '' },
        now,
      ),
    ),
  )
  const { status } = await readPaper(id)
  // What was verified may still be rejected; nothing follows a rejection.
  expect(status).toBe('rejected')
  expect(new Set(reasonsOf(tries))).toEqual(new Set(['conflict certificate.decided']))
})

test('a renewal and a decision at once leave one paper that holds', async () => {
  for (let round = 0; round < 5; round++) {
    const { officer, productId, operator, id } = await aSentPaper()
    await Promise.allSettled([
      reject(operator, id),
      send(officer, { productId }, { number: '2153579010207-31' }),
      send(officer, { productId }, { number: '2153579010207-32' }),
    ])
    expect(await db.certificate.count({ where: { productId, replacedAt: null } })).toBe(1)
  }
})

test.for([
  ['of nothing', `product_id = null`, 'certificates_are_of_a_product_or_a_producer'],
  ['with half a file', `file_type = null`, 'certificate_files_are_known'],
  ['with a page of a browser', `file_type = 'text/html'`, 'certificate_files_are_known'],
  ['verified by nobody', `status = 'verified'`, 'certificates_are_decided_by_somebody'],
  ['that ends before it begins', `issued_on = '2031-01-01'`, 'certificates_expire_after_they_are_issued'],
  ['of a business, at a product', `kind = 'nib'`, 'businesses_and_brands_are_of_a_producer'],
  ['without a number', `number = ''`, 'certificates_have_a_number'],
] as const)('the database holds no paper %s', async ([, change, constraint]) => {
  const { id } = await aSentPaper()
  await expect(pool.query(`update certificates set ${change} where id = $1`, [id])).rejects.toMatchObject({
    constraint,
  })
})
