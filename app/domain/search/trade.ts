// How a chain's buyer weighs a pack: margin, life on arrival, the rules of the chain. Pure.
import {
  meetsOf,
  missingFor,
  type Requirement as Readiness,
  type RequirementSlug,
  requirementSlugs,
} from '#app/domain/catalogue/readiness.ts'
import type { FoundReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import type { TradePack } from '#app/domain/catalogue/trade-queries.server.ts'
import { marginOf, type PpnRule } from '#app/domain/settings/ppn.ts'
import { freePieces, keepsFrom } from '#app/domain/stock/free-pieces.ts'
import { type LifeOnArrival, lifeOnArrival } from '#app/domain/stock/remaining-life.ts'
import {
  type ChainTerms,
  leastDaysLeft,
  missedRules,
  type Requirement,
} from '#app/domain/stores/chain-rules.ts'
import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { addDays, type Day } from '#app/platform/calendar.ts'
import { type Rupiah, times } from '#app/platform/money.ts'
import { bandsOf, cartonBands, priceBands, shelfLifeBands } from './bands.ts'
import type { Filters } from './engine.ts'

/** What only trade asks; null asks for nothing. */
export type TradeWishes = {
  /** Only what keeps to the rules of the buyer's chain. */
  keepsRules: boolean
  /** So many cartons can be ordered now. */
  cartonsInStock: number | null
  /** So much of its life is left when it arrives. */
  leastLifePercent: number | null
}

export type OfferedPack = TradePack & {
  /** Pieces that can be ordered, however long they keep. */
  available: number
  cartonPrice: Rupiah
  margin: { amount: Rupiah; basisPoints: number }
  availableCartons: number
  life: LifeOnArrival & { leastAsked: number; isShort: boolean }
  readiness: Readiness[]
  /** What keeps it out of the chain's own stores. */
  notReady: RequirementSlug[]
  /** Of what the chain requires, what it misses; its remaining life is told by `life.isShort`. */
  missed: Requirement[]
  meets: string[]
  /** When it would be there, ordered today, and when that is. */
  today: Day
  arrivesOn: Day
}

type Terms = {
  terms: ChainTerms & { isPkp: boolean }
  /** The classes of the chain's own stores. */
  classes: StoreClass[]
  ppn: PpnRule
  today: Day
}

/** A pack with what a buyer reckons of it. */
export function offeredPack(
  pack: TradePack,
  { readiness, certificates }: FoundReadiness,
  { terms, classes, ppn, today }: Terms,
): OfferedPack {
  const arrivesOn = addDays(today, pack.leadTimeDays)
  const leastAsked = leastDaysLeft(pack.shelfLifeDays, terms.leastRemainingLifePercent)
  const available = freePieces(pack.stock, today)
  const life = lifeOnArrival(pack.stock, today, arrivesOn, leastAsked)
  const missingIn = missingFor(readiness)
  const { amount, basisPoints } = marginOf({ ...pack, chainIsPkp: terms.isPkp }, ppn)
  return {
    ...pack,
    available,
    cartonPrice: times(pack.wholesalePrice, pack.unitsPerCarton),
    margin: { amount, basisPoints },
    availableCartons: Math.floor(available / pack.unitsPerCarton),
    // Of what is not in stock nobody knows; of what is, the fewest one may order has to be fresh enough.
    life: {
      ...life,
      leastAsked,
      isShort: available > 0 && life.freshPieces < pack.minCartons * pack.unitsPerCarton,
    },
    readiness,
    notReady: requirementSlugs.filter((slug) => classes.some((one) => missingIn[one].includes(slug))),
    missed: missedRules(terms.requires, readiness, certificates),
    meets: meetsOf(readiness),
    today,
    arrivesOn,
  }
}

/** Whether this pack, and not only some pack of its product, is what was asked for. */
export function suits(pack: OfferedPack, filters: Filters, wishes: TradeWishes): boolean {
  return isWithin(pack, filters) && keepsWishes(pack, wishes)
}

function isWithin(pack: OfferedPack, filters: Filters): boolean {
  const { fromPrice, toPrice, mostMinCartons, mostLeadDays, leastShelfLifeDays } = filters
  const isOneOf = (chosen: string[], own: string[]) =>
    chosen.length === 0 || own.some((slug) => chosen.includes(slug))
  return (
    (fromPrice === null || pack.retailPrice >= fromPrice) &&
    (toPrice === null || pack.retailPrice <= toPrice) &&
    (mostMinCartons === null || pack.minCartons <= mostMinCartons) &&
    (mostLeadDays === null || pack.leadTimeDays <= mostLeadDays) &&
    (leastShelfLifeDays === null || pack.shelfLifeDays >= leastShelfLifeDays) &&
    isOneOf(filters.storages, [pack.storage]) &&
    isOneOf(filters.prices, bandsOf(priceBands, [Number(pack.retailPrice)])) &&
    isOneOf(filters.cartons, bandsOf(cartonBands, [pack.unitsPerCarton])) &&
    isOneOf(filters.shelfLives, bandsOf(shelfLifeBands, [pack.shelfLifeDays])) &&
    filters.meets.every((slug) => pack.meets.includes(slug))
  )
}

function keepsWishes(pack: OfferedPack, wishes: TradeWishes): boolean {
  const { keepsRules, cartonsInStock, leastLifePercent } = wishes
  if (keepsRules && (pack.missed.length > 0 || pack.life.isShort)) return false
  if (cartonsInStock === null && leastLifePercent === null) return true
  // What is asked for has to be fresh enough for the chain and for whoever asks.
  const ofRules = keepsRules ? pack.life.leastAsked : 0
  const ofWish = leastLifePercent === null ? 0 : leastDaysLeft(pack.shelfLifeDays, leastLifePercent)
  const leastDays = Math.max(ofRules, ofWish)
  const cartons = cartonsInStock ?? pack.minCartons
  const fresh = freePieces(pack.stock, pack.today, keepsFrom(pack.arrivesOn, leastDays))
  return fresh >= cartons * pack.unitsPerCarton
}
