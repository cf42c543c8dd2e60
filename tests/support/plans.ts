import type { Board, Draft, DraftedVariant, Placement, Scene, Taken } from '#app/domain/shelf-plans/draft.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aFixture, aVariant } from './make.ts'

/** When the tests' plans are drawn, and for which days. */
export const now = new Date('2026-11-24T03:00:00Z')
export const period = { startsOn: '2026-12-01', endsOn: '2027-03-01' }

export const aPack = (over: Partial<DraftedVariant> = {}): DraftedVariant => ({
  name: 'Keripik Apel',
  widthMm: 160,
  heightMm: 230,
  depthMm: 60,
  weightG: 120,
  stackable: false,
  storage: 'ambient',
  isSold: true,
  ...over,
})

export const aBoard = (over: Partial<Board> = {}): Board => ({
  id: 'shf_1',
  level: 1,
  widthMm: 1200,
  heightMm: 260,
  depthMm: 400,
  maxLoadG: 40_000,
  storage: 'ambient',
  taken: [],
  ...over,
})

export const taken = (startMm: number, endMm: number, over: Partial<Taken> = {}): Taken => ({
  startMm,
  endMm,
  name: 'Minyak goreng',
  loadG: 0,
  ...over,
})

export const aPlacement = (over: Partial<Placement> = {}): Placement => ({
  id: 'plc_1',
  shelfId: 'shf_1',
  variantId: 'var_1',
  startMm: 0,
  facings: 1,
  ...over,
})

export const aScene = (over: Partial<Scene> = {}): Scene => ({
  boards: [aBoard()],
  variants: { var_1: aPack() },
  ...over,
})

export const drawn = (...placements: Placement[]): Draft => ({ placements, amounts: [] })

/** The rules of PPN that orders are reckoned with. */
export async function ppnInForce() {
  await db.datedSetting.createMany({
    data: [
      ['ppn.rate_basis_points', 1200n] as const,
      ['ppn.base_numerator', 11n] as const,
      ['ppn.base_denominator', 12n] as const,
    ].map(([key, value]) => ({ key, value, effectiveFrom: toDate('2025-01-01'), source: 'test' })),
  })
}

/** A buyer in front of a fixture of their chain, with a variant to put on it. */
export async function aPlanner(
  over: { fixture?: Parameters<typeof aFixture>[0]; variant?: Parameters<typeof aVariant>[0] } = {},
) {
  await ppnInForce()
  const buyer = await aBuyer()
  const fixture = await aFixture({ chain: { id: buyer.chainId }, ...over.fixture })
  const [shelf] = fixture.shelves
  if (!shelf) throw new Error('a fixture has a shelf')
  const variant = await aVariant(over.variant)
  const placement: Placement = {
    id: newId('placement'),
    shelfId: shelf.id,
    variantId: variant.id,
    startMm: 0,
    facings: 3,
  }
  return { buyer, fixture, shelf, variant, placement, where: { fixtureId: fixture.id, ...period } }
}
