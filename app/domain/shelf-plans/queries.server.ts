import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { getPpnRule } from '#app/domain/settings/queries.server.ts'
import {
  type Booking,
  type FixtureWithShelves,
  listBookings,
  listSiblings,
  requireFixture,
} from '#app/domain/stores/fixture-queries.server.ts'
import { addMonths, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { TargetFixture } from './apply-plan.ts'
import { lastOf } from './copy-before.ts'
import { type Board, type Draft, emptyDraft } from './draft.ts'
import type { Period } from './period.ts'
import type { ChainRules } from './proposal.ts'
import { draftShape } from './rules.ts'
import { readOffered } from './variant-queries.server.ts'

/** A fixture's boards with what is booked on them. */
export function boardsOf({ shelves, storage }: FixtureWithShelves, bookings: Booking[]): Board[] {
  return shelves.map((shelf) => ({
    ...shelf,
    storage,
    taken: bookings
      .filter(({ shelfId }) => shelfId === shelf.id)
      .map(({ startMm, endMm, loadG, variant, label }) => ({
        startMm,
        endMm,
        loadG,
        name: variant?.name ?? label ?? '',
      })),
  }))
}

/** What the database keeps of a draft, without what stands on shelves that are no longer there. */
export function readDraft(row: { placements: unknown; amounts: unknown }, shelfIds: string[]): Draft {
  const { placements, amounts } = draftShape.parse(row)
  return { placements: placements.filter(({ shelfId }) => shelfIds.includes(shelfId)), amounts }
}

const planSelect = {
  id: true,
  version: true,
  placements: true,
  amounts: true,
  changedAt: true,
  changedByMembership: { select: { person: { select: { name: true } } } },
} as const

/** The draft of a fixture for a period; version 0 and nothing on it where none was begun. */
export async function getPlan(db: Db, member: RetailMember, fixture: FixtureWithShelves, period: Period) {
  allow(member, 'shelf.read')
  const where = {
    chainId: member.chainId,
    fixtureId: fixture.id,
    startsOn: toDate(period.startsOn),
    endsOn: toDate(period.endsOn),
  }
  const found = await db.shelfPlan.findFirst({ where, select: planSelect })
  if (!found) return { id: null, version: 0, draft: emptyDraft, changedAt: null, changedBy: null }
  const { id, version, changedAt, changedByMembership } = found
  const draft = readDraft(
    found,
    fixture.shelves.map((shelf) => shelf.id),
  )
  return { id, version, draft, changedAt, changedBy: changedByMembership.person.name }
}

/** Fixtures that a plan may be applied to, with what is booked on them. */
export async function listTargets(
  db: Db,
  member: RetailMember,
  fixture: FixtureWithShelves,
  period: Period,
): Promise<TargetFixture[]> {
  const siblings = await listSiblings(db, member, fixture)
  const ids = siblings.map(({ id }) => id)
  const bookings = await listBookings(db, member.chainId, ids, period)
  return siblings.map((sibling) => ({
    id: sibling.id,
    name: sibling.name,
    storeId: sibling.store.id,
    storeName: sibling.store.name,
    boards: boardsOf(
      sibling,
      bookings.filter(({ fixtureId }) => fixtureId === sibling.id),
    ),
  }))
}

/** How the chain orders: its safety days, what it expects to sell, and whether it is PKP. */
export async function readChainRules(db: Db, member: RetailMember): Promise<ChainRules> {
  const { organisation, ...rules } = await db.retailChain.findUniqueOrThrow({
    where: { organisationId: member.chainId },
    select: {
      safetyDays: true,
      shortLifeDays: true,
      dailySalesPerFacing: true,
      organisation: { select: { isPkp: true } },
    },
  })
  return { ...rules, isPkp: organisation.isPkp }
}

// What ended in the months before the period, and so may be drawn again.
async function listBefore(db: Db, member: RetailMember, fixture: FixtureWithShelves, period: Period) {
  const since = { startsOn: addMonths(period.startsOn, -monthsBefore), endsOn: period.startsOn }
  const bookings = await listBookings(db, member.chainId, [fixture.id], since)
  const ended = bookings.flatMap(({ variant, ...booking }) =>
    variant && booking.endsOn <= period.startsOn ? { ...booking, variantId: variant.id } : [],
  )
  return lastOf(ended)
}

const monthsBefore = 6

/** Everything the planner of a fixture shows for a period. Refuses with `not_found`, also another chain's fixture. */
export async function requirePlanner(
  db: Db,
  member: RetailMember,
  fixtureId: string,
  { period, today }: { period: Period; today: Day },
) {
  const fixture = await requireFixture(db, member, fixtureId)
  const [bookings, before, plan, targets, chain, ppn] = await Promise.all([
    listBookings(db, member.chainId, [fixture.id], period),
    listBefore(db, member, fixture, period),
    getPlan(db, member, fixture, period),
    listTargets(db, member, fixture, period),
    readChainRules(db, member),
    getPpnRule(db, period.startsOn),
  ])
  const variants = await readOffered(
    db,
    { variants: [...plan.draft.placements, ...before].map(({ variantId }) => variantId) },
    { chainId: member.chainId, deliverOn: period.startsOn, today },
  )
  return {
    fixture,
    boards: boardsOf(fixture, bookings),
    bookings,
    before,
    plan,
    targets,
    variants,
    chain,
    ppn,
  }
}

type DraftRow = {
  id: string
  fixtureId: string
  fixtureName: string
  storeName: string
  startsOn: Day
  endsOn: Day
  products: number
  changedAt: Date
  changedBy: string
}

/** The chain's drafts that have something on them and can still be ordered, the last drawn first. */
export function listDrafts(db: Db, member: RetailMember, today: Day): Promise<DraftRow[]> {
  allow(member, 'shelf.read')
  return db.$queryRaw<DraftRow[]>`
    select p.id, f.id as "fixtureId", f.name as "fixtureName", t.name as "storeName",
      p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
      (select count(distinct one ->> 'variantId') from jsonb_array_elements(p.placements) one)::int as products,
      p.changed_at as "changedAt", r.name as "changedBy"
    from shelf_plans p
    join fixtures f on f.id = p.fixture_id
    join stores t on t.id = f.store_id
    join memberships m on m.id = p.changed_by
    join people r on r.id = m.person_id
    where p.chain_id = ${member.chainId} and p.starts_on >= ${toDate(today)}::date
      and jsonb_array_length(p.placements) > 0
    order by p.changed_at desc, p.id
    limit 20`
}
