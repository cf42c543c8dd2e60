/** A place to be shown. `weight` says how large its dot is, products usually, unless `r` does. */
export type MapPlace = {
  key: string
  name: string
  href: string
  lat: number
  lon: number
  weight: number
  r?: number
}

type Anchor = 'start' | 'middle' | 'end'
export type MapDot = MapPlace & {
  x: number
  y: number
  r: number
  label: { x: number; y: number; anchor: Anchor }
  /** Its name finds room also where letters are half as large again: on a phone. */
  isMajor: boolean
}
export type MapLayout = {
  x: number
  y: number
  width: number
  height: number
  unitsPerKm: number
  /** How large letters are on a phone, where the map is about 330 px wide. */
  largeLetter: number
  dots: MapDot[]
}

type Box = { left: number; right: number; top: number; bottom: number }

const kmPerDegree = 111.2
const letter = 16
const margin = 26

/**
 * Places on a plane of at most about `widest` units, north up, true to scale, with their names beside them.
 *
 * Names are set one after the other, the weightiest first, on the side where they cover least; first those that fit in
 * large letters, so that a phone can show these and leave the rest out.
 */
export function layoutMap(places: MapPlace[], widest = 720, largeLetter = widest / 30): MapLayout {
  const sizes = [1.1, 1, 0.9, 0.8, 0.7, 0.6].map((share) => share * widest)
  for (const size of sizes) {
    const map = layoutAt(places, size, largeLetter)
    if (map.width <= widest) return map
  }
  return layoutAt(places, widest / 2, largeLetter)
}

function layoutAt(places: MapPlace[], size: number, largeLetter: number): MapLayout {
  const [lats, lons] = [places.map((place) => place.lat), places.map((place) => place.lon)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const km = Math.max((north - south) * kmPerDegree, (east - west) * kmPerDegree * squeeze, 1)
  const unitsPerKm = (size - 2 * margin) / km
  const heaviest = Math.max(1, ...places.map((place) => place.weight))
  const dots: MapDot[] = places
    .toSorted((a, b) => b.weight - a.weight || b.lat - a.lat)
    .map((place) => ({
      ...place,
      x: round((place.lon - west) * kmPerDegree * squeeze * unitsPerKm),
      y: round((north - place.lat) * kmPerDegree * unitsPerKm),
      r: place.r ?? round(5.5 + 7 * Math.sqrt(place.weight / heaviest)),
      label: { x: 0, y: 0, anchor: 'start' },
      isMajor: false,
    }))
  setLabels(dots, largeLetter)
  return { ...frameOf(dots, largeLetter), largeLetter, unitsPerKm, dots: dots.toSorted((a, b) => a.y - b.y) }
}

function setLabels(dots: MapDot[], largeLetter: number): void {
  const taken: Box[] = dots.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const set = (dot: MapDot, size: number, isMajor: boolean) => {
    const [best] = candidates(dot, size)
      .map((label) => ({ label, box: boxOf(label, dot.name, size) }))
      .map((one) => ({ ...one, covered: coveredBy(one.box, taken) }))
      .toSorted((a, b) => a.covered - b.covered)
    if (!best || (isMajor && best.covered > 0)) return
    dot.label = best.label
    dot.isMajor = isMajor
    taken.push(best.box)
  }
  for (const dot of dots) set(dot, largeLetter, true)
  for (const dot of dots) if (!dot.isMajor) set(dot, letter, false)
}

// Right of the dot first, as one reads; then left, below, above, and between these.
function candidates({ x, y, r }: MapDot, size: number): MapDot['label'][] {
  const middle = y + size * 0.34
  const [right, left, near] = [x + r + 7, x - r - 7, r * 0.5 + 4]
  const sides: MapDot['label'][] = [
    { x: right, y: middle, anchor: 'start' },
    { x: left, y: middle, anchor: 'end' },
    { x, y: y + r + size, anchor: 'middle' },
    { x, y: y - r - size * 0.4, anchor: 'middle' },
    { x: x + near, y: y - near - size * 0.25, anchor: 'start' },
    { x: x + near, y: y + near + size * 0.8, anchor: 'start' },
    { x: x - near, y: y - near - size * 0.25, anchor: 'end' },
    { x: x - near, y: y + near + size * 0.8, anchor: 'end' },
  ]
  return sides.map((side) => ({ ...side, x: round(side.x), y: round(side.y) }))
}

function boxOf({ x, y, anchor }: MapDot['label'], name: string, size: number): Box {
  const width = name.length * size * 0.65
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.25 }
}

const coveredBy = (box: Box, others: Box[]): number =>
  others.reduce((sum, other) => sum + overlap(box, other), 0)

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

function frameOf(dots: MapDot[], largeLetter: number) {
  const boxes = dots.flatMap((dot) => [
    boxOf(dot.label, dot.name, dot.isMajor ? largeLetter : letter),
    { left: dot.x - dot.r, right: dot.x + dot.r, top: dot.y - dot.r, bottom: dot.y + dot.r },
  ])
  const x = Math.floor(Math.min(0, ...boxes.map((box) => box.left)) - 4)
  const y = Math.floor(Math.min(0, ...boxes.map((box) => box.top)) - margin)
  const right = Math.ceil(Math.max(0, ...boxes.map((box) => box.right)) + 4)
  const bottom = Math.ceil(Math.max(0, ...boxes.map((box) => box.bottom)) + margin + largeLetter)
  return { x, y, width: right - x, height: bottom - y }
}

const round = (value: number) => Math.round(value * 10) / 10
