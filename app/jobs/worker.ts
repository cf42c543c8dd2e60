// The worker, a process of its own: node app/jobs/worker.ts
import { run } from 'graphile-worker'
import { closeDatabase, pool } from '#app/platform/db.server.ts'
import { requireSafeSettings } from '#app/platform/env.server.ts'
import { whenStopped } from '#app/platform/stop.server.ts'
import { schedule, tasks } from './tasks.ts'

await requireSafeSettings()
const runner = await run({
  pgPool: pool,
  taskList: tasks,
  parsedCronItems: schedule,
  concurrency: 2,
  noHandleSignals: true,
})
whenStopped(async () => {
  await runner.stop()
  await closeDatabase()
})
process.send?.({ ready: 'worker' })
