import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { aCooperative, aFixture } from '#tests/support/make.ts'

test('rows of every type are written with one statement, and defaults stand', async () => {
  const { id } = await aCooperative()
  const rows = [
    { key: 'a', effective_from: '2026-01-01', value: 9_007_199_254_740_993n, source: "o'brien" },
    { key: 'b', effective_from: '2026-01-02', value: -1n, source: '{"json": "\\\\"}' },
  ]
  expect(await insertRows(db, 'dated_settings', rows)).toBe(2)
  expect(await db.datedSetting.findMany({ orderBy: { key: 'asc' } })).toMatchObject([
    { value: 9_007_199_254_740_993n, source: "o'brien" },
    { value: -1n, source: '{"json": "\\\\"}' },
  ])

  const createdAt = new Date('2026-11-24T01:02:03.456Z')
  const photo = {
    organisation_id: id,
    hash: '0'.repeat(32),
    width: 1,
    height: 2,
    created_at: createdAt,
    made_at: null,
  }
  await insertRows(db, 'photos', [{ id: 'pic_1', ...photo }])
  expect(await db.photo.findFirst()).toMatchObject({ width: 1, createdAt, madeAt: null })
})

test('nothing is nothing, and what is taken already can be left out of the count', async () => {
  expect(await insertRows(db, 'dated_settings', [])).toBe(0)
  const row = { key: 'a', effective_from: '2026-01-01', value: 1n, source: 'x' }
  await insertRows(db, 'dated_settings', [row])
  await expect(insertRows(db, 'dated_settings', [row])).rejects.toThrow()
  expect(await insertRows(db, 'dated_settings', [row, { ...row, key: 'b' }], { skipTaken: true })).toBe(1)
})

test('the laws of the table hold', async () => {
  const { shelves } = await aFixture()
  const booking = {
    id: 'bok_1',
    shelf_id: shelves[0]?.id ?? '',
    chain_id: shelves[0]?.chainId ?? '',
    label: 'lain',
    facings: 1,
    stack: 1,
    pack_width_mm: 2_000,
    pack_height_mm: 1,
    pack_depth_mm: 1,
    start_mm: 0,
    end_mm: 2_000,
    starts_on: '2026-12-01',
    ends_on: '2027-01-01',
  }
  await expect(insertRows(db, 'shelf_bookings', [booking])).rejects.toThrow('the shelf ends at 1200 mm')
})
