import { type PointerEvent, type RefObject, useRef } from 'react'
import type { Draft } from '#app/domain/shelf-plans/draft.ts'
import { shortMessage } from '#app/domain/shelf-plans/problems.ts'
import type { OfferedVariant } from '#app/domain/shelf-plans/proposal.ts'
import { type Fit, firstFit, fitsOf } from '#app/domain/shelf-plans/spots.ts'
import { say, t } from '#app/messages/say.ts'
import { formatNumber, joinUnits } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'
import { PackImage } from '#app/ui/pack-image.tsx'
import { MembershipField } from '../../portal.tsx'
import { stepText } from '../price-steps.tsx'
import type { PlannerScene } from './drawn.ts'

type TrayProps = {
  words: string
  setWords: (words: string) => void
  found: OfferedVariant[]
  isOffline: boolean
  draft: Draft
  scene: PlannerScene
  draggedId: string | null
  search: RefObject<HTMLInputElement>
  /** Carried by the forms that work without JavaScript. */
  hidden: {
    membershipId: string
    startsOn: string
    endsOn: string
    nextId: string
    query: [string, string][]
  }
  put: (variantId: string) => void
  startDrag: (event: PointerEvent, variantId: string, origin: DOMRect) => void
}

/** Goods to put on the shelf: found by words, each saying where it would fit. */
export function Tray(props: TrayProps) {
  const { words, setWords, found, isOffline, draft, scene, draggedId, search, hidden, put, startDrag } = props
  return (
    <>
      <search>
        <form method="get" className="search" onSubmit={(event) => event.preventDefault()}>
          {hidden.query.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            name="cari"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            aria-label={t('planner.search')}
            aria-keyshortcuts="/"
            autoComplete="off"
          />
          <kbd>/</kbd>
        </form>
      </search>
      {isOffline && <p className="wait small">{t('planner.search_offline')}</p>}
      {found.length === 0 && <p className="quiet small">{say({ key: 'planner.found_none', words })}</p>}
      <ul>
        {found.map((variant, i) => (
          <li key={variant.id}>
            <form
              method="post"
              onSubmit={(event) => {
                event.preventDefault()
                put(variant.id)
              }}
            >
              <MembershipField membershipId={hidden.membershipId} />
              <input type="hidden" name="startsOn" value={hidden.startsOn} />
              <input type="hidden" name="endsOn" value={hidden.endsOn} />
              <input type="hidden" name="variantId" value={variant.id} />
              <input type="hidden" name="placementId" value={`${hidden.nextId}${i}`} />
              <input type="hidden" name="facings" value="1" />
              <Product
                variant={variant}
                fits={fitsOf(draft, scene, variant)}
                facings={facingsOf(draft, variant.id)}
                isDragged={variant.id === draggedId}
                startDrag={startDrag}
              />
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

const facingsOf = ({ placements }: Draft, variantId: string): number =>
  placements.reduce((sum, one) => sum + (one.variantId === variantId ? one.facings : 0), 0)

type ProductProps = Pick<TrayProps, 'startDrag'> & {
  variant: OfferedVariant
  fits: Fit[]
  facings: number
  isDragged: boolean
}

function Product({ variant, fits, facings, isDragged, startDrag }: ProductProps) {
  const button = useRef<HTMLButtonElement>(null)
  const { name, village, wholesalePrice, widthMm, heightMm, depthMm, photo, breaks } = variant
  const lowest = breaks.at(-1)
  return (
    <button
      ref={button}
      type="submit"
      name="intent"
      value="place"
      className={isDragged ? 'product dragged' : 'product'}
      onPointerDown={(event) => {
        // A finger scrolls the tray; it puts by tapping.
        const origin = button.current?.getBoundingClientRect()
        if (event.pointerType !== 'touch' && origin) startDrag(event, variant.id, origin)
      }}
      onKeyDown={(event) => walk(event.key, button.current) && event.preventDefault()}
    >
      <PackImage photo={photo} alt="" widthMm={widthMm} heightMm={heightMm} sizes="48px" />
      <span>
        <strong>{joinUnits(name)}</strong>
        <span>
          {village}, {formatRupiah(wholesalePrice)}
        </span>
        {lowest && <span>{stepText(lowest.fromCartons, lowest.price)}</span>}
        <span>
          {[widthMm, heightMm, depthMm].map(formatNumber).join(' × ')}
          {'\u00a0mm'}
        </span>
        <Where fits={fits} />
        {facings > 0 && <span className="ok">{say({ key: 'planner.on_shelf', facings })}</span>}
      </span>
    </button>
  )
}

function Where({ fits }: { fits: Fit[] }) {
  const levels = fits.filter(({ startMm }) => startMm !== null).map(({ board }) => board.level)
  if (levels.length) return <span>{say({ key: 'planner.fits_on', levels: levels.join(', ') })}</span>
  const nearest = firstFit(fits)
  if (nearest.startMm !== null) return null
  const why = say(shortMessage(nearest.miss))
  const isEverywhere = nearest.miss.kind === 'wrong_storage'
  return (
    <span className="stop">
      {isEverywhere ? why : say({ key: 'planner.misses_on', why, level: nearest.board.level })}
    </span>
  )
}

// Up and down from product to product; Enter is the button's own.
function walk(key: string, button: HTMLElement | null): boolean {
  const step =
    key === 'ArrowDown' ? 'nextElementSibling' : key === 'ArrowUp' ? 'previousElementSibling' : null
  const next = step && button?.closest('li')?.[step]?.querySelector('button')
  next?.focus()
  return Boolean(step)
}
