import type { CSSProperties } from 'react'
import { say, t } from '#app/messages/say.ts'
import { layoutMap, type MapDot, type MapLayout, type MapPlace } from './map-layout.ts'

type PlaceMapProps = {
  title: string
  places: MapPlace[]
  /** The one that the page is about. */
  current?: string
  /** Where distances are counted from; it leads nowhere. */
  origin?: { name: string; lat: number; lon: number }
  /** Over the whole page, for places that lie far apart; or beside a list. */
  size?: keyof typeof sizes
}

/** How many units a map is wide at most, and how large its letters are on a phone. */
const sizes = { small: [500, 20], usual: [720, 24], large: [1040, 35] } as const

/** Places as dots where they lie, the larger the more there is, each the way to its page. */
export function PlaceMap({ title, places, current, origin, size = 'usual' }: PlaceMapProps) {
  if (places.length === 0) return null
  const map = layoutMap(origin ? [...places, { ...origin, ...here }] : places, ...sizes[size])
  const from = map.dots.find(({ key }) => key === here.key)
  return (
    <nav
      className={`map ${size}`}
      aria-label={title}
      style={{ '--large': `${map.largeLetter}px` } as CSSProperties}
    >
      <svg role="presentation" viewBox={`${map.x} ${map.y} ${map.width} ${map.height}`}>
        {map.dots
          .filter((dot) => dot !== from)
          .map((dot) => (
            <a
              key={dot.key}
              href={dot.href}
              className={[dot.isMajor ? 'major' : 'minor', dot.key === current && 'current']
                .filter(Boolean)
                .join(' ')}
              aria-label={dot.name}
              aria-current={dot.key === current ? 'page' : undefined}
            >
              <circle className="touch" cx={dot.x} cy={dot.y} r={Math.max(dot.r + 8, 17)} />
              <Dot dot={dot} />
            </a>
          ))}
        {from && (
          <g className="major origin">
            <Dot dot={from} />
          </g>
        )}
        <ScaleAndNorth map={map} />
      </svg>
    </nav>
  )
}

// Its key is not a slug, so that it is no store's; it is a ring around what stands there.
const here = { key: '*', href: '', weight: 0, r: 12 }

function Dot({ dot: { x, y, r, label, name } }: { dot: MapDot }) {
  return (
    <>
      <circle className="dot" cx={x} cy={y} r={r} />
      <text x={label.x} y={label.y} textAnchor={label.anchor}>
        {name}
      </text>
    </>
  )
}

function ScaleAndNorth({ map }: { map: MapLayout }) {
  const km = [1, 2, 5, 10, 20, 50].findLast((one) => one * map.unitsPerKm < map.width / 5) ?? 1
  const length = Math.round(km * map.unitsPerKm)
  const right = map.x + map.width - 12
  // On a phone its letters are large.
  const bottom = map.y + map.height - map.largeLetter - 12
  return (
    <g className="compass">
      <path
        d={`M${right} ${map.y + 40}V${map.y + 6}m-8 12 8-12 8 12M${right - length} ${bottom}h${length}m${-length}-5v10m${length}-10v10`}
      />
      <text x={right} y={map.y + 46} textAnchor="middle">
        {t('shop.map_north')}
      </text>
      <text x={right - length / 2} y={bottom + 9} textAnchor="middle">
        {say({ key: 'shop.map_km', count: km })}
      </text>
    </g>
  )
}
