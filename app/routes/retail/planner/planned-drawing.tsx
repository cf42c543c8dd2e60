import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { Problem } from '#app/domain/shelf-plans/draft.ts'
import { say, t } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'
import { type DrawnBlock, type DrawnItem, type DrawnShelf, ShelfDrawing } from '#app/ui/shelf-drawing.tsx'
import { boardMm, type DrawingLayout, railMm } from '#app/ui/shelf-geometry.ts'
import { drawnPlacement, drawnRefused, type PlannerScene } from './drawn.ts'
import type { PlanAction, PlanState } from './plan-state.ts'
import type { Drag, useDrag } from './use-drag.ts'
import { stepOf } from './use-keys.ts'

type Props = {
  title: string
  shelves: DrawnShelf[]
  booked: { items: DrawnItem[]; blocks: DrawnBlock[] }
  scene: PlannerScene
  state: PlanState
  problems: Map<string, Problem[]>
  layout: DrawingLayout
  drag: Drag | null
  startDrag: ReturnType<typeof useDrag>['start']
  dispatch: (action: PlanAction) => void
  area: RefObject<HTMLDivElement>
}

/** The drawing that is worked on: every placement takes focus, keys and the pointer. */
export function PlannedDrawing(props: Props) {
  const { title, shelves, booked, scene, state, problems, layout, drag, startDrag, dispatch, area } = props
  useKeptFocus(area, state)
  const items = state.draft.placements.flatMap((placement) => {
    const item = drawnPlacement(placement, scene)
    if (!item) return []
    if (drag?.placement.id === placement.id) return { ...item, state: 'dim' as const }
    const [problem] = problems.get(placement.id) ?? []
    if (problem) return drawnRefused(item, problem)
    return placement.id === state.selectedId ? { ...item, state: 'selected' as const } : item
  })
  const tried = triedItem(drag, state, scene)

  function press(event: KeyboardEvent, id: string) {
    const action = stepOf(event)
    if (!action || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        dispatch({ do: 'select', id })
      }
      return
    }
    event.preventDefault()
    if (state.selectedId !== id) dispatch({ do: 'select', id })
    dispatch(action)
  }

  return (
    <div
      ref={area}
      className="drawing-area"
      style={{ '--ratio': layout.width / layout.height } as React.CSSProperties}
    >
      <ShelfDrawing
        title={title}
        shelves={shelves}
        items={[...booked.items, ...items, ...(tried ? [tried] : [])]}
        blocks={booked.blocks}
        size="full"
        svgProps={{ role: 'application', 'aria-describedby': 'planner-keys' }}
        itemProps={(item) => {
          const placement = state.draft.placements.find(({ id }) => id === item.key)
          if (!placement) return {}
          const isSelected = item.key === state.selectedId
          return {
            className: classOf(item, state),
            role: 'button',
            tabIndex: 0,
            'aria-pressed': isSelected,
            'aria-label': say({
              key: 'planner.item',
              name: item.name,
              level: item.level,
              from: formatMm(item.startMm),
              facings: item.facings,
              note: item.note ?? '',
            }),
            onFocus: () => isSelected || dispatch({ do: 'select', id: item.key }),
            onKeyDown: (event) => press(event, item.key),
            onPointerDown: (event) => {
              // A finger first chooses, so that the page can still be scrolled by its packs.
              if (event.pointerType === 'touch' && !isSelected) return
              const origin = event.currentTarget.getBoundingClientRect()
              startDrag(event, { placement, how: 'carry', isFromTray: false }, origin)
            },
          }
        }}
      >
        <Grips state={state} scene={scene} layout={layout} startDrag={startDrag} />
        <Landing drag={drag} scene={scene} layout={layout} />
      </ShelfDrawing>
      <p id="planner-keys" className="visually-hidden">
        {t('planner.keys_help')}
      </p>
    </div>
  )
}

function classOf({ key, state: its }: DrawnItem, { droppedId }: PlanState): string {
  const look = its === 'dim' || its === 'refused' ? its : 'item'
  return `${look} own${key === droppedId ? ' dropped' : ''}`
}

// What is tried while it is dragged, or was refused when it was dropped.
function triedItem(drag: Drag | null, state: PlanState, scene: PlannerScene): DrawnItem | null {
  const outcome = drag?.outcome
  if (outcome) {
    const [problem] = outcome.ok ? [] : outcome.problems
    const item = drawnPlacement(outcome.placement, scene)
    return problem && item ? { ...drawnRefused(item, problem), key: 'tried' } : null
  }
  if (drag || !state.refused) return null
  const item = drawnPlacement(state.refused.placement, scene)
  return item && { ...drawnRefused(item, state.refused.problem), key: 'tried' }
}

// On another board the element is another one: the focus follows the placement.
function useKeptFocus(area: RefObject<HTMLDivElement>, { draft, selectedId }: PlanState) {
  const hadFocus = useRef(false)
  const shelfId = draft.placements.find(({ id }) => id === selectedId)?.shelfId
  useEffect(() => {
    const follow = () => {
      hadFocus.current = Boolean(area.current?.contains(document.activeElement))
    }
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [area])
  useEffect(() => {
    if (!selectedId || !hadFocus.current) return
    area.current?.querySelector<SVGGElement>(`[data-key="${selectedId}"]`)?.focus()
  }, [selectedId, shelfId, area])
}

type OverlayProps = { scene: PlannerScene; layout: DrawingLayout }

function Grips({ state, scene, layout, startDrag }: OverlayProps & Pick<Props, 'state' | 'startDrag'>) {
  const placement = state.draft.placements.find(({ id }) => id === state.selectedId)
  const item = placement && drawnPlacement(placement, scene)
  const level = layout.levels.find((one) => one.level === item?.level)
  if (!placement || !item || !level) return null
  const height = item.packHeightMm * item.stack
  const x = layout.originX + item.startMm
  const grip = (how: 'widen-left' | 'widen-right', at: number) => (
    <rect
      className="grip"
      x={at - 14}
      y={level.floorY - height}
      width="28"
      height={height}
      onPointerDown={(event) => startDrag(event, { placement, how, isFromTray: false }, null)}
    />
  )
  return (
    <>
      {grip('widen-left', x)}
      {grip('widen-right', x + item.facings * item.packWidthMm)}
    </>
  )
}

function Landing({ drag, scene, layout }: OverlayProps & Pick<Props, 'drag'>) {
  const item = drag?.outcome?.ok ? drawnPlacement(drag.outcome.placement, scene) : null
  const level = layout.levels.find((one) => one.level === item?.level)
  if (!item || !level) return null
  const height = item.packHeightMm * item.stack
  const width = item.facings * item.packWidthMm
  const x = layout.originX + item.startMm
  return (
    <g className="landing">
      <rect x={x} y={level.floorY - height} width={width} height={height + boardMm + railMm} />
      <text x={x + width / 2} y={level.floorY + boardMm + 17} textAnchor="middle">
        {say({ key: 'planner.lands', from: formatMm(item.startMm) })}
      </text>
    </g>
  )
}
