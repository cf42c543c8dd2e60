// The planner's memory: the draft, what can be undone, what is selected, what was refused. Pure; the page draws it.
import { copyBefore, type StoodBefore } from '#app/domain/shelf-plans/copy-before.ts'
import {
  type Amount,
  type Draft,
  type Outcome,
  type Placement,
  type Problem,
  place,
  remove,
  type Scene,
  setAmount,
} from '#app/domain/shelf-plans/draft.ts'
import { problemMessage } from '#app/domain/shelf-plans/problems.ts'
import { firstFit, fitsOf, type Miss } from '#app/domain/shelf-plans/spots.ts'
import { nudge, resize, toNextBoard } from '#app/domain/shelf-plans/steps.ts'
import type { Message } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'

/** `isTyped`: it was put by numbers, and the reason belongs at them. */
export type Refused = { placement: Placement; problem: Problem | Miss; isTyped: boolean }

export type PlanState = {
  draft: Draft
  past: Draft[]
  future: Draft[]
  selectedId: string | null
  refused: Refused | null
  /** The placement that was just put down, for the drop. */
  droppedId: string | null
  /** What happened, for who does not see it; `turn` tells two equal sentences apart. */
  said: Message | null
  turn: number
}

export type PlanAction =
  | { do: 'put'; id: string; variantId: string }
  | {
      do: 'type'
      id: string
      variantId: string
      level: number | null
      startMm: number | null
      facings: number
    }
  | { do: 'place'; placement: Placement }
  | { do: 'nudge'; byMm: number }
  | { do: 'board'; step: 1 | -1 }
  | { do: 'facings'; by: 1 | -1 }
  | { do: 'remove'; id: string | null }
  | { do: 'accept'; draft: Draft; id: string }
  | { do: 'copy'; before: StoodBefore[]; idFor: () => string }
  | { do: 'amount'; amount: Amount }
  | { do: 'select'; id: string | null }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'forget' }

export const startWith = (draft: Draft): PlanState => ({
  draft,
  past: [],
  future: [],
  selectedId: null,
  refused: null,
  droppedId: null,
  said: null,
  turn: 0,
})

const mostUndone = 100

/** What the planner is after somebody did something, on shelves as `scene` has them. */
export function reduce(state: PlanState, action: PlanAction, scene: Scene): PlanState {
  const selected = state.draft.placements.find(({ id }) => id === state.selectedId)
  switch (action.do) {
    case 'put':
      return put(state, { ...action, level: null, startMm: null, facings: 1 }, scene)
    case 'type':
      return asTyped(put(state, action, scene))
    case 'place':
      return isWhereItWas(state, action.placement)
        ? { ...state, refused: null }
        : settle(state, place(state.draft, scene, action.placement), scene)
    case 'nudge':
      return selected ? settle(state, nudge(state.draft, scene, selected, action.byMm), scene) : state
    case 'board':
      return selected ? settle(state, toNextBoard(state.draft, scene, selected, action.step), scene) : state
    case 'facings':
      if (!selected) return state
      if (selected.facings + action.by < 1) return takeOut(state, selected.id, scene)
      return settle(state, resize(state.draft, scene, selected, selected.facings + action.by), scene)
    case 'remove':
      return takeOut(state, action.id ?? state.selectedId, scene)
    case 'accept':
      return changed(state, action.draft, {
        selectedId: action.id,
        droppedId: action.id,
        said: placedAt(action.draft, action.id, scene),
      })
    case 'copy': {
      const { draft, copied, left } = copyBefore(state.draft, scene, action.before, action.idFor)
      return changed(state, draft, { said: { key: 'planner.copied', copied, left } })
    }
    case 'amount':
      return { ...changed(state, setAmount(state.draft, action.amount), {}), selectedId: state.selectedId }
    case 'select':
      return { ...state, selectedId: action.id, refused: null, droppedId: null, said: null }
    case 'undo':
      return step(state, 'past', 'future', { key: 'planner.undone' })
    case 'redo':
      return step(state, 'future', 'past', { key: 'planner.redone' })
    case 'forget':
      return { ...state, refused: null }
  }
}

