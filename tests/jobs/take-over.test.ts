// Workers as processes of their own, killed as a machine that loses power would.
import type { ChildProcess } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { checkDrift } from '#app/domain/search/check-drift.server.ts'
import { feedSearch } from '#app/domain/search/feed-search.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { meilisearch } from '#app/platform/meilisearch.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { begin } from '#scripts/machine/processes.ts'
import { aVariant } from '#tests/support/make.ts'
import { aFragileWay, isWithoutMeili, meiliConfig, removeIndexes } from '#tests/support/meilisearch.ts'

vi.setConfig({ testTimeout: 180_000 })
const at = new Date('2026-11-24T03:00:00Z')
const soon = { timeout: 20_000, interval: 100 }
const withinTwoMinutes = { timeout: 120_000, interval: 250 }

async function aWorker(env: Record<string, string | undefined> = {}): Promise<ChildProcess> {
  const { child } = await begin('worker', 'app/jobs/worker.ts', { DATABASE_POOL: '5', ...env })
  onTestFinished(() => kill(child))
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.signalCode) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

test('what a killed worker had begun is done by the next one within a minute', async () => {
  const { product } = await aVariant()
  const holder = await pool.connect()
  await holder.query('begin')
  await holder.query('select from products where id = $1 for update', [product.id])
  await record(db, 'product.changed', { productIds: [product.id] })
  const first = await aWorker()
  await expect.poll(async () => (await jobOf('product.changed')).worker, soon).toMatch(/./)
  await kill(first)
  await holder.query('commit')
  holder.release()
  expect((await jobOf('product.changed')).worker).toMatch(/./)

  const killedAt = performance.now()
  await aWorker()
  await expect.poll(() => jobOf('product.changed'), withinTwoMinutes).toEqual({ worker: null, attempts: 0 })
  expect(performance.now() - killedAt).toBeLessThan(60_000)
  expect(await db.searchDocument.count()).toBe(1)
})

test('what a living worker does is left to it, however long it takes', async () => {
  const living = await pool.connect()
  await living.query(`select pg_advisory_lock(7104012, hashtext('pool-elsewhere'))`)
  await record(db, 'product.changed', { productIds: [] })
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-elsewhere', locked_at = now() - interval '1 hour'`,
  )
  await aWorker()
  await new Promise((resolve) => setTimeout(resolve, 13_000))
  expect(await jobOf('product.changed')).toEqual({ worker: 'pool-elsewhere', attempts: 0 })

  await living.query('select pg_advisory_unlock_all()')
  living.release()
  await expect.poll(() => jobOf('product.changed'), withinTwoMinutes).toEqual({ worker: null, attempts: 0 })
})

async function jobOf(task: string): Promise<{ worker: string | null; attempts: number }> {
  const { rows } = await pool.query<{ worker: string | null; attempts: number }>(
    'select locked_by as worker, attempts from graphile_worker.jobs where task_identifier = $1',
    [task],
  )
  return rows[0] ?? { worker: null, attempts: 0 }
}

test.skipIf(isWithoutMeili)('a worker killed in the middle of a batch loses nothing of it', async () => {
  const way = await aFragileWay()
  const meili = meilisearch({ ...meiliConfig(), url: way.url })
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push((await aVariant()).product.id)
  await indexProducts(db, ids, at)
  await feedSearch(db, meili, at)
  removeIndexes(meili)
  await db.product.updateMany({ data: { name: 'Jenang Apel' } })
  await indexProducts(db, ids, at)
  way.isFragile = (line) => line.startsWith('POST') && line.endsWith('/documents')
  way.mood = 'hanging'

  const env = { MEILI_URL: way.url, MEILI_KEY: way.key }
  const first = await aWorker(env)
  await expect.poll(() => db.searchFeed.count({ where: { claimedUntil: { not: null } } }), soon).toBe(5)
  await kill(first)
  expect(await db.searchFeed.count()).toBe(5)

  way.mood = 'well'
  await aWorker(env)
  await expect.poll(() => db.searchFeed.count(), withinTwoMinutes).toBe(0)
  expect(await checkDrift(db, meili, at)).toMatchObject({ products: 5, staleEntries: 0 })
})
