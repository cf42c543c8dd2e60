import { may, type RetailMember } from '#app/domain/access/actors.ts'
import { readPeriod } from '#app/domain/shelf-plans/period.ts'
import { requirePlanner } from '#app/domain/shelf-plans/queries.server.ts'
import { searchOffered } from '#app/domain/shelf-plans/variant-queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'

/** Everything the planner's page needs, for what its address asks. */
export async function readPlanner(member: RetailMember, fixtureId: string, url: URL, at: Date) {
  const today = dayOf(at)
  const query = url.searchParams
  const { period, typed, problem } = readPeriod(query.get('mulai'), query.get('sampai'), today)
  const planner = await requirePlanner(db, member, fixtureId, { period, today })
  const words = query.get('cari') ?? ''
  const mayPlan = may(member, 'shelf.plan')
  const offered = mayPlan
    ? await searchOffered(
        db,
        member,
        { words, storage: planner.fixture.storage },
        { deliverOn: period.startsOn, today },
      )
    : []
  return {
    ...planner,
    period,
    typedPeriod: typed,
    periodProblem: problem,
    today,
    words,
    offered,
    mayPlan,
    membershipId: member.membershipId,
    orderId: newId('shelfOrder'),
    nextId: newId('placement'),
    chosen: query.getAll('juga'),
    /** What a search without JavaScript carries on. */
    query: [...query].filter(([name]) => name !== 'cari') as [string, string][],
  }
}

export type PlannerData = Awaited<ReturnType<typeof readPlanner>>
