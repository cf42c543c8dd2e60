// A plan while it is drawn: what stands where, what fits, and why not. Pure, so that browser and server agree.
import {
  fillOf,
  type Misfit,
  misfitsOf,
  type PackMeasure,
  type ShelfMeasure,
  type Span,
} from '#app/domain/shelves/rules.ts'

/** Facings of a variant on a board; its id is its own, so that it can be moved and sent twice. */
export type Placement = { id: string; shelfId: string; variantId: string; startMm: number; facings: number }

/** What the buyer typed for a variant; null where what is proposed will do. Cartons are for each store. */
export type Amount = { variantId: string; cartons: number | null; dailySales: number | null }

export type Draft = { placements: Placement[]; amounts: Amount[] }

/** A span of a board that is booked in the period, or drawn: by what, and how heavy it is. */
export type Taken = Span & { name: string; loadG: number }

/** A board, with what is booked on it in the period. */
export type Board = ShelfMeasure & { id: string; level: number; taken: Taken[] }

export type DraftedVariant = PackMeasure & { name: string; isSold: boolean }

/** Everything that decides whether a draft fits. */
export type Scene = { boards: Board[]; variants: Record<string, DraftedVariant> }

/** Why a placement cannot stand there. `gone`: the variant is not sold any more. */
export type Problem =
  | Misfit
  | { kind: 'overlap'; byMm: number; side: 'left' | 'right'; with: string }
  | { kind: 'gone' }

export type Outcome =
  | { ok: true; draft: Draft; placement: Placement }
  | { ok: false; placement: Placement; problems: Problem[] }

export const emptyDraft: Draft = { placements: [], amounts: [] }

export const widthOf = (placement: Placement, variant: PackMeasure): number =>
  placement.facings * variant.widthMm

export const boardOf = ({ boards }: Scene, id: string): Board | undefined =>
  boards.find((board) => board.id === id)

/** The drawn placements as spans of a board. */
export function drawnOn(board: Board, placements: Placement[], variants: Scene['variants']): Taken[] {
  return placements.flatMap((placement) => {
    const variant = variants[placement.variantId]
    if (!variant || placement.shelfId !== board.id) return []
    const { startMm, facings } = placement
    return {
      startMm,
      endMm: startMm + widthOf(placement, variant),
      name: variant.name,
      loadG: fillOf(facings, variant, board) * variant.weightG,
    }
  })
}

/** Everything that keeps a placement off a board on which `others` stand; nothing when it fits. */
export function problemsOf(
  placement: Placement,
  variant: DraftedVariant,
  board: Board,
  others: Taken[],
): Problem[] {
  const { startMm, facings } = placement
  const misfits = misfitsOf(variant, facings, startMm, board).filter(({ kind }) => kind !== 'too_heavy')
  const loadG = others.reduce((sum, other) => sum + other.loadG, 0)
  const overG = loadG + fillOf(facings, variant, board) * variant.weightG - board.maxLoadG
  return [
    ...(variant.isSold ? [] : [{ kind: 'gone' } as const]),
    ...misfits,
    ...overlapOf({ startMm, endMm: startMm + widthOf(placement, variant) }, others),
    ...(overG > 0 ? [{ kind: 'too_heavy', byG: overG } as const] : []),
  ]
}

function overlapOf(span: Span, others: Taken[]): Problem[] {
  const met = others.filter((other) => other.startMm < span.endMm && span.startMm < other.endMm)
  const [first] = met.toSorted((a, b) => a.startMm - b.startMm)
  if (!first) return []
  const byMm = met.reduce(
    (sum, one) => sum + Math.min(one.endMm, span.endMm) - Math.max(one.startMm, span.startMm),
    0,
  )
  return [{ kind: 'overlap', byMm, side: first.startMm <= span.startMm ? 'left' : 'right', with: first.name }]
}

/** Puts a placement into the draft, in the place of the one with its id; or says why it does not fit. */
export function place(draft: Draft, scene: Scene, placement: Placement): Outcome {
  const board = boardOf(scene, placement.shelfId)
  const variant = scene.variants[placement.variantId]
  if (!board || !variant) throw new Error(`No such board or variant: ${JSON.stringify(placement)}`)
  const rest = draft.placements.filter(({ id }) => id !== placement.id)
  const problems = problemsOf(placement, variant, board, [
    ...board.taken,
    ...drawnOn(board, rest, scene.variants),
  ])
  if (problems.length) return { ok: false, placement, problems }
  const isThere = rest.length < draft.placements.length
  const placements = isThere
    ? draft.placements.map((one) => (one.id === placement.id ? placement : one))
    : [...draft.placements, placement]
  return { ok: true, draft: { ...draft, placements }, placement }
}

/** Takes a placement out; what was typed for a variant goes with its last placement. */
export function remove(draft: Draft, id: string): Draft {
  const placements = draft.placements.filter((one) => one.id !== id)
  const stands = new Set(placements.map(({ variantId }) => variantId))
  return { placements, amounts: draft.amounts.filter(({ variantId }) => stands.has(variantId)) }
}

/** Keeps what was typed for a variant. */
export function setAmount(draft: Draft, amount: Amount): Draft {
  const rest = draft.amounts.filter(({ variantId }) => variantId !== amount.variantId)
  const isTyped = amount.cartons !== null || amount.dailySales !== null
  return { ...draft, amounts: isTyped ? [...rest, amount] : rest }
}

export const amountOf = (draft: Draft, variantId: string): Amount =>
  draft.amounts.find((amount) => amount.variantId === variantId) ?? {
    variantId,
    cartons: null,
    dailySales: null,
  }

/** What is wrong with each placement as the shelves are now; of two that meet, the later drawn is to blame. */
export function problemsIn(draft: Draft, scene: Scene): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>()
  draft.placements.forEach((placement, i) => {
    const board = boardOf(scene, placement.shelfId)
    const variant = scene.variants[placement.variantId]
    if (!board || !variant) return
    const earlier = drawnOn(board, draft.placements.slice(0, i), scene.variants)
    const problems = problemsOf(placement, variant, board, [...board.taken, ...earlier])
    if (problems.length) found.set(placement.id, problems)
  })
  return found
}
