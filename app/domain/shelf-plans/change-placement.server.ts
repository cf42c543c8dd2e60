import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Placement, place, remove, type Scene } from './draft.ts'
import { keepToPeriod } from './period.ts'
import { refusalOf } from './problems.ts'
import type { ChangePlacement } from './rules.ts'
import { lockPlan, readScene, writePlan } from './write-plan.server.ts'

/**
 * Gives a placement of a draft other facings or another place, or takes it out.
 *
 * It is told what should be, not what should change, so doing it twice does it once.
 *
 * @throws Refusal `not_found` for a fixture or placement that is not there; `invalid`, at the field at fault, for what
 * does not fit.
 */
export async function changePlacement(
  db: Db,
  buyer: RetailMember,
  { fixtureId, placementId, change, ...period }: ChangePlacement & { fixtureId: string },
  at: Date,
): Promise<{ version: number }> {
  allow(buyer, 'shelf.plan')
  keepToPeriod(period, dayOf(at))
  return inTransaction(db, async (tx) => {
    const fixture = await requireFixture(tx, buyer, fixtureId)
    const plan = await lockPlan(tx, buyer, { ...period, fixture }, at)
    const placement = plan.draft.placements.find(({ id }) => id === placementId)
    if (change.kind === 'remove')
      return placement ? writePlan(tx, buyer, { ...plan, draft: remove(plan.draft, placementId) }, at) : plan
    if (!placement) throw notFound()
    const variantIds = plan.draft.placements.map(({ variantId }) => variantId)
    const scene = await readScene(tx, buyer, { ...period, fixture }, variantIds)
    const changed = changedTo(placement, change, scene)
    const outcome = place(plan.draft, scene, changed)
    const name = scene.variants[placement.variantId]?.name ?? ''
    if (!outcome.ok) throw refusalOf(outcome.problems, name, scene, changed.shelfId)
    return writePlan(tx, buyer, { ...plan, draft: outcome.draft }, at)
  })
}

function changedTo(
  placement: Placement,
  change: Exclude<ChangePlacement['change'], { kind: 'remove' }>,
  { boards }: Scene,
): Placement {
  if (change.kind === 'facings') return { ...placement, facings: change.facings }
  const board = boards.find(({ level }) => level === change.level)
  const key = 'plan.level_unknown'
  if (!board) throw new Refusal('invalid', { key }, { level: { key } })
  return { ...placement, shelfId: board.id, startMm: change.startMm }
}
