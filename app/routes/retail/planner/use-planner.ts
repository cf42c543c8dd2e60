import { useCallback, useMemo, useReducer, useRef, useState } from 'react'
import { applyPlan } from '#app/domain/shelf-plans/apply-plan.ts'
import { problemsIn } from '#app/domain/shelf-plans/draft.ts'
import { type OfferedVariant, proposalOf } from '#app/domain/shelf-plans/proposal.ts'
import { drawnBookings, drawnPlacement, usedMm } from './drawn.ts'
import { type PlanAction, type PlanState, reduce, startWith } from './plan-state.ts'
import type { PlannerData } from './planner-data.server.ts'

/** The draft in the browser, and everything that follows from it: what fits, what is ordered, what other stores get. */
export function usePlanner(data: PlannerData, found: OfferedVariant[]) {
  const { fixture, boards, bookings, targets, chain, ppn, period } = data
  const variants = useMet(data, found)
  const scene = useMemo(() => ({ boards, variants }), [boards, variants])
  const reducer = useCallback((state: PlanState, action: PlanAction) => reduce(state, action, scene), [scene])
  const [state, dispatch] = useReducer(reducer, data.plan.draft, startWith)
  const [chosen, choose] = useState(data.chosen)
  const { draft } = state
  const problems = useMemo(() => problemsIn(draft, scene), [draft, scene])
  const applied = useMemo(
    () => targets.map((target) => applyPlan(draft.placements, scene, target)),
    [targets, draft.placements, scene],
  )
  const proposal = useMemo(() => {
    const own = { id: fixture.id, storeId: fixture.store.id, boards, placements: draft.placements }
    const others = applied
      .filter((one) => chosen.includes(one.fixture.id))
      .map((one) => ({ ...one.fixture, placements: one.placements }))
    return proposalOf(draft, [own, ...others], variants, { chain, ppn })
  }, [fixture, boards, applied, chosen, draft, variants, chain, ppn])
  const booked = useMemo(() => drawnBookings(bookings, period.startsOn), [bookings, period.startsOn])
  const drawn = draft.placements.flatMap((placement) => drawnPlacement(placement, scene) ?? [])
  const used = usedMm(boards, [...booked.items, ...drawn], booked.blocks)
  return { scene, state, dispatch, problems, applied, proposal, chosen, choose, booked, used }
}

// Every variant that was met so far, on the plan and in the tray: what was put stays known when the tray shows others.
function useMet(data: PlannerData, found: OfferedVariant[]): Record<string, OfferedVariant> {
  const met = useRef(data.variants)
  return useMemo(() => {
    const seen = Object.fromEntries([...data.offered, ...found].map((variant) => [variant.id, variant]))
    met.current = { ...met.current, ...seen, ...data.variants }
    return met.current
  }, [data.offered, data.variants, found])
}
