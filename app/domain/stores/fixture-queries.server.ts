import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import type { Storage } from '#app/generated/prisma/enums.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What takes a span of a shelf in a period. Of goods that are not in the catalogue there is a label only. */
export type Booking = {
  id: string
  fixtureId: string
  shelfId: string
  level: number
  startMm: number
  endMm: number
  facings: number
  stack: number
  packWidthMm: number
  packHeightMm: number
  startsOn: Day
  endsOn: Day
  label: string | null
  loadG: number
  variant: { id: string; name: string; photo: { hash: string; isReady: boolean } } | null
}

type Row = Omit<Booking, 'variant'> & {
  variantId: string | null
  name: string
  netContent: string
  position: number
  hash: string
  isReady: boolean
}

/** What is booked on fixtures of a chain during any part of a period, from the left. */
export async function listBookings(
  db: Db,
  chainId: string,
  fixtureIds: string[],
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
): Promise<Booking[]> {
  const rows = await db.$queryRaw<Row[]>`
    select b.id, s.fixture_id as "fixtureId", b.shelf_id as "shelfId", s.level, b.start_mm as "startMm", b.end_mm as "endMm",
      b.facings, b.stack, b.pack_width_mm as "packWidthMm", b.pack_height_mm as "packHeightMm",
      b.starts_on::text as "startsOn", b.ends_on::text as "endsOn", b.label,
      coalesce(b.facings * b.stack * (s.depth_mm / b.pack_depth_mm) * v.weight_g, 0)::int as "loadG",
      b.variant_id as "variantId", p.name, v.net_content as "netContent", v.position, ph.hash, ph.made_at is not null as "isReady"
    from shelf_bookings b
    join shelves s on s.id = b.shelf_id
    left join variants v on v.id = b.variant_id
    left join products p on p.id = v.product_id
    left join photos ph on ph.id = v.front_photo_id
    where s.fixture_id = any(${fixtureIds}::text[]) and s.chain_id = ${chainId} and b.released_at is null
      and daterange(b.starts_on, b.ends_on) && daterange(${toDate(startsOn)}::date, ${toDate(endsOn)}::date)
    order by b.shelf_id, b.start_mm, b.starts_on, b.id`
  return rows.map(({ variantId, name, netContent, position, hash, isReady, ...row }) => ({
    ...row,
    variant: variantId
      ? { id: variantId, name: packName({ name, netContent, position }), photo: { hash, isReady } }
      : null,
  }))
}

const fixtureSelect = {
  id: true,
  name: true,
  model: true,
  storage: true,
  store: { select: { id: true, name: true } },
  shelves: {
    orderBy: { level: 'desc' },
    select: { id: true, level: true, widthMm: true, heightMm: true, depthMm: true, maxLoadG: true },
  },
} as const

export type FixtureWithShelves = {
  id: string
  name: string
  model: string
  storage: Storage
  store: { id: string; name: string }
  shelves: {
    id: string
    level: number
    widthMm: number
    heightMm: number
    depthMm: number
    maxLoadG: number
  }[]
}

/** A fixture with its shelves, the highest first. Refuses with `not_found`, also another chain's. */
export async function requireFixture(db: Db, member: RetailMember, id: string): Promise<FixtureWithShelves> {
  allow(member, 'shelf.read')
  const found = await db.fixture.findFirst({ where: { id, chainId: member.chainId }, select: fixtureSelect })
  if (!found) throw notFound()
  return found
}

/** Fixtures of the same model in the chain's other stores: what one plan can be applied to. */
export function listSiblings(
  db: Db,
  member: RetailMember,
  { model, store }: Pick<FixtureWithShelves, 'model' | 'store'>,
): Promise<FixtureWithShelves[]> {
  allow(member, 'shelf.read')
  return db.fixture.findMany({
    where: { chainId: member.chainId, model, storeId: { not: store.id } },
    select: fixtureSelect,
    orderBy: [{ store: { name: 'asc' } }, { position: 'asc' }],
    take: 60,
  })
}
