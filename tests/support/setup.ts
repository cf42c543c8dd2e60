// Runs before a test file's imports, so that the app's own `db` connects to this file's database.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'

const template = process.env.TEMPLATE_URL ?? ''
const name = `test_${process.env.VITEST_POOL_ID}_${process.pid}_${Date.now().toString(36)}`
const at = (database: string) => template.replace(/app$/, database)

async function admin(sql: string) {
  const client = new pg.Client(at('postgres'))
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
await admin(`create database ${name} template app`)
process.env.DATABASE_URL = at(name)
process.env.DATABASE_POOL = '20'
// Whoever searches in Meilisearch says so (meilisearch.ts); everything else is shown on PostgreSQL alone.
delete process.env.MEILI_URL
process.env.PERSONAL_DATA_KEY = `test:${Buffer.alloc(32, 7).toString('base64')}`
process.env.UPLOAD_DIR = mkdtempSync(path.join(os.tmpdir(), 'uploads-'))

const { db, pool, closeDatabase } = await import('#app/platform/db.server.ts')
const { rows } = await pool.query<{ name: string }>(
  `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
)
const tables = [...rows.map((row) => row.name), 'graphile_worker._private_jobs']
// Not truncate, which makes new files for every table and index: that took longer than most tests. A replica's deletes
// ask no foreign key and no trigger.
const empty = `do $$ begin
  set local session_replication_role = replica;
  ${tables.map((table) => `delete from ${table};`).join(' ')}
end $$`
beforeEach(() => db.$executeRawUnsafe(empty))

// What is logged as an error is one, also where the test looks elsewhere.
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
})

afterAll(async () => {
  await closeDatabase()
  await admin(`drop database ${name} with (force)`)
  rmSync(process.env.UPLOAD_DIR ?? '', { recursive: true, force: true })
})
