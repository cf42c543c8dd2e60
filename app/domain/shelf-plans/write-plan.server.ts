import type { RetailMember } from '#app/domain/access/actors.ts'
import { type FixtureWithShelves, listBookings } from '#app/domain/stores/fixture-queries.server.ts'
import { fromDate, toDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Draft, Scene } from './draft.ts'
import type { Period } from './period.ts'
import { boardsOf, readDraft } from './queries.server.ts'
import { readOffered } from './variant-queries.server.ts'

export type LockedPlan = { id: string; version: number; draft: Draft; changedAt: Date }

type Where = Period & { fixture: FixtureWithShelves }

/** Locks the draft of a fixture for a period, begun now where there is none; two who draw at once come one by one. */
export async function lockPlan(
  tx: Db,
  buyer: RetailMember,
  { fixture, startsOn, endsOn }: Where,
  at: Date,
): Promise<LockedPlan> {
  const period = { startsOn: toDate(startsOn), endsOn: toDate(endsOn) }
  const scope = { chainId: buyer.chainId, fixtureId: fixture.id, ...period }
  await tx.shelfPlan.createMany({
    data: { ...scope, id: newId('plan'), version: 0, changedBy: buyer.membershipId, changedAt: at },
    skipDuplicates: true,
  })
  const rows = await tx.$queryRaw<
    { id: string; version: number; placements: unknown; amounts: unknown; changedAt: Date }[]
  >`
    select id, version, placements, amounts, changed_at as "changedAt" from shelf_plans
    where chain_id = ${scope.chainId} and fixture_id = ${scope.fixtureId}
      and starts_on = ${period.startsOn}::date and ends_on = ${period.endsOn}::date
    for update`
  const [row] = rows
  if (!row) throw new Error(`No plan of ${fixture.id} after it was begun`)
  const draft = readDraft(
    row,
    fixture.shelves.map(({ id }) => id),
  )
  return { id: row.id, version: row.version, changedAt: row.changedAt, draft }
}

/** Locks a draft by its id. Refuses with `not_found`, also another chain's. */
export async function lockPlanById(
  tx: Db,
  buyer: RetailMember,
  id: string,
): Promise<LockedPlan & Period & { fixtureId: string }> {
  const scope = { id, chainId: buyer.chainId }
  await tx.$queryRaw`select id from shelf_plans where id = ${id} and chain_id = ${buyer.chainId} for update`
  const found = await tx.shelfPlan.findFirst({
    where: scope,
    select: {
      id: true,
      fixtureId: true,
      version: true,
      placements: true,
      amounts: true,
      startsOn: true,
      endsOn: true,
      changedAt: true,
      fixture: { select: { shelves: { select: { id: true } } } },
    },
  })
  if (!found) throw notFound()
  const { fixture, placements, amounts, startsOn, endsOn, ...plan } = found
  const shelfIds = fixture.shelves.map((shelf) => shelf.id)
  const draft = readDraft({ placements, amounts }, shelfIds)
  return { ...plan, startsOn: fromDate(startsOn), endsOn: fromDate(endsOn), draft }
}

/** Writes a locked draft as its next version. */
export async function writePlan(
  tx: Db,
  buyer: RetailMember,
  { id, version, draft: { placements, amounts } }: Pick<LockedPlan, 'id' | 'version' | 'draft'>,
  at: Date,
): Promise<{ planId: string; version: number; savedAt: Date }> {
  const data = { placements, amounts, version: version + 1, changedBy: buyer.membershipId, changedAt: at }
  await tx.shelfPlan.update({ where: { id }, data })
  return { planId: id, version: version + 1, savedAt: at }
}

/** What decides whether drafts of a fixture fit in a period: its boards with their bookings, and the variants. */
export async function readScene(
  tx: Db,
  buyer: RetailMember,
  { fixture, ...period }: Where,
  variantIds: string[],
): Promise<Scene> {
  const bookings = await listBookings(tx, buyer.chainId, [fixture.id], period)
  // Whether it fits does not depend on the day; how much is free does, and a scene does not say it.
  const when = { chainId: buyer.chainId, deliverOn: period.startsOn, today: period.startsOn }
  const variants = await readOffered(tx, { variants: variantIds }, when)
  return { boards: boardsOf(fixture, bookings), variants }
}
