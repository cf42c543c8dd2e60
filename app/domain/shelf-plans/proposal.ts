// What a plan comes to: pieces that fill the facings, cartons, rupiah and margin. Pure; money is bigint.

import type { PpnRule } from '#app/domain/settings/ppn.ts'
import { marginOf } from '#app/domain/settings/ppn.ts'
import { nextStep, priceFor } from '#app/domain/shelf-orders/pricing.ts'
import type { OrderTerms } from '#app/domain/shelf-orders/terms-queries.server.ts'
import {
  cartonsFor,
  fillOf,
  isShortLived,
  proposedPieces,
  sellableDaysOf,
} from '#app/domain/shelves/rules.ts'
import { type Rupiah, times } from '#app/platform/money.ts'
import {
  type Amount,
  amountOf,
  type Board,
  type Draft,
  type DraftedVariant,
  type Placement,
} from './draft.ts'

/** What can be planned: everything about a variant that decides how much of it is ordered, and what it earns. */
export type OfferedVariant = DraftedVariant &
  OrderTerms & {
    id: string
    village: string
    photo: { hash: string; isReady: boolean }
    cooperative: { id: string; name: string; isPkp: boolean }
    unitsPerCarton: number
    minCartons: number
    shelfLifeDays: number
    leadTimeDays: number
    wholesalePrice: Rupiah
    retailPrice: Rupiah
    ppnClass: 'taxable' | 'exempt'
    onHand: number
    /** Pieces that can be ordered for the day the plan begins: they keep as long as the chain asks. */
    free: number
    /** What the chain asks of their life on that day. */
    leastDaysLeft: number
  }

export type ChainRules = {
  safetyDays: number
  shortLifeDays: number
  dailySalesPerFacing: number
  isPkp: boolean
}

/** A fixture that the plan stands on: the drawn one first, then those it is applied to. */
export type PlannedFixture = { id: string; storeId: string; boards: Board[]; placements: Placement[] }

export type StoreCartons = { storeId: string; variantId: string; cartons: number }

export type ProposedLine = {
  variant: OfferedVariant
  facings: number
  /** Pieces that fill the drawn facings. */
  fill: number
  /** Only of goods that do not keep long: how the proposal was found. */
  shortLife: { dailySales: number; usualSales: number; sellableDays: number; pieces: number } | null
  typed: Amount
  proposedCartons: number
  /** For the drawn fixture; what was typed, otherwise what is proposed. */
  cartons: number
  isBelowMinimum: boolean
  /** Of all stores together: less than the chain's first order of it has to be. */
  isBelowFirstOrder: boolean
  /** More than can still be made for the week of the delivery. */
  isOverWeek: boolean
  /** What a piece costs for the cartons of all stores together, and what the next step would make of it. */
  unitPrice: Rupiah
  next: { more: number; price: Rupiah } | null
  /** For all stores together, from here on. */
  stores: StoreCartons[]
  pieces: number
  amount: Rupiah
  margin: { amount: Rupiah; earned: Rupiah; basisPoints: number }
  isShort: boolean
}

export type ProposedPart = {
  cooperative: OfferedVariant['cooperative']
  lines: ProposedLine[]
  cartons: number
  amount: Rupiah
}

export type Proposal = {
  parts: ProposedPart[]
  products: number
  cartons: number
  stores: number
  amount: Rupiah
  margin: { amount: Rupiah; basisPoints: number }
}

type Rules = { chain: ChainRules; ppn: PpnRule }
type Offered = Record<string, OfferedVariant>

/** What the plan orders, by cooperative and product. The first fixture is the one that was drawn. */
export function proposalOf(
  draft: Draft,
  fixtures: PlannedFixture[],
  variants: Offered,
  rules: Rules,
): Proposal {
  const ids = [...new Set(draft.placements.map(({ variantId }) => variantId))]
  const lines = ids.flatMap((id) => {
    const variant = variants[id]
    return variant ? lineOf(draft, fixtures, variant, rules) : []
  })
  const parts = [...Map.groupBy(lines, ({ variant }) => variant.cooperative.id).values()].map((theirs) => ({
    cooperative: (theirs[0] as ProposedLine).variant.cooperative,
    lines: theirs,
    cartons: cartonsOf(theirs),
    amount: sum(theirs.map(({ amount }) => amount)),
  }))
  parts.sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
  const margin = sum(lines.map((line) => line.margin.amount))
  const earned = sum(lines.map((line) => line.margin.earned))
  return {
    parts,
    products: lines.length,
    cartons: cartonsOf(lines),
    stores: new Set(fixtures.map(({ storeId }) => storeId)).size,
    amount: sum(lines.map(({ amount }) => amount)),
    margin: { amount: margin, basisPoints: basisPointsOf(margin, earned) },
  }
}

