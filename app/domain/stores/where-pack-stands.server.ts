import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { standing } from './standing.server.ts'

export type StandingIn = { slug: string; name: string; startsOn: Day; isThere: boolean }

/** In which stores a pack of the officer's cooperative stands, and where it will: each store once, the first to begin first. */
export function listWherePackStands(
  db: Db,
  officer: CooperativeMember,
  variantId: string,
  today: Day,
): Promise<StandingIn[]> {
  allow(officer, 'product.read')
  return db.$queryRaw<StandingIn[]>`
    select st.slug, st.name, min(b.starts_on)::text as "startsOn", min(b.starts_on) <= ${toDate(today)}::date as "isThere"
    from ${standing(today)} b
    join variants v on v.id = b.variant_id and v.cooperative_id = ${officer.cooperativeId}
    join stores st on st.id = b.store_id
    where b.variant_id = ${variantId}
    group by st.id order by "isThere" desc, min(b.starts_on), st.name`
}
