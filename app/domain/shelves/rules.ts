// What stands on a shelf: whether it fits, how many pieces fill it, how many cartons that is. Millimetres, grams, pieces, days.
import type { Storage } from '#app/generated/prisma/enums.ts'

export type PackMeasure = {
  widthMm: number
  heightMm: number
  depthMm: number
  weightG: number
  stackable: boolean
  storage: Storage
}

export type ShelfMeasure = {
  widthMm: number
  /** Clear height, to the underside of the board above. */
  heightMm: number
  depthMm: number
  maxLoadG: number
  storage: Storage
}

/** Why a pack cannot stand there, and by how much. */
export type Misfit =
  | { kind: 'too_wide' | 'too_high' | 'too_deep'; byMm: number }
  | { kind: 'too_heavy'; byG: number }
  | { kind: 'wrong_storage'; needs: Storage }

/** Packs on top of each other: as many as the clear height takes when the pack can be stacked, otherwise one. */
export function stackOf(pack: PackMeasure, shelf: ShelfMeasure): number {
  return pack.stackable ? Math.max(1, Math.floor(shelf.heightMm / pack.heightMm)) : 1
}

/** Packs behind one another, the front one included; none when the pack is deeper than the shelf. */
export function rowsOf(pack: PackMeasure, shelf: ShelfMeasure): number {
  return Math.floor(shelf.depthMm / pack.depthMm)
}

/** Pieces that fill the facings: facings × ⌊shelf depth / pack depth⌋ × stack (domain.md §7, capacity). */
export function fillOf(facings: number, pack: PackMeasure, shelf: ShelfMeasure): number {
  return facings * rowsOf(pack, shelf) * stackOf(pack, shelf)
}

/** Everything that keeps `facings` of a pack, from `startMm` on, off an otherwise empty shelf; nothing when it fits. */
export function misfitsOf(
  pack: PackMeasure,
  facings: number,
  startMm: number,
  shelf: ShelfMeasure,
): Misfit[] {
  const misfits: Misfit[] = []
  if (pack.storage !== shelf.storage) misfits.push({ kind: 'wrong_storage', needs: pack.storage })
  const over = {
    too_wide: startMm + facings * pack.widthMm - shelf.widthMm,
    too_high: pack.heightMm - shelf.heightMm,
    too_deep: pack.depthMm - shelf.depthMm,
  }
  for (const kind of ['too_wide', 'too_high', 'too_deep'] as const)
    if (over[kind] > 0) misfits.push({ kind, byMm: over[kind] })
  const overG = fillOf(facings, pack, shelf) * pack.weightG - shelf.maxLoadG
  if (overG > 0) misfits.push({ kind: 'too_heavy', byG: overG })
  return misfits
}

export type Span = { startMm: number; endMm: number }

/** What is left of a shelf between the spans that are taken, from left to right. */
export function freeSpansOf(widthMm: number, taken: Span[]): Span[] {
  const free: Span[] = []
  let at = 0
  for (const { startMm, endMm } of taken.toSorted((a, b) => a.startMm - b.startMm)) {
    if (startMm > at) free.push({ startMm: at, endMm: startMm })
    at = Math.max(at, endMm)
  }
  if (at < widthMm) free.push({ startMm: at, endMm: widthMm })
  return free
}

/** Where `neededMm` first fit, from the left; null when no free span is wide enough. */
export function firstFreeMm(widthMm: number, taken: Span[], neededMm: number): number | null {
  return freeSpansOf(widthMm, taken).find((span) => span.endMm - span.startMm >= neededMm)?.startMm ?? null
}

/** Whole cartons for a number of pieces, and never fewer than the variant's minimum. */
export function cartonsFor(
  pieces: number,
  { unitsPerCarton, minCartons }: { unitsPerCarton: number; minCartons: number },
): number {
  return Math.max(minCartons, Math.ceil(pieces / unitsPerCarton))
}

type Life = { shelfLifeDays: number; leadTimeDays: number }
type ChainRules = { safetyDays: number; shortLifeDays: number }

/** Whether the chain orders the variant by expected sales, because it does not keep long enough to fill facings. */
export function isShortLived({ shelfLifeDays }: Life, { shortLifeDays }: ChainRules): boolean {
  return shelfLifeDays <= shortLifeDays
}

/** Days of life left when the goods arrive and the chain's safety days are kept; none when they arrive too old. */
export function sellableDaysOf({ shelfLifeDays, leadTimeDays }: Life, { safetyDays }: ChainRules): number {
  return Math.max(0, shelfLifeDays - leadTimeDays - safetyDays)
}

/**
 * Pieces to propose. Goods that keep are ordered to fill their facings; short-lived ones at most what will be sold
 * while they may be sold: the smaller of the fill and expected daily sales × (life left on arrival − safety days).
 */
export function proposedPieces(fill: number, dailySales: number, life: Life, rules: ChainRules): number {
  return isShortLived(life, rules) ? Math.min(fill, dailySales * sellableDaysOf(life, rules)) : fill
}
