// graphile-worker leaves the jobs of a worker that was killed locked for four hours. Here every worker holds a lock
// named after itself in the database for as long as it lives; where that is gone, others take up what it had begun.
import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'

const holding = 7_104_012
const lookMs = 10_000
const retryMs = 1_000
/** A worker takes its first job a moment before its lock is there, and a lost connection is made again. */
const youngestSeconds = 10

/** Holds the lock of the worker that `events` tells of, and takes up what dead ones left, until it is closed. */
export async function takeOverJobs(events: WorkerEvents): Promise<{ close(): Promise<void> }> {
  const names = new Set<string>()
  let client: pg.Client | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true })
    next.on('error', () => {}) // 'end' follows
    await next.connect()
    next.once('end', () => {
      client = undefined
      if (!isClosed) void reconnect()
    })
    client = next
    for (const name of names) await hold(name)
  }

  async function reconnect(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, retryMs).unref())
    if (!isClosed) await connect().catch(reconnect)
  }

  const hold = (name: string) => client?.query('select pg_advisory_lock($1, hashtext($2))', [holding, name])

  const look = () =>
    client?.query(
      `select graphile_worker.force_unlock_workers(array(
        select locked_by from (
          select distinct locked_by from graphile_worker.jobs
          where locked_at < now() - make_interval(secs => $2)
        ) held where locked_by <> all($3::text[]) and pg_try_advisory_xact_lock($1, hashtext(locked_by))
      ))`,
      [holding, youngestSeconds, [...names]],
    )

  events.on('pool:create', ({ workerPool }) => {
    names.add(workerPool.id)
    hold(workerPool.id)?.catch(() => {}) // held when the connection is there again
  })
  await connect()
  // What fails is tried again; without a database there is nothing to take up.
  const timer = setInterval(() => look()?.catch(() => {}), lookMs)
  return {
    async close() {
      isClosed = true
      clearInterval(timer)
      await client?.end()
    },
  }
}
