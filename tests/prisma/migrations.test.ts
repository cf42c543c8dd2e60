import { expect, test } from 'vitest'
import { pool } from '#app/platform/db.server.ts'
import { drift, migrate } from '#scripts/machine/migrate.ts'

const url = process.env.DATABASE_URL ?? ''

test('the migrations lead to what the schema files say, beside the job queue', async () => {
  expect(await drift(url)).toBe('')
  expect(await migrate(url)).toEqual([])
})

test('a column added by hand is drift', async () => {
  await pool.query('alter table products add colour text')
  try {
    expect(await drift(url)).toContain('DROP COLUMN "colour"')
  } finally {
    await pool.query('alter table products drop colour')
  }
  expect(await drift(url)).toBe('')
})
