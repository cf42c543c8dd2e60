import { addDays, dayOf, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { keptDays } from './rules.ts'

/** Deletes what was looked for longer ago than it may be kept. Returns how many rows. */
export async function forgetOldQueries(db: Db, at: Date): Promise<number> {
  const { count } = await db.askedQuery.deleteMany({
    where: { day: { lt: toDate(addDays(dayOf(at), -keptDays)) } },
  })
  return count
}
