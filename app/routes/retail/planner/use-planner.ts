import { useCallback, useMemo, useReducer, useState } from 'react'
import { applyPlan, type TargetFixture } from '#app/domain/shelf-plans/apply-plan.ts'
import { type Board, type Draft, problemsIn } from '#app/domain/shelf-plans/draft.ts'
import { type OfferedVariant, proposalOf } from '#app/domain/shelf-plans/proposal.ts'
import { type PlanAction, type PlanState, reduce, startWith } from './plan-state.ts'

type Rules = Parameters<typeof proposalOf>[3]
type Options = {
  fixture: { id: string; store: { id: string } }
  boards: Board[]
  draft: Draft
  /** Every variant that was met so far: on the plan, and in the tray. */
  variants: Record<string, OfferedVariant>
  targets: TargetFixture[]
  chosen: string[]
  rules: Rules
}

/** The draft in the browser, and everything that follows from it: what fits, what is ordered, what other stores get. */
export function usePlanner({ fixture, boards, draft, variants, targets, chosen: first, rules }: Options) {
  const scene = useMemo(() => ({ boards, variants }), [boards, variants])
  const reducer = useCallback((state: PlanState, action: PlanAction) => reduce(state, action, scene), [scene])
  const [state, dispatch] = useReducer(reducer, draft, startWith)
  const [chosen, choose] = useState(first)
  const { placements } = state.draft
  const problems = useMemo(() => problemsIn(state.draft, scene), [state.draft, scene])
  const applied = useMemo(
    () => targets.map((target) => applyPlan(placements, scene, target)),
    [targets, placements, scene],
  )
  const proposal = useMemo(() => {
    const drawn = { id: fixture.id, storeId: fixture.store.id, boards, placements }
    const others = applied
      .filter((one) => chosen.includes(one.fixture.id))
      .map((one) => ({ ...one.fixture, placements: one.placements }))
    return proposalOf(state.draft, [drawn, ...others], variants, rules)
  }, [fixture, boards, placements, applied, chosen, state.draft, variants, rules])
  return { scene, state, dispatch, problems, applied, proposal, chosen, choose }
}
