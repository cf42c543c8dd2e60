import type { Problem } from '#app/domain/shelf-plans/draft.ts'
import { problemMessage } from '#app/domain/shelf-plans/problems.ts'
import { type WayOut, waysOut } from '#app/domain/shelf-plans/ways-out.ts'
import { rowsOf, stackOf } from '#app/domain/shelves/rules.ts'
import { type Message, say, t } from '#app/messages/say.ts'
import { formatMm, formatNumber, joinUnits } from '#app/platform/measure.ts'
import type { PlannerScene } from './drawn.ts'
import type { PlanAction, PlanState } from './plan-state.ts'
import { TopView } from './top-view.tsx'

type StripProps = {
  state: PlanState
  scene: PlannerScene
  problems: Map<string, Problem[]>
  dispatch: (action: PlanAction) => void
}

/** What is selected and how its number came about; what was refused, and the ways out. */
export function Strip({ state, scene, problems, dispatch }: StripProps) {
  const selected = state.draft.placements.find(({ id }) => id === state.selectedId)
  return (
    <>
      <Refusal state={state} scene={scene} problems={problems} dispatch={dispatch} />
      {selected ? (
        <Selected placement={selected} scene={scene} dispatch={dispatch} />
      ) : (
        <p className="quiet hint">{t(state.draft.placements.length ? 'planner.choose' : 'planner.begin')}</p>
      )}
    </>
  )
}

function Refusal({ state, scene, problems, dispatch }: StripProps) {
  const [standing] = state.draft.placements.flatMap((placement) => {
    const [problem] = problems.get(placement.id) ?? []
    return problem ? { placement, problem } : []
  })
  const refused = state.refused ?? standing
  if (!refused) return <Memory state={state} dispatch={dispatch} />
  const { placement, problem } = refused
  const level = scene.boards.find(({ id }) => id === placement.shelfId)?.level ?? 0
  const name = scene.variants[placement.variantId]?.name ?? ''
  return (
    <div className="refusal">
      <strong>{say(problemMessage(problem, name, level))}</strong>
      {waysOut(state.draft, scene, placement).map((way) => (
        <button
          key={way.kind}
          type="button"
          className="link"
          onClick={() => dispatch({ do: 'accept', draft: way.draft, id: placement.id })}
        >
          {say(wayMessage(way))}
        </button>
      ))}
      {state.refused ? (
        <button type="button" className="link" onClick={() => dispatch({ do: 'forget' })}>
          {t('planner.leave_it')}
        </button>
      ) : (
        <button type="button" className="link" onClick={() => dispatch({ do: 'remove', id: placement.id })}>
          {t('planner.take_it_out')}
        </button>
      )}
    </div>
  )
}

// In the place of a refusal, so that the drawing keeps its size when one comes.
function Memory({ state, dispatch }: Pick<StripProps, 'state' | 'dispatch'>) {
  return (
    <div className="memory">
      <button
        type="button"
        className="link"
        disabled={!state.past.length}
        onClick={() => dispatch({ do: 'undo' })}
      >
        {t('planner.undo')}
      </button>
      <kbd>Ctrl Z</kbd>
      <button
        type="button"
        className="link"
        disabled={!state.future.length}
        onClick={() => dispatch({ do: 'redo' })}
      >
        {t('planner.redo')}
      </button>
      <kbd>Ctrl Y</kbd>
    </div>
  )
}

function wayMessage(way: WayOut): Message {
  switch (way.kind) {
    case 'fewer':
      return { key: 'planner.way.fewer', facings: way.facings }
    case 'shrink':
      return { key: 'planner.way.shrink', name: way.name }
    case 'board':
      return { key: 'planner.way.board', level: way.level }
  }
}

type SelectedProps = Pick<StripProps, 'scene' | 'dispatch'> & {
  placement: PlanState['draft']['placements'][number]
}

function Selected({ placement, scene, dispatch }: SelectedProps) {
  const variant = scene.variants[placement.variantId]
  const board = scene.boards.find(({ id }) => id === placement.shelfId)
  if (!variant || !board) return null
  const { facings } = placement
  const [rows, stack] = [rowsOf(variant, board), stackOf(variant, board)]
  return (
    <>
      <TopView facings={facings} rows={rows} pack={variant} depthMm={board.depthMm} />
      <div>
        <h2>{say({ key: 'planner.selected', name: joinUnits(variant.name), level: board.level })}</h2>
        <p>
          {say({ key: 'planner.how', facings, rows, stack, fill: facings * rows * stack })}{' '}
          {say({
            key: 'planner.room',
            width: formatMm(facings * variant.widthMm),
            from: formatMm(placement.startMm),
            depth: formatMm(board.depthMm - rows * variant.depthMm),
          })}{' '}
          {say({
            key: 'planner.stock',
            onHand: formatNumber(variant.onHand),
            free: formatNumber(variant.free),
          })}
        </p>
      </div>
      <Steps dispatch={dispatch} />
    </>
  )
}

// The key paths as buttons, for a finger and for who does not drag.
function Steps({ dispatch }: Pick<StripProps, 'dispatch'>) {
  const button = (keys: string, text: string, action: PlanAction) => (
    <button type="button" onClick={() => dispatch(action)}>
      <kbd>{keys}</kbd> {text}
    </button>
  )
  return (
    <div className="steps">
      {button('←', t('planner.step.left'), { do: 'nudge', byMm: -10 })}
      {button('→', t('planner.step.right'), { do: 'nudge', byMm: 10 })}
      {button('+', t('planner.step.more'), { do: 'facings', by: 1 })}
      {button('↑', t('planner.step.up'), { do: 'board', step: 1 })}
      {button('↓', t('planner.step.down'), { do: 'board', step: -1 })}
      {button('−', t('planner.step.fewer'), { do: 'facings', by: -1 })}
      {button('Del', t('planner.step.out'), { do: 'remove', id: null })}
    </div>
  )
}
