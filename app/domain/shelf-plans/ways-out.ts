// What a buyer could do about a placement that was refused. Pure.
import { type Draft, type Placement, place, type Scene } from './draft.ts'
import { firstFit, fitOn, fitsOf } from './spots.ts'

export type WayOut =
  | { kind: 'fewer'; facings: number; draft: Draft }
  | { kind: 'shrink'; name: string; draft: Draft }
  | { kind: 'board'; level: number; draft: Draft }

const stands = (draft: Draft, placement: Placement) =>
  draft.placements.some((one) => JSON.stringify(one) === JSON.stringify(placement))

/** Up to three drafts in which the refused placement stands: with fewer facings, beside a smaller neighbour, elsewhere. */
export function waysOut(draft: Draft, scene: Scene, refused: Placement): WayOut[] {
  const variant = scene.variants[refused.variantId]
  const board = scene.boards.find(({ id }) => id === refused.shelfId)
  if (!variant || !board) return []
  const ways: WayOut[] = []

  for (let facings = refused.facings - 1; facings > 0; facings--) {
    const outcome = place(draft, scene, { ...refused, facings })
    if (!outcome.ok) continue
    // What stands there so already is no way out.
    if (!stands(draft, outcome.placement)) ways.push({ kind: 'fewer', facings, draft: outcome.draft })
    break
  }

  const rest = { ...draft, placements: draft.placements.filter(({ id }) => id !== refused.id) }
  for (const neighbour of rest.placements) {
    if (neighbour.shelfId !== refused.shelfId || neighbour.facings < 2) continue
    const shrunk = place(rest, scene, { ...neighbour, facings: neighbour.facings - 1 })
    const fit = shrunk.ok && fitOn(board, shrunk.draft, scene, { variant, facings: refused.facings })
    if (!shrunk.ok || !fit || fit.startMm === null) continue
    const outcome = place(shrunk.draft, scene, { ...refused, startMm: fit.startMm })
    const name = scene.variants[neighbour.variantId]?.name ?? ''
    if (outcome.ok) ways.push({ kind: 'shrink', name, draft: outcome.draft })
    break
  }

  const standsOn = draft.placements.find(({ id }) => id === refused.id)?.shelfId
  const others = {
    ...scene,
    boards: scene.boards.filter(({ id }) => id !== refused.shelfId && id !== standsOn),
  }
  const fit = others.boards.length > 0 && firstFit(fitsOf(rest, others, variant, refused.facings))
  if (fit && fit.startMm !== null) {
    const outcome = place(draft, scene, { ...refused, shelfId: fit.board.id, startMm: fit.startMm })
    if (outcome.ok) ways.push({ kind: 'board', level: fit.board.level, draft: outcome.draft })
  }
  return ways
}
