import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { getPpnRule } from '#app/domain/settings/queries.server.ts'
import type { PlaceShelfOrder } from '#app/domain/shelf-orders/lines.ts'
import { placeShelfOrder } from '#app/domain/shelf-orders/place-shelf-order.server.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { type Day, dayOf } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Applied, applyPlan } from './apply-plan.ts'
import { type Draft, emptyDraft, type Scene } from './draft.ts'
import { proposalOf } from './proposal.ts'
import { boardsOf, listTargets, readChainRules } from './queries.server.ts'
import type { OrderPlan } from './rules.ts'
import { withAmounts } from './set-amounts.server.ts'
import { readOffered } from './variant-queries.server.ts'
import { lockPlanById, writePlan } from './write-plan.server.ts'

/**
 * Orders a plan as it was seen, for the fixture it was drawn on and for fixtures of the same model in other stores.
 *
 * On the drawn fixture everything must fit; in other stores what does not fit is left out, as the page said. The plan
 * is empty afterwards. Ordering with the same `orderId` again answers with the same order.
 *
 * @throws Refusal `not_found` for a plan or fixture that is not theirs; `conflict` when the plan was changed since, or
 * stock or space is short. Fields: `placements.<id>`, `cartons.<variant id>`, `stores.<fixture id>`.
 */
export async function orderShelfPlan(
  db: Db,
  buyer: RetailMember,
  { orderId, planId, version, fixtureIds, amounts }: OrderPlan,
  at: Date,
): Promise<{ id: string }> {
  allow(buyer, 'shelf_order.place')
  return inTransaction(db, async (tx) => {
    // The lock makes of ten tries one, and nine that find its order.
    const plan = await lockPlanById(tx, buyer, planId)
    const placed = await tx.shelfOrder.findFirst({
      where: { id: orderId, chainId: buyer.chainId },
      select: { id: true },
    })
    if (placed) return placed
    if (plan.version !== version) throw new Refusal('conflict', { key: 'plan.changed' })
    const draft = withAmounts(plan.draft, amounts)
    if (draft.placements.length === 0) throw new Refusal('invalid', { key: 'plan.empty' })

    const { order, applied } = await orderOf(tx, buyer, { ...plan, draft }, fixtureIds, dayOf(at))
    await placeShelfOrder(tx, buyer, { orderId, ...order }, at).catch((error) => {
      throw error instanceof Refusal ? onPlan(error, order, draft, applied) : error
    })
    await writePlan(tx, buyer, { ...plan, draft: emptyDraft }, at)
    return { id: orderId }
  })
}

type Locked = Awaited<ReturnType<typeof lockPlanById>>

async function orderOf(tx: Db, buyer: RetailMember, plan: Locked, fixtureIds: string[], today: Day) {
  const fixture = await requireFixture(tx, buyer, plan.fixtureId)
  const targets = fixtureIds.length ? await listTargets(tx, buyer, fixture, plan) : []
  const variants = await readOffered(
    tx,
    { variants: plan.draft.placements.map(({ variantId }) => variantId) },
    { chainId: buyer.chainId, deliverOn: plan.startsOn, today },
  )
  const own = { boards: boardsOf(fixture, []), variants }
  keepToSold(plan.draft, own)
  const applied = [...new Set(fixtureIds)].map((id) => {
    const target = targets.find((one) => one.id === id)
    if (!target) throw notFound()
    return applyPlan(plan.draft.placements, own, target)
  })
  const fixtures = [
    { id: fixture.id, storeId: fixture.store.id, boards: own.boards, placements: plan.draft.placements },
    ...applied.map(({ fixture: { id, storeId, boards }, placements }) => ({
      id,
      storeId,
      boards,
      placements,
    })),
  ]
  const rules = { chain: await readChainRules(tx, buyer), ppn: await getPpnRule(tx, plan.startsOn) }
  const { parts } = proposalOf(plan.draft, fixtures, variants, rules)
  const { startsOn, endsOn } = plan
  const order = {
    startsOn,
    endsOn,
    placements: fixtures.flatMap(({ placements }) => placements.map(({ id: _, ...one }) => one)),
    cartons: parts.flatMap(({ lines }) => lines.flatMap(({ stores }) => stores)),
  }
  return { order, applied }
}

function keepToSold({ placements }: Draft, { variants }: Scene): void {
  for (const { id, variantId } of placements) {
    const variant = variants[variantId]
    if (variant?.isSold) continue
    const message = { key: 'plan.gone', name: variant?.name ?? '' } as const
    throw new Refusal('conflict', message, { [`placements.${id}`]: message })
  }
}

// placeShelfOrder names what is at fault by its place in the order; the page knows it by its place in the plan.
function onPlan(
  refusal: Refusal,
  { cartons }: Omit<PlaceShelfOrder, 'orderId'>,
  draft: Draft,
  applied: Applied[],
): Refusal {
  const owners = [
    ...draft.placements.map(({ id }) => `placements.${id}`),
    ...applied.flatMap(({ fixture, placements }) => placements.map(() => `stores.${fixture.id}`)),
  ]
  const fields = Object.entries(refusal.fields).map(([name, message]) => {
    const [, list, index] = /^(placements|cartons)\[(\d+)\]/.exec(name) ?? []
    const owner =
      list === 'placements' ? owners[Number(index)] : `cartons.${cartons[Number(index)]?.variantId}`
    return [list && owner ? owner : name, message]
  })
  return new Refusal(refusal.kind, refusal.said, Object.fromEntries(fields))
}
