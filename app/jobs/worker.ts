// The worker, a process of its own: node app/jobs/worker.ts
import { EventEmitter } from 'node:events'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { closeDatabase, pool } from '#app/platform/db.server.ts'
import { requireSafeSettings } from '#app/platform/env.server.ts'
import { endWith, whenStopped } from '#app/platform/stop.server.ts'
import { takeOverJobs } from './take-over.ts'
import { schedule, tasks } from './tasks.ts'

// What a job does and how long it took is in the database; only what went wrong is said here.
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`worker: ${message}`)
})

await requireSafeSettings().catch(endWith)
const events: WorkerEvents = new EventEmitter()
const takingOver = await takeOverJobs(events).catch(endWith)
const runner = await run({
  events,
  pgPool: pool,
  taskList: tasks,
  parsedCronItems: schedule,
  concurrency: Number(process.env.WORKER_JOBS ?? 2),
  noHandleSignals: true,
  logger,
}).catch(endWith)
runner.events.on('job:failed', ({ job }) => {
  console.error(`worker: gave up ${job.task_identifier} ${job.id} after ${job.attempts} tries`)
})
whenStopped(async () => {
  await runner.stop()
  await takingOver.close()
  await closeDatabase()
})
// Nobody knows what was missed while no worker ran; what a migration emptied is filled.
await runner.addJob('search.doubted', {}, { jobKey: 'search.doubted:start', priority: 10 }).catch(endWith)
await runner.addJob('search.marked', {}, { jobKey: 'search.marked:all' }).catch(endWith)
await runner.addJob('name.changed', {}, { jobKey: 'name.changed:all', priority: 10 }).catch(endWith)
process.send?.({ ready: 'worker' })
