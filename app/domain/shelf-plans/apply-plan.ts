import { type Board, drawnOn, type Placement, type Problem, problemsOf, type Scene } from './draft.ts'

/** A fixture of the same model in another store, with what is booked on it. */
export type TargetFixture = { id: string; name: string; storeId: string; storeName: string; boards: Board[] }

export type Misplaced = {
  placement: Placement
  name: string
  level: number
  problem: Problem | { kind: 'no_board' }
}

/** A plan on another fixture: what fits stands at the same millimetre of the board of the same level. */
export type Applied = { fixture: TargetFixture; placements: Placement[]; misplaced: Misplaced[] }

/** Applies a plan to another fixture; what does not fit there is listed with the reason, and left out. */
export function applyPlan(placements: Placement[], scene: Scene, fixture: TargetFixture): Applied {
  const applied: Applied = { fixture, placements: [], misplaced: [] }
  for (const placement of placements) {
    const level = scene.boards.find(({ id }) => id === placement.shelfId)?.level ?? 0
    const board = fixture.boards.find((one) => one.level === level)
    const variant = scene.variants[placement.variantId]
    if (!variant) continue
    const miss = (problem: Misplaced['problem']) =>
      applied.misplaced.push({ placement, name: variant.name, level, problem })
    if (!board) {
      miss({ kind: 'no_board' })
      continue
    }
    const there = { ...placement, shelfId: board.id }
    const others = [...board.taken, ...drawnOn(board, applied.placements, scene.variants)]
    const [problem] = problemsOf(there, variant, board, others)
    if (problem) miss(problem)
    else applied.placements.push(there)
  }
  return applied
}
