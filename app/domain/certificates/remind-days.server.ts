import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** How many days before a paper ends its people are told, the earliest first: settings in force on that day. */
export async function getRemindDays(db: Db, on: Day): Promise<number[]> {
  const rows = await db.$queryRaw<{ value: bigint }[]>`
    select distinct on (key) key, value from dated_settings
    where key like 'certificate.remind.%' and effective_from <= ${toDate(on)} order by key, effective_from desc`
  return [...new Set(rows.map(({ value }) => Number(value)))].toSorted((a, b) => b - a)
}

/** From how many days before its end a paper is shown as ending soon: as the first reminder. */
export const getSoonDays = async (db: Db, on: Day): Promise<number> => (await getRemindDays(db, on))[0] ?? 0
