import { type Day, dayOf, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Asked } from './tally.server.ts'

/** More different words in a day are somebody playing. */
const mostWords = 20_000

/** Adds to what was looked for on this day. When a day has too many words, those it has are counted and no others. */
export async function countQueries(db: Db, asked: Asked[], at: Date): Promise<void> {
  if (asked.length === 0) return
  const today: Day = dayOf(at)
  // Sorted, so that two servers that count the same words wait for each other rather than lock up.
  await db.$executeRaw`
    insert into search_queries (day, words, times, is_found)
    select ${toDate(today)}::date, words, times, "isFound"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(words text, times int, "isFound" boolean)
    where (select count(*) from search_queries where day = ${toDate(today)}::date) < ${mostWords}
      or exists (select from search_queries had where had.day = ${toDate(today)}::date and had.words = asked.words)
    order by words
    on conflict (day, words) do update
      set times = least(search_queries.times::bigint + excluded.times, 1000000000)::int, is_found = excluded.is_found`
}
