import type { Db } from '#app/platform/transaction.server.ts'

export type UsualWait = { workingDays: number; of: number } | null

const least = 1
const newest = 30

/**
 * How long a step usually takes, in working days of western Indonesia: the median of the last ones. Null before there
 * is one. `operator` is from being sent to an answer, `applicant` from being given back to being sent again.
 *
 * Days that are no working days do not count: what came in on Saturday and was answered on Monday took none. Each day is
 * held against the setting of its own time.
 */
export async function usualWait(db: Db, step: 'operator' | 'applicant'): Promise<UsualWait> {
  const from = step === 'operator' ? 'submitted' : 'changes_asked'
  const [row] = await db.$queryRaw<{ days: number | null; of: number }[]>`
    with steps as (
      select to_status::text as status, at, lead(at) over (partition by application_id order by at, id) as ended
      from application_moves
    ), last as (
      select (at at time zone 'Asia/Jakarta')::date as began, (ended at time zone 'Asia/Jakarta')::date as ended
      from steps where status = ${from} and ended is not null order by ended desc limit ${newest}::int
    ), counted as (
      select (
        select count(*) from generate_series(began + 1, ended, interval '1 day') day
        where extract(isodow from day) <= (
          select value from dated_settings
          where key = 'work.last_weekday' and effective_from <= day order by effective_from desc limit 1
        )
      )::int as days
      from last
    )
    select (percentile_disc(0.5) within group (order by days))::int as days, count(*)::int as of from counted`
  return row && row.days !== null && row.of >= least ? { workingDays: row.days, of: row.of } : null
}
