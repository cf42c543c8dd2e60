import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { listBookings } from './fixture-queries.server.ts'

type StoreRow = {
  id: string
  name: string
  class: StoreClass
  address: string
  hours: string
  fixtures: number
  widthMm: number
  usedMm: number
}

/** The stores of a chain, each with how much of its shelves is taken on a day. */
export function listStores(db: Db, member: RetailMember, on: Day): Promise<StoreRow[]> {
  allow(member, 'shelf.read')
  return db.$queryRaw<StoreRow[]>`
    select t.id, t.name, t.class, t.address, t.hours,
      count(distinct f.id)::int as fixtures,
      coalesce(sum(s.width_mm), 0)::int as "widthMm",
      coalesce(sum(b.used), 0)::int as "usedMm"
    from stores t
    left join fixtures f on f.store_id = t.id
    left join shelves s on s.fixture_id = f.id
    left join lateral (
      select sum(end_mm - start_mm) as used from shelf_bookings
      where shelf_id = s.id and released_at is null
        and daterange(starts_on, ends_on) @> ${toDate(on)}::date
    ) b on true
    where t.chain_id = ${member.chainId}
    group by t.id order by t.name, t.id`
}

/** A store with its fixtures, and what stands on them from a day on. Refuses with `not_found`, also another chain's. */
export async function requireStore(
  db: Db,
  member: RetailMember,
  id: string,
  period: { startsOn: Day; endsOn: Day },
) {
  allow(member, 'shelf.read')
  const store = await db.store.findFirst({
    where: { id, chainId: member.chainId },
    select: {
      id: true,
      name: true,
      slug: true,
      class: true,
      address: true,
      hours: true,
      fixtures: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          name: true,
          model: true,
          storage: true,
          shelves: {
            orderBy: { level: 'desc' },
            select: { id: true, level: true, widthMm: true, heightMm: true },
          },
        },
      },
    },
  })
  if (!store) throw notFound()
  const bookings = await listBookings(
    db,
    member.chainId,
    store.fixtures.map((fixture) => fixture.id),
    period,
  )
  return {
    ...store,
    fixtures: store.fixtures.map((fixture) => ({
      ...fixture,
      bookings: bookings.filter(({ fixtureId }) => fixtureId === fixture.id),
    })),
  }
}