type Put = Omit<Extract<PlanAction, { do: 'type' }>, 'do'>

// Where it was said; without a place, or a board, in the first that is free.
function put(state: PlanState, { id, variantId, level, startMm, facings }: Put, scene: Scene): PlanState {
  const variant = scene.variants[variantId]
  const boards = level === null ? scene.boards : scene.boards.filter((board) => board.level === level)
  if (!variant || boards.length === 0) return state
  const fit = firstFit(fitsOf(state.draft, { ...scene, boards }, variant, facings))
  const isSaid = level !== null && startMm !== null
  const placement = {
    id,
    shelfId: fit.board.id,
    variantId,
    startMm: isSaid ? startMm : (fit.startMm ?? 0),
    facings,
  }
  return fit.startMm === null && !isSaid
    ? refuse(state, placement, fit.miss, scene)
    : settle(state, place(state.draft, scene, placement), scene)
}

const asTyped = (state: PlanState): PlanState =>
  state.refused ? { ...state, refused: { ...state.refused, isTyped: true } } : state

const isWhereItWas = ({ draft }: PlanState, placement: Placement) =>
  draft.placements.some((one) => JSON.stringify(one) === JSON.stringify(placement))

// No outcome: there was nowhere to go.
function settle(state: PlanState, outcome: Outcome | null, scene: Scene): PlanState {
  if (!outcome) return { ...state, said: { key: 'planner.no_room_there' }, turn: state.turn + 1 }
  const [problem] = outcome.ok ? [] : outcome.problems
  if (problem) return refuse(state, outcome.placement, problem, scene)
  if (!outcome.ok) return state
  const { id } = outcome.placement
  return changed(state, outcome.draft, {
    selectedId: id,
    droppedId: id,
    said: placedAt(outcome.draft, id, scene),
  })
}

function refuse(state: PlanState, placement: Placement, problem: Problem | Miss, scene: Scene): PlanState {
  const level = scene.boards.find(({ id }) => id === placement.shelfId)?.level ?? 0
  const name = scene.variants[placement.variantId]?.name ?? ''
  const said = problemMessage(problem, name, level)
  return {
    ...state,
    refused: { placement, problem, isTyped: false },
    droppedId: null,
    said,
    turn: state.turn + 1,
  }
}

function takeOut(state: PlanState, id: string | null, scene: Scene): PlanState {
  const gone = state.draft.placements.find((one) => one.id === id)
  if (!gone) return state
  const name = scene.variants[gone.variantId]?.name ?? ''
  const draft = remove(state.draft, gone.id)
  return changed(state, draft, { selectedId: null, said: { key: 'planner.removed', name } })
}

function changed(state: PlanState, draft: Draft, more: Partial<PlanState>): PlanState {
  const past = [...state.past, state.draft].slice(-mostUndone)
  return {
    ...state,
    past,
    future: [],
    refused: null,
    droppedId: null,
    said: null,
    ...more,
    draft,
    turn: state.turn + 1,
  }
}

function step(state: PlanState, from: 'past' | 'future', to: 'past' | 'future', said: Message): PlanState {
  const draft = state[from].at(-1)
  if (!draft) return state
  const isThere = draft.placements.some(({ id }) => id === state.selectedId)
  return {
    ...state,
    draft,
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], state.draft],
    selectedId: isThere ? state.selectedId : null,
    refused: null,
    droppedId: null,
    said,
    turn: state.turn + 1,
  }
}

function placedAt(draft: Draft, id: string, scene: Scene): Message | null {
  const placement = draft.placements.find((one) => one.id === id)
  if (!placement) return null
  return {
    key: 'planner.stands',
    name: scene.variants[placement.variantId]?.name ?? '',
    level: scene.boards.find((board) => board.id === placement.shelfId)?.level ?? 0,
    from: formatMm(placement.startMm),
    facings: placement.facings,
  }
}
