import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from './transaction.server.ts'

type How = {
  /** An event that still waits under the same key is replaced, so that ten changes of one product are indexed once. */
  mergeBy?: string
  /** Long work that nobody waits for at a screen: everything else goes first. */
  canWait?: boolean
  /** Not before then. One that waits under the same key keeps its own time, so that what follows is done with it. */
  notBefore?: Date
}

/** Writes down that something happened, as a job for the worker, in the transaction in which it happened. */
export async function record(
  tx: Db,
  event: `${string}.${string}`,
  payload: Prisma.InputJsonObject,
  { mergeBy, canWait = false, notBefore }: How = {},
): Promise<void> {
  const key = mergeBy ? `${event}:${mergeBy}` : null
  // The smaller number goes first.
  const priority = canWait ? 10 : 0
  await tx.$executeRaw`
    select graphile_worker.add_job(${event}, ${JSON.stringify(payload)}::json, job_key => ${key}, priority => ${priority}::int,
      run_at => ${notBefore ?? null}::timestamptz, job_key_mode => ${notBefore ? 'preserve_run_at' : 'replace'})`
}

/** Tells the web servers, when the transaction commits, that pages they keep are out of date. */
export async function announceChange(tx: Db): Promise<void> {
  await tx.$executeRaw`select pg_notify('public_pages_changed', '')`
}
