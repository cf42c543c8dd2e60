// How a placement moves a step: sideways, to another board, to more or fewer facings. Pure.
import { freeSpansOf, type Span } from '#app/domain/shelves/rules.ts'
import {
  boardOf,
  type Draft,
  drawnOn,
  type Outcome,
  type Placement,
  place,
  type Scene,
  widthOf,
} from './draft.ts'
import { fitOn } from './spots.ts'

type Standing = { placement: Placement; widthMm: number; free: Span[] }

// What is free on the placement's board, its own span included.
function standing(draft: Draft, scene: Scene, placement: Placement): Standing | null {
  const board = boardOf(scene, placement.shelfId)
  const variant = scene.variants[placement.variantId]
  if (!board || !variant) return null
  const others = draft.placements.filter(({ id }) => id !== placement.id)
  const free = freeSpansOf(board.widthMm, [...board.taken, ...drawnOn(board, others, scene.variants)])
  return { placement, widthMm: widthOf(placement, variant), free }
}

/**
 * Moves sideways by `byMm`, up to a neighbour at most; from a neighbour over it, into the next gap that is wide enough.
 * Null where there is none.
 */
export function nudge(draft: Draft, scene: Scene, placement: Placement, byMm: number): Outcome | null {
  const found = standing(draft, scene, placement)
  if (!found) return null
  const { widthMm, free } = found
  const { startMm } = placement
  const lasts = free
    .filter((gap) => gap.endMm - gap.startMm >= widthMm)
    .map((gap) => ({ first: gap.startMm, last: gap.endMm - widthMm }))
  const here = lasts.find(({ first, last }) => first <= startMm && startMm <= last)
  const target = here && Math.min(here.last, Math.max(here.first, startMm + byMm))
  const beyond =
    byMm > 0
      ? lasts.find(({ first }) => first > startMm)?.first
      : lasts.findLast(({ last }) => last < startMm)?.last
  const landing = target === undefined || target === startMm ? beyond : target
  return landing === undefined ? null : place(draft, scene, { ...placement, startMm: landing })
}

/** Moves to the next board up or down that takes it: at the same millimetre, otherwise at the first that is free. */
export function toNextBoard(draft: Draft, scene: Scene, placement: Placement, step: 1 | -1): Outcome | null {
  const from = boardOf(scene, placement.shelfId)?.level ?? 0
  const variant = scene.variants[placement.variantId]
  const others = { ...draft, placements: draft.placements.filter(({ id }) => id !== placement.id) }
  const boards = scene.boards
    .filter(({ level }) => (level - from) * step > 0)
    .toSorted((a, b) => (a.level - b.level) * step)
  let first: Outcome | null = null
  for (const board of boards) {
    const same = place(draft, scene, { ...placement, shelfId: board.id })
    if (same.ok) return same
    const fit = variant && fitOn(board, others, scene, { variant, facings: placement.facings })
    if (fit && fit.startMm !== null)
      return place(draft, scene, { ...placement, shelfId: board.id, startMm: fit.startMm })
    first ??= same
  }
  return first
}

/** Gives it other facings; where the right is taken it grows to the left. */
export function resize(draft: Draft, scene: Scene, placement: Placement, facings: number): Outcome {
  const wider = place(draft, scene, { ...placement, facings })
  const variant = scene.variants[placement.variantId]
  if (wider.ok || !variant) return wider
  const startMm = placement.startMm - (facings - placement.facings) * variant.widthMm
  if (startMm < 0 || facings < placement.facings) return wider
  const leftwards = place(draft, scene, { ...placement, facings, startMm })
  return leftwards.ok ? leftwards : wider
}
