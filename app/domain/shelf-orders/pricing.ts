// What a piece costs for so many cartons. Pure; money is bigint.
import type { Rupiah } from '#app/platform/money.ts'

/** From so many cartons of a variant in one order, of all stores together, a piece costs this. */
export type PriceBreak = { fromCartons: number; price: Rupiah }

type Priced = { wholesalePrice: Rupiah; breaks: PriceBreak[] }

/** The price of a piece when so many cartons are ordered: that of the highest step that they reach. */
export function priceFor(cartons: number, { wholesalePrice, breaks }: Priced): Rupiah {
  return stepFor(cartons, breaks)?.price ?? wholesalePrice
}

/** The step that so many cartons reach; null below the first. */
export const stepFor = (cartons: number, breaks: PriceBreak[]): PriceBreak | null =>
  inOrder(breaks).findLast(({ fromCartons }) => fromCartons <= cartons) ?? null

/** How many cartons more reach the next step, and what a piece then costs; null at the last. */
export function nextStep(cartons: number, breaks: PriceBreak[]): { more: number; price: Rupiah } | null {
  const next = inOrder(breaks).find(({ fromCartons }) => fromCartons > cartons)
  return next ? { more: next.fromCartons - cartons, price: next.price } : null
}

const inOrder = (breaks: PriceBreak[]) => breaks.toSorted((a, b) => a.fromCartons - b.fromCartons)
