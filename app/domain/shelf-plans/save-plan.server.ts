import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { boardOf, type Draft, drawnOn, type Placement, problemsOf, type Scene } from './draft.ts'
import { keepToPeriod } from './period.ts'
import { problemMessage } from './problems.ts'
import type { SavePlan } from './rules.ts'
import { lockPlan, readScene, writePlan } from './write-plan.server.ts'

/**
 * Keeps a draft as it is drawn: the whole of it, over the version it was drawn on.
 *
 * Saving what is already kept changes nothing and answers with it, so a try whose
 * answer was lost may be repeated. What somebody has booked since a placement was
 * saved does not stop the saving of others: such a placement stays until it is
 * moved, and is refused when it is ordered.
 *
 * @throws Refusal `not_found` for a fixture, board or variant that is not theirs to use; `invalid` at a placement that
 * does not fit; `conflict` when somebody else has drawn meanwhile.
 */
export async function savePlan(
  db: Db,
  buyer: RetailMember,
  { fixtureId, ...input }: SavePlan & { fixtureId: string },
  at: Date,
): Promise<{ planId: string; version: number; savedAt: Date }> {
  allow(buyer, 'shelf.plan')
  keepToPeriod(input, dayOf(at))
  return inTransaction(db, async (tx) => {
    const fixture = await requireFixture(tx, buyer, fixtureId)
    const plan = await lockPlan(tx, buyer, { ...input, fixture }, at)
    if (isSame(plan.draft, input.draft))
      return { planId: plan.id, version: plan.version, savedAt: plan.changedAt }
    if (plan.version !== input.version) throw new Refusal('conflict', { key: 'plan.changed' })
    const variantIds = input.draft.placements.map(({ variantId }) => variantId)
    const scene = await readScene(tx, buyer, { ...input, fixture }, variantIds)
    keepToScene(input.draft.placements, plan.draft.placements, scene)
    return writePlan(tx, buyer, { ...plan, draft: input.draft }, at)
  })
}

// Both were read by the same shape, so their keys come in one order.
const isSame = (a: Draft | Placement, b: Draft | Placement) => JSON.stringify(a) === JSON.stringify(b)

function keepToScene(placements: Placement[], kept: Placement[], scene: Scene): void {
  placements.forEach((placement, i) => {
    const board = boardOf(scene, placement.shelfId)
    const variant = scene.variants[placement.variantId]
    if (!board || !variant) throw notFound()
    if (kept.some((one) => isSame(one, placement))) return
    // What stays as it was is not to blame for what came: all of it counts, wherever it is in the list.
    const others = drawnOn(
      board,
      placements.filter((one, j) => j < i || (j > i && kept.some((other) => isSame(other, one)))),
      scene.variants,
    )
    const [problem] = problemsOf(placement, variant, board, [...board.taken, ...others])
    if (!problem) return
    const message = problemMessage(problem, variant.name, board.level)
    throw new Refusal('invalid', message, { [`placements[${i}].startMm`]: message })
  })
}
