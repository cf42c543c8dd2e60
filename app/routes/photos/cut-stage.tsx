import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { fitted, type Measure, middleOf, moved, type Square, scaled } from '#app/domain/photos/cut.ts'
import { say, t } from '#app/messages/say.ts'
import type { SentPhoto, Way } from './send-photo.ts'

type Cut = { whole: Measure & { hash: string }; square: Square | null }
type Props = { photoId: string; way: Way; onCut(photo: SentPhoto): void; onCancel(): void }

/** The whole photo with the square that is cut out of it, moved by finger, mouse or keys. */
export function CutStage({ photoId, way, onCut, onCancel }: Props) {
  const [whole, setWhole] = useState<Cut['whole'] | null>(null)
  const [square, setSquare] = useState<Square>({ left: 0, top: 0, size: 1 })
  const [is, setIs] = useState<'ready' | 'busy' | 'failed'>('ready')
  const frame = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    fetch(`${way.photosAt}/potong?foto=${encodeURIComponent(photoId)}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Cut>) : Promise.reject()))
      .then((cut) => {
        setWhole(cut.whole)
        setSquare(cut.square ?? middleOf(cut.whole))
      })
      .catch(() => setIs('failed'))
  }, [photoId, way])
  useEffect(() => {
    if (whole) frame.current?.focus()
  }, [whole])

  const save = async () => {
    setIs('busy')
    const body = new FormData()
    for (const [name, value] of Object.entries({ membershipId: way.membershipId, photoId, ...square }))
      body.set(name, String(value))
    const answer = await fetch(`${way.photosAt}/potong`, { method: 'POST', body }).catch(() => null)
    const photo = answer?.ok ? ((await answer.json().catch(() => null)) as SentPhoto | null) : null
    if (photo) onCut(photo)
    else setIs('failed')
  }
  return (
    <>
      {whole && (
        <div className="cut-stage" style={{ aspectRatio: `${whole.width} / ${whole.height}` }}>
          <img src={`/media/${whole.hash}-640.jpeg`} alt="" draggable={false} />
          <Frame whole={whole} square={square} onChange={setSquare} frame={frame} />
        </div>
      )}
      <p className="help" id="cut-help">
        {t('photo.cut_help')}
      </p>
      {is === 'failed' && (
        <p className="problem" role="alert">
          {t('photo.cut_failed')}
        </p>
      )}
      {whole && (
        <div className="photo-acts">
          <button
            type="button"
            className="button second"
            onClick={() => setSquare(scaled(square, 1 / 1.12, whole))}
          >
            {t('photo.cut_smaller')}
          </button>
          <button
            type="button"
            className="button second"
            onClick={() => setSquare(scaled(square, 1.12, whole))}
          >
            {t('photo.cut_larger')}
          </button>
        </div>
      )}
      <div className="photo-acts">
        <button type="button" className="button second" onClick={onCancel}>
          {t('photo.cut_cancel')}
        </button>
        <button
          type="button"
          className="button main"
          onClick={save}
          disabled={!whole}
          aria-busy={is === 'busy'}
        >
          {t('photo.cut_save')}
        </button>
      </div>
    </>
  )
}

type FrameProps = {
  whole: Measure
  square: Square
  onChange(square: Square): void
  frame: React.RefObject<HTMLButtonElement>
}

function Frame({ whole, square, onChange, frame }: FrameProps) {
  const held = useRef<{ x: number; y: number; from: Square } | null>(null)
  const part = (value: number, of: number) => `${(100 * value) / of}%`
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const stage = event.currentTarget.parentElement
    if (!held.current || !stage) return
    const scale = whole.width / stage.clientWidth
    const { x, y, from } = held.current
    onChange(moved(from, (event.clientX - x) * scale, (event.clientY - y) * scale, whole))
  }
  return (
    <button
      type="button"
      ref={frame}
      className="cut-frame"
      aria-label={`${t('photo.cut_frame')}. ${say({ key: 'photo.cut_at', ...square })}`}
      aria-describedby="cut-help"
      style={{
        left: part(square.left, whole.width),
        top: part(square.top, whole.height),
        width: part(square.size, whole.width),
        height: part(square.size, whole.height),
      }}
      onKeyDown={(event) => {
        const next = byKey(event, square, whole)
        if (!next) return
        event.preventDefault()
        onChange(next)
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = { x: event.clientX, y: event.clientY, from: square }
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null
      }}
    >
      <span className="cut-safe" />
    </button>
  )
}

// Arrows move it, with Shift by more; plus and minus change its size.
function byKey(event: KeyboardEvent, square: Square, whole: Measure): Square | null {
  const step = event.shiftKey ? 50 : 10
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  }
  const by = moves[event.key]
  if (by) return moved(square, by[0], by[1], whole)
  if (event.key === '+' || event.key === '=') return scaled(square, 1.06, whole)
  if (event.key === '-') return scaled(square, 1 / 1.06, whole)
  if (event.key === 'Home') return fitted(middleOf(whole), whole)
  return null
}