function lineOf(
  draft: Draft,
  fixtures: PlannedFixture[],
  variant: OfferedVariant,
  { chain, ppn }: Rules,
): ProposedLine {
  const typed = amountOf(draft, variant.id)
  const [drawn, ...others] = fixtures.map((fixture) => standingOf(fixture, variant))
  if (!drawn) throw new Error('A plan stands on the fixture it was drawn for')
  const usualSales = drawn.facings * chain.dailySalesPerFacing
  const dailySales = typed.dailySales ?? usualSales
  // Where fewer facings fit, fewer are sold and fewer are asked for.
  const share = (whole: number, facings: number) => Math.ceil((whole * facings) / drawn.facings)
  const piecesOn = ({ fill, facings }: Standing) =>
    proposedPieces(fill, share(dailySales, facings), variant, chain)
  // A first order is asked of all stores together; the drawn fixture alone comes up to it.
  const { minCartons, firstOrderCartons } = variant
  const proposedOn = (standing: Standing) =>
    cartonsFor(piecesOn(standing), {
      ...variant,
      minCartons: Math.max(minCartons, standing === drawn ? (firstOrderCartons ?? 0) : 0),
    })
  const cartonsOn = (standing: Standing) =>
    typed.cartons === null
      ? proposedOn(standing)
      : Math.max(Math.min(minCartons, typed.cartons), share(typed.cartons, standing.facings))

  const stores = new Map<string, StoreCartons>()
  for (const standing of [drawn, ...others]) {
    if (standing.facings === 0) continue
    const { storeId } = standing
    const cartons = (stores.get(storeId)?.cartons ?? 0) + cartonsOn(standing)
    stores.set(storeId, { storeId, variantId: variant.id, cartons })
  }
  const together = cartonsOf([...stores.values()])
  const pieces = together * variant.unitsPerCarton
  const unitPrice = priceFor(together, variant)
  const piece = marginOf(
    {
      ...variant,
      wholesalePrice: unitPrice,
      chainIsPkp: chain.isPkp,
      cooperativeIsPkp: variant.cooperative.isPkp,
    },
    ppn,
  )
  const cartons = cartonsOn(drawn)
  return {
    variant,
    facings: drawn.facings,
    fill: drawn.fill,
    shortLife: isShortLived(variant, chain)
      ? { dailySales, usualSales, sellableDays: sellableDaysOf(variant, chain), pieces: piecesOn(drawn) }
      : null,
    typed,
    proposedCartons: proposedOn(drawn),
    cartons,
    isBelowMinimum: cartons < minCartons,
    isBelowFirstOrder: firstOrderCartons !== null && together < firstOrderCartons,
    isOverWeek: variant.weekLeft !== null && pieces > variant.weekLeft,
    unitPrice,
    next: nextStep(together, variant.breaks),
    stores: [...stores.values()],
    pieces,
    amount: times(unitPrice, pieces),
    margin: {
      amount: times(piece.amount, pieces),
      earned: times(piece.earned, pieces),
      basisPoints: piece.basisPoints,
    },
    isShort: pieces > variant.free,
  }
}

type Standing = { storeId: string; facings: number; fill: number }

function standingOf(fixture: PlannedFixture, variant: OfferedVariant): Standing {
  let [facings, fill] = [0, 0]
  for (const placement of fixture.placements) {
    const board = fixture.boards.find(({ id }) => id === placement.shelfId)
    if (!board || placement.variantId !== variant.id) continue
    facings += placement.facings
    fill += fillOf(placement.facings, variant, board)
  }
  return { storeId: fixture.storeId, facings, fill }
}

const cartonsOf = (lines: { cartons: number; stores?: StoreCartons[] }[]): number =>
  lines.reduce((total, { cartons, stores }) => total + (stores ? cartonsOf(stores) : cartons), 0)
const sum = (amounts: Rupiah[]): Rupiah => amounts.reduce((total, amount) => total + amount, 0n)
const basisPointsOf = (margin: Rupiah, earned: Rupiah): number =>
  earned === 0n ? 0 : Number((margin * 10_000n) / earned)
