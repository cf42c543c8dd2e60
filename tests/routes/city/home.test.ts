import { expect, test } from 'vitest'
import { loader } from '#app/routes/city/home.tsx'
import { get } from '#tests/support/ask.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'

test('the city sees its page, and nobody else does', async () => {
  const overseer = await anOverseer()
  expect((await loader(await get('/kota', overseer))).city).toMatchObject({ proposals: [], orders: [] })
  for (const other of [await anOfficer(), await aBuyer(), await anOperator()])
    await expect(loader(await get('/kota', other))).rejects.toMatchObject({ init: { status: 403 } })
  await expect(loader(await get('/kota'))).rejects.toMatchObject({ status: 302 })
})
