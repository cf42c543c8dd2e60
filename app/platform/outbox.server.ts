import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from './transaction.server.ts'

/**
 * Writes down that something happened, as a job for the worker, in the transaction in which it happened.
 *
 * With `mergeBy`, an event that still waits under the same key is replaced, so that ten changes of one product are
 * indexed once.
 */
export async function record(
  tx: Db,
  event: `${string}.${string}`,
  payload: Prisma.InputJsonObject,
  mergeBy?: string,
): Promise<void> {
  const key = mergeBy ? `${event}:${mergeBy}` : null
  await tx.$executeRaw`select graphile_worker.add_job(${event}, ${JSON.stringify(payload)}::json, job_key => ${key})`
}

/** Tells the web servers, when the transaction commits, that pages they keep are out of date. */
export async function announceChange(tx: Db): Promise<void> {
  await tx.$executeRaw`select pg_notify('public_pages_changed', '')`
}
