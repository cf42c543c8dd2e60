import { type Actor, allow } from '#app/domain/access/actors.ts'
import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { fewestTimes, keptDays } from './rules.ts'

const popularDays = 30
/** Of one day an address counts once, so that many on one day are that many addresses; on five days it may be one. */
const popularTimes = { inAll: 5, onOneDay: 3 }
/** How many weeks are told apart. */
export const weeksShown = 8

/**
 * What many look for and find, most asked first. Public, so only what was asked five times and by three on one day;
 * nobody's own words become everybody's.
 */
export function listPopular(db: Db, today: Day, limit: number): Promise<string[]> {
  return remember(`popular queries ${limit}`, async () => {
    const rows = await db.$queryRaw<{ words: string }[]>`
      select words from search_queries where day > ${toDate(addDays(today, -popularDays))}::date
      group by words
      having sum(times) >= ${popularTimes.inAll} and max(times) >= ${popularTimes.onOneDay}
        and (array_agg(is_found order by day desc))[1]
      order by sum(times) desc, words limit ${limit}`
    return rows.map(({ words }) => words)
  })
}

/** Words that were looked for; `weeks` counts the last ones, the present week at the end. */
export type Sought = { words: string; times: number; lastOn: Day; weeks: number[] }

/** What people look for and no product has, most asked first: what could be made, or listed. */
export function listUnmet(db: Db, actor: Actor, today: Day, limit = 100): Promise<Sought[]> {
  allow(actor, 'demand.read')
  return selectSought(db, today, { isFound: false, limit })
}

/** What people look for and find, most asked first. */
export function listMet(db: Db, actor: Actor, today: Day, limit = 50): Promise<Sought[]> {
  allow(actor, 'demand.read')
  return selectSought(db, today, { isFound: true, limit })
}

function selectSought(db: Db, today: Day, { isFound, limit }: { isFound: boolean; limit: number }) {
  return db.$queryRaw<Sought[]>`
    select words, times::int, to_char(last_on, 'YYYY-MM-DD') as "lastOn",
      array(
        select coalesce(sum(one.times), 0)::int
        from generate_series(${weeksShown - 1}, 0, -1) ago
        left join search_queries one on one.words = asked.words
          and (${toDate(today)}::date - one.day) / 7 = ago and one.day <= ${toDate(today)}::date
        group by ago order by ago desc
      ) as weeks
    from (
      select words, sum(times) as times, max(day) as last_on, (array_agg(is_found order by day desc))[1] as is_found
      from search_queries where day > ${toDate(addDays(today, -keptDays))}::date
      group by words
    ) asked
    where is_found = ${isFound} and times >= ${fewestTimes}
    order by asked.times desc, last_on desc, words limit ${limit}`
}
