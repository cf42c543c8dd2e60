import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Amount, type Draft, setAmount } from './draft.ts'
import { keepToPeriod } from './period.ts'
import type { SetAmounts } from './rules.ts'
import { lockPlan, writePlan } from './write-plan.server.ts'

/**
 * Keeps the cartons and expected sales that a buyer typed; what is not on the draft is left out.
 *
 * @throws Refusal `not_found` for a fixture that is not theirs.
 */
export async function setAmounts(
  db: Db,
  buyer: RetailMember,
  { fixtureId, amounts, ...period }: SetAmounts & { fixtureId: string },
  at: Date,
): Promise<{ version: number }> {
  allow(buyer, 'shelf.plan')
  keepToPeriod(period, dayOf(at))
  return inTransaction(db, async (tx) => {
    const fixture = await requireFixture(tx, buyer, fixtureId)
    const plan = await lockPlan(tx, buyer, { ...period, fixture }, at)
    return writePlan(tx, buyer, { ...plan, draft: withAmounts(plan.draft, amounts) }, at)
  })
}

/** A draft with what was typed for the variants that stand on it. */
export function withAmounts(draft: Draft, amounts: Amount[]): Draft {
  const stands = new Set(draft.placements.map(({ variantId }) => variantId))
  return amounts.filter(({ variantId }) => stands.has(variantId)).reduce(setAmount, draft)
}
