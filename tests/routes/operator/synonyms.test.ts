import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { action, loader } from '#app/routes/operator/synonyms.tsx'
import { get, post } from '#tests/support/ask.ts'
import { anOfficer, anOperator } from '#tests/support/make.ts'

test('the operator adds a synonym, sees it and removes it', async () => {
  const operator = await anOperator()
  const { id } = await loader(await get('/pengelola/kata', operator))
  const fields = { intent: 'add', id, phrase: 'apel malang', also: 'apel batu', isMutual: 'on' }
  expect(await action(await post('/pengelola/kata', operator, fields))).toMatchObject({ status: 302 })
  expect((await loader(await get('/pengelola/kata', operator))).used).toMatchObject([{ id, isMutual: true }])

  expect(await action(await post('/pengelola/kata', operator, { intent: 'remove', id }))).toMatchObject({
    status: 302,
  })
  expect(await loader(await get('/pengelola/kata', operator))).toMatchObject({ used: [], removed: [{ id }] })
})

test.for([
  [{ phrase: '' }, { phrase: ['Isian ini belum diisi.'] }],
  [{ phrase: ' a ' }, { phrase: ['Tulis paling sedikit 2 huruf.'] }],
  [{ also: 'x'.repeat(61) }, { also: ['Terlalu panjang, paling banyak 60 huruf.'] }],
  [
    { also: 'Apple Malang' },
    { also: ['Keduanya sudah dibaca sebagai apel malang, jadi tidak perlu ditambah.'] },
  ],
] as const)('%j is told at its field', async ([over, error]) => {
  const operator = await anOperator()
  const fields = { intent: 'add', id: newId('synonym'), phrase: 'apel malang', also: 'apel batu', ...over }
  expect(await action(await post('/pengelola/kata', operator, fields))).toMatchObject({
    init: { status: 422 },
    data: { error },
  })
})

test.for([{ intent: 'drop' }, { intent: 'add', id: "';--" }, {}])(
  'a form nobody drew, %j, is refused and breaks nothing',
  async (fields) => {
    const answer = await action(
      await post('/pengelola/kata', await anOperator(), fields as Record<string, string>),
    )
    expect(answer).toMatchObject({ init: { status: 422 } })
  },
)

test('nobody else comes in', async () => {
  await expect(loader(await get('/pengelola/kata', await anOfficer()))).rejects.toBeDefined()
})
