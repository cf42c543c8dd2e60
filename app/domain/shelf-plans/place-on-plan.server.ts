import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Draft, type DraftedVariant, place, type Scene } from './draft.ts'
import { keepToPeriod } from './period.ts'
import { refusalOf } from './problems.ts'
import type { PlaceOnPlan } from './rules.ts'
import { firstFit, fitOn, fitsOf } from './spots.ts'
import { lockPlan, readScene, writePlan } from './write-plan.server.ts'

/**
 * Puts facings of a variant on a draft: where the buyer said, or in the first place that is free.
 *
 * The placement brings its own id, so that putting it twice puts it once.
 *
 * @throws Refusal `not_found` for a fixture or variant that is not there; `invalid`, at the field at fault, for what
 * does not fit: by how many mm or kg.
 */
export async function placeOnPlan(
  db: Db,
  buyer: RetailMember,
  { fixtureId, ...input }: PlaceOnPlan & { fixtureId: string },
  at: Date,
): Promise<{ version: number }> {
  allow(buyer, 'shelf.plan')
  keepToPeriod(input, dayOf(at))
  return inTransaction(db, async (tx) => {
    const fixture = await requireFixture(tx, buyer, fixtureId)
    const plan = await lockPlan(tx, buyer, { ...input, fixture }, at)
    if (plan.draft.placements.some(({ id }) => id === input.placementId)) return plan
    const drawn = plan.draft.placements.map(({ variantId }) => variantId)
    const scene = await readScene(tx, buyer, { ...input, fixture }, [input.variantId, ...drawn])
    const variant = scene.variants[input.variantId]
    if (!variant?.isSold) throw notFound()
    const spot = spotOf(input, plan.draft, scene, variant)
    const { placementId: id, variantId, facings } = input
    const outcome = place(plan.draft, scene, { id, variantId, facings, ...spot })
    if (!outcome.ok) throw refusalOf(outcome.problems, variant.name, scene, spot.shelfId)
    return writePlan(tx, buyer, { ...plan, draft: outcome.draft }, at)
  })
}

function spotOf(input: PlaceOnPlan, draft: Draft, scene: Scene, variant: DraftedVariant) {
  const { level, startMm, facings } = input
  const board = scene.boards.find((one) => one.level === level)
  const key = level === undefined ? 'plan.level_missing' : 'plan.level_unknown'
  if (!board && (level !== undefined || startMm !== undefined))
    throw new Refusal('invalid', { key }, { level: { key } })
  if (board && startMm !== undefined) return { shelfId: board.id, startMm }
  const fit = board
    ? fitOn(board, draft, scene, { variant, facings })
    : firstFit(fitsOf(draft, scene, variant, facings))
  if (fit.startMm === null) throw refusalOf([fit.miss], variant.name, scene, fit.board.id)
  return { shelfId: fit.board.id, startMm: fit.startMm }
}
