import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { boardOf, drawnOn, type Outcome, type Placement, place } from '#app/domain/shelf-plans/draft.ts'
import { snap } from '#app/domain/shelf-plans/snap.ts'
import { type DrawingLayout, railMm } from '#app/ui/shelf-geometry.ts'
import type { PlannerScene } from './drawn.ts'
import type { PlanAction, PlanState } from './plan-state.ts'

/** What is being dragged: where it would land, and whether it may. No outcome while it is not over a board. */
export type Drag = {
  placement: Placement
  how: 'carry' | 'widen-left' | 'widen-right'
  isFromTray: boolean
  outcome: Outcome | null
}

/** Where the pointer went down, in pixels of the window, and on which millimetre of what it took. */
type Grip = { x: number; y: number; mm: number; upMm: number }
type Started = { drag: Drag; grip: Grip; origin: DOMRect | null; isMoving: boolean }

// A hand that trembles on a click has not begun to drag.
const slackPx = 5

type Options = {
  drawing: RefObject<HTMLElement>
  ghost: RefObject<HTMLElement>
  layout: DrawingLayout
  state: PlanState
  scene: PlannerScene
  dispatch: (action: PlanAction) => void
}

/** Dragging with the pointer: from the tray, along and between boards, and by the grips to more facings. */
export function useDrag(options: Options) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const started = useRef<Started | null>(null)
  const latest = useRef(options)
  latest.current = options

  const start = useCallback(
    (event: ReactPointerEvent, what: Omit<Drag, 'outcome'>, origin: DOMRect | null) => {
      if (event.button !== 0) return
      const { scene } = latest.current
      const at = millimetreAt(latest.current, event)
      const isCarried = what.how === 'carry' && !what.isFromTray
      const variant = scene.variants[what.placement.variantId]
      started.current = {
        drag: { ...what, outcome: null },
        grip: {
          x: event.clientX,
          y: event.clientY,
          mm: isCarried && at ? at.mm - what.placement.startMm : (variant?.widthMm ?? 0) / 2,
          upMm: isCarried && at ? Math.max(0, at.upMm) : (variant?.heightMm ?? 0) / 2,
        },
        origin,
        isMoving: false,
      }
    },
    [],
  )

  useEffect(() => {
    function move(event: PointerEvent) {
      const now = started.current
      if (!now) return
      if (!now.isMoving && Math.hypot(event.clientX - now.grip.x, event.clientY - now.grip.y) < slackPx)
        return
      now.isMoving = true
      event.preventDefault()
      now.drag = { ...now.drag, ...landing(latest.current, now, event) }
      setDrag(now.drag)
      moveGhost(latest.current, now, event)
    }
    function end(event: PointerEvent) {
      const now = started.current
      started.current = null
      setDrag(null)
      if (!now?.isMoving || event.type === 'pointercancel') return
      document.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => document.removeEventListener('click', swallow, { capture: true }), 0)
      const { dispatch } = latest.current
      const { drag, origin } = now
      const over = document.elementFromPoint(event.clientX, event.clientY)
      if (drag.outcome) dispatch({ do: 'place', placement: drag.outcome.placement })
      else if (!drag.isFromTray && over?.closest('.tray')) dispatch({ do: 'remove', id: drag.placement.id })
      if (drag.how === 'carry' && !drag.outcome?.ok) slideBack(latest.current.ghost.current, origin)
    }
    function leave(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !started.current) return
      slideBack(latest.current.ghost.current, started.current.origin)
      started.current = null
      setDrag(null)
    }
    document.addEventListener('pointermove', move, { passive: false })
    document.addEventListener('pointerup', end)
    document.addEventListener('pointercancel', end)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointermove', move)
      document.removeEventListener('pointerup', end)
      document.removeEventListener('pointercancel', end)
      document.removeEventListener('keydown', leave)
    }
  }, [])

  return { drag, start }
}

// The click that ends a drag is not a click on what lies there.
const swallow = (event: Event) => {
  event.stopPropagation()
  event.preventDefault()
}

/** The pointer in millimetres: along the boards, and above the board it is at. Null off the fixture. */
function millimetreAt({ drawing, layout }: Options, event: { clientX: number; clientY: number }) {
  const box = drawing.current?.querySelector('svg')?.getBoundingClientRect()
  if (!box) return null
  const scale = box.width / layout.width
  const mm = (event.clientX - box.left) / scale - layout.originX
  const y = (event.clientY - box.top) / scale
  const level = layout.levels.find(({ topY, floorY }) => y >= topY - railMm && y <= floorY + railMm)
  return { scale, mm, level: level?.level ?? null, upMm: level ? level.floorY - y : 0 }
}

function landing(options: Options, { drag, grip }: Started, event: PointerEvent): Partial<Drag> {
  const { scene, state } = options
  const at = millimetreAt(options, event)
  const { placement, how } = drag
  const variant = scene.variants[placement.variantId]
  const board =
    how === 'carry'
      ? scene.boards.find(({ level }) => level === at?.level)
      : boardOf(scene, placement.shelfId)
  if (!at || !variant || !board) return { outcome: null }
  if (how !== 'carry') {
    const endMm = placement.startMm + placement.facings * variant.widthMm
    const reach = how === 'widen-right' ? at.mm - placement.startMm : endMm - at.mm
    const facings = Math.max(1, Math.round(reach / variant.widthMm))
    const startMm = how === 'widen-right' ? placement.startMm : Math.max(0, endMm - facings * variant.widthMm)
    return { outcome: place(state.draft, scene, { ...placement, facings, startMm }) }
  }
  const widthMm = placement.facings * variant.widthMm
  // A little past either end still means the end; far past means away from the fixture.
  if (at.mm < -80 || at.mm > board.widthMm + 80) return { outcome: null }
  const others = state.draft.placements.filter(({ id }) => id !== placement.id)
  const taken = [...board.taken, ...drawnOn(board, others, scene.variants)]
  const startMm = snap(at.mm - grip.mm, widthMm, board.widthMm, taken)
  return { outcome: place(state.draft, scene, { ...placement, shelfId: board.id, startMm }) }
}

function moveGhost(options: Options, { grip, drag }: Started, event: PointerEvent): void {
  const ghost = options.ghost.current
  const scale = millimetreAt(options, event)?.scale ?? 1
  if (!ghost || drag.how !== 'carry') return
  const { height } = ghost.getBoundingClientRect()
  ghost.style.transform = `translate(${event.clientX - grip.mm * scale}px, ${event.clientY + grip.upMm * scale - height - 8}px)`
  ghost.style.setProperty('--mm', `${scale}px`)
}

// The ghost is React's and goes with the drag; a copy slides home.
function slideBack(ghost: HTMLElement | null, origin: DOMRect | null): void {
  if (!ghost || !origin || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const copy = ghost.cloneNode(true) as HTMLElement
  copy.removeAttribute('data-idle')
  document.body.append(copy)
  const home = `translate(${origin.left}px, ${origin.top}px) scale(0.4)`
  const motion = copy.animate(
    [
      { transform: ghost.style.transform, opacity: 1 },
      { transform: home, opacity: 0 },
    ],
    { duration: 260, easing: 'cubic-bezier(.2,.7,.2,1)' },
  )
  motion.onfinish = () => copy.remove()
}
