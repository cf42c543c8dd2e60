// How the prices of a pack went, as lines of steps. Pure.
import type { PriceChange } from '#app/domain/catalogue/price-queries.server.ts'
import type { Rupiah } from '#app/platform/money.ts'

const kinds = ['retail', 'wholesale', 'member'] as const
export type LineKind = (typeof kinds)[number]

export type PriceLine = {
  kind: LineKind
  first: Rupiah
  last: Rupiah
  /** A path in a box of 100 × 100, time to the right and rupiah upwards. */
  path: string
}

/**
 * The lines of a pack from its first known price until now; none where no price ever changed. All are drawn at one scale,
 * whose floor lies a little below the lowest price.
 */
export function priceLines(changes: PriceChange[], now: Date): { from: Date; lines: PriceLine[] } | null {
  const told = changes.toReversed().filter(({ kind }) => kind !== 'break')
  const [from] = told.map(({ at }) => at)
  if (!from || told.every(({ before }) => before === null)) return null
  const prices = told.flatMap(({ before, price }) => [before, price]).filter((one) => one !== null)
  const [lowest, highest] = [Number(prices.reduce(least)), Number(prices.reduce(most))]
  const room = Math.max((highest - lowest) * 0.08, 1)
  const span = Math.max(now.getTime() - from.getTime(), 1)
  const x = (at: Date) => round(((at.getTime() - from.getTime()) / span) * 100)
  const y = (price: Rupiah) =>
    round(100 - ((Number(price) - lowest + room) / (highest - lowest + 2 * room)) * 100)
  const lines = kinds.flatMap((kind) => {
    const own = told.filter((change) => change.kind === kind)
    const first = own[0]?.before ?? own[0]?.price
    const last = own.at(-1)?.price
    if (!first || !last) return []
    const steps = own.map(({ at, price }) => `H${x(at)}V${y(price ?? first)}`)
    return [{ kind, first, last, path: `M0 ${y(first)}${steps.join('')}H100` }]
  })
  return { from, lines }
}

const least = (a: Rupiah, b: Rupiah) => (a < b ? a : b)
const most = (a: Rupiah, b: Rupiah) => (a > b ? a : b)
const round = (value: number) => Math.round(value * 100) / 100
