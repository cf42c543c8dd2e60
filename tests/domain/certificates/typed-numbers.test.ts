import { expect, test } from 'vitest'
import { keepCertificates } from '#app/domain/proposals/keep-certificates.server.ts'
import { db } from '#app/platform/db.server.ts'
import { anOperator } from '#tests/support/make.ts'
import { aHolder, now, send, verify } from '#tests/support/papers.ts'
import { aCertificate } from '#tests/support/readiness.ts'

const typed = (over: object) => ({ halalNumber: null, pirtNumber: null, bpomNumber: null, ...over }) as never
const held = async (productId: string) => {
  const rows = await db.certificate.findMany({
    where: { productId, replacedAt: null },
    orderBy: { kind: 'asc' },
    select: { kind: true, number: true, fileKey: true },
  })
  return rows.map(({ kind, number, fileKey }) => `${kind} ${number}${fileKey ? ' with its paper' : ''}`)
}

test('a number typed with a product is kept without a paper, and another takes its place with history', async () => {
  const { variant, productId, cooperative } = await aHolder()
  const product = { id: productId, cooperativeId: cooperative.id }
  await aCertificate(variant, 'pirt')
  await keepCertificates(db, product, typed({ pirtNumber: '2153579010207-30' }), now)
  expect(await held(productId)).toEqual(['pirt 2153579010207-30'])
  await keepCertificates(db, product, typed({ pirtNumber: '2153579010207-31' }), now)
  expect(await held(productId)).toEqual(['pirt 2153579010207-31'])
  expect(await db.certificate.count({ where: { productId } })).toBe(3)
  await keepCertificates(db, product, typed({}), now)
  expect(await held(productId)).toEqual([])
})

test('a draft from before does not take away a number that came with its paper', async () => {
  const { officer, productId, cooperative } = await aHolder()
  const product = { id: productId, cooperativeId: cooperative.id }
  await keepCertificates(db, product, typed({ pirtNumber: '2153579010207-29' }), now)
  await verify(await anOperator(), await send(officer, { productId }))
  for (const pirtNumber of [null, '2153579010207-29', '2153579010207-30'])
    await keepCertificates(db, product, typed({ pirtNumber }), now)
  expect(await held(productId)).toEqual(['pirt 2153579010207-30 with its paper'])
})
