import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Operator } from '#app/domain/access/actors.ts'
import { checkDrift } from '#app/domain/search/check-drift.server.ts'
import { markPending, registerIndex } from '#app/domain/search/feed-marks.server.ts'
import { readSearchState } from '#app/domain/search/state-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { loader as home } from '#app/routes/operator/home.tsx'
import { SearchState } from '#app/routes/operator/search-state.tsx'
import { get } from '#tests/support/ask.ts'
import { anOfficer, anOperator, aVariant } from '#tests/support/make.ts'
import { useMeili } from '#tests/support/meilisearch.ts'

const at = new Date('2026-11-24T03:00:00Z')

test('the operator sees which engine answers, what it lacks and what the last check found', async () => {
  const operator = await anOperator()
  expect(await readSearchState(db, operator)).toEqual({
    engine: 'inside',
    documents: 0,
    pending: 0,
    check: null,
    compared: null,
  })

  await aVariant()
  await checkDrift(db, null, at)
  useMeili({ url: 'http://127.0.0.1:1' })
  await db.$transaction((tx) => registerIndex(tx, 'idx_1', '1', at))
  expect(await readSearchState(db, operator)).toEqual({
    engine: 'filling',
    documents: 1,
    pending: 0,
    check: { at, products: 1, stale: 1, isOutsideChecked: false },
    compared: null,
  })

  await db.searchIndex.update({ where: { uid: 'idx_1' }, data: { state: 'live' } })
  await db.$transaction((tx) => markPending(tx, ['prd_1', 'prd_2']))
  const { search } = await home(await get('/pengelola', operator))
  expect(search).toMatchObject({ engine: 'outside', pending: 3 })
})

test('when Meilisearch was not compared the operator reads that, and when it last was', async () => {
  const operator = await anOperator()
  useMeili({ url: 'http://127.0.0.1:1' })
  await db.searchIndex.create({ data: { uid: 'idx_1', settingsVersion: '1', state: 'live', changedAt: at } })
  const check = { products: 9, staleDocuments: 0 }
  await db.searchCheck.create({ data: { ...check, id: 'chk_1', at, indexUid: 'idx_1', staleEntries: 2 } })
  const later = new Date('2026-11-24T04:00:00Z')
  expect((await readSearchState(db, operator)).check).toMatchObject({ stale: 2, isOutsideChecked: true })

  await db.searchCheck.create({ data: { ...check, id: 'chk_2', at: later } })
  const state = await readSearchState(db, operator)
  expect(state).toMatchObject({
    check: { at: later, stale: 0, isOutsideChecked: false },
    compared: { at, stale: 2 },
  })
  const page = renderToStaticMarkup(createElement(SearchState, { state }))
  expect(page).toContain('Meilisearch tidak diperiksa')
})

test('nobody else sees it', async () => {
  const officer = await anOfficer()
  await expect(readSearchState(db, officer as unknown as Operator)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
