export type Point = { lat: number; lon: number }

const earthKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres between two places as the crow flies: the haversine formula, on a round earth. */
export function kmBetween(a: Point, b: Point): number {
  const [north, east] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(east / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, chord)))
}

const tenths = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** `0 m`, `850 m`, `1,2 km`, `14 km`; nobody walks by the metre, so below a kilometre in steps of 50. */
export function formatDistance(km: number): string {
  const metres = km === 0 ? 0 : Math.max(50, Math.round(km * 20) * 50)
  if (metres < 1000) return `${metres}\u00a0m`
  return `${tenths.format(km < 10 ? km : Math.round(km))}\u00a0km`
}

/** To about a hundred metres: enough to find a store, too little to find a house. */
export const roughly = ({ lat, lon }: Point): Point => ({ lat: rounded(lat), lon: rounded(lon) })
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000
