import { expect, test } from 'vitest'
import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as demand } from '#app/routes/cooperative/demand.tsx'
import { loader as newProduct } from '#app/routes/cooperative/new-product.tsx'
import { loader as searches } from '#app/routes/operator/searches.tsx'
import { get } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'

const counts = () =>
  countQueries(
    db,
    [
      { words: 'keripik durian', times: 4, isFound: false },
      { words: 'keripik apel', times: 9, isFound: true },
    ],
    new Date(),
  )

test('a cooperative reads what is looked for and not there, and lists it under that name', async () => {
  await counts()
  const officer = await anOfficer()
  expect(await demand(await get('/koperasi/dicari', officer))).toMatchObject({
    sought: [{ words: 'keripik durian', times: 4 }],
  })
  const form = await newProduct(await get('/koperasi/produk/baru?nama=keripik+durian', officer))
  expect(form.name).toBe('keripik durian')
})

test('the operator reads both what is found and what is not', async () => {
  await counts()
  expect(await searches(await get('/pengelola/pencarian', await anOperator()))).toMatchObject({
    unmet: [{ words: 'keripik durian' }],
    met: [{ words: 'keripik apel' }],
  })
})

test('nobody else does', async () => {
  for (const other of [await aBuyer(), await anOverseer()]) {
    await expect(demand(await get('/koperasi/dicari', other))).rejects.toMatchObject({
      init: { status: 403 },
    })
    await expect(searches(await get('/pengelola/pencarian', other))).rejects.toMatchObject({
      init: { status: 403 },
    })
  }
  await expect(searches(await get('/pengelola/pencarian', await anOfficer()))).rejects.toMatchObject({
    init: { status: 403 },
  })
  await expect(demand(await get('/koperasi/dicari'))).rejects.toMatchObject({ status: 302 })
})
