import { fraction, type Rupiah } from '#app/platform/money.ts'

/** PPN as it is reckoned: rate in basis points of a base that is a fraction of the price (PMK 131/2024). */
export type PpnRule = { rateBasisPoints: bigint; baseNumerator: bigint; baseDenominator: bigint }

const whole = 10_000n

/** PPN on a price before PPN: `dpp = price × 11/12`, then the rate of it, halves up at both steps (domain.md §4). */
export function ppnOn(price: Rupiah, { rateBasisPoints, baseNumerator, baseDenominator }: PpnRule): Rupiah {
  return fraction(fraction(price, baseNumerator, baseDenominator), rateBasisPoints, whole)
}

/** The price before PPN that a price with PPN contains. */
export function beforePpn(
  price: Rupiah,
  { rateBasisPoints, baseNumerator, baseDenominator }: PpnRule,
): Rupiah {
  const ofPrice = rateBasisPoints * baseNumerator
  return fraction(price, whole * baseDenominator, whole * baseDenominator + ofPrice)
}

type Trade = {
  retailPrice: Rupiah
  wholesalePrice: Rupiah
  ppnClass: 'taxable' | 'exempt'
  chainIsPkp: boolean
  cooperativeIsPkp: boolean
}

/**
 * What a chain earns with one piece and keeps of it, in rupiah and in basis points of what it earns, PPN left out.
 *
 * A chain that is PKP owes the PPN inside its shelf price and takes back what a PKP cooperative charges it; one that is
 * not owes none and bears what it is charged. Exempt goods carry none at all.
 */
export function marginOf(
  trade: Trade,
  ppn: PpnRule,
): { earned: Rupiah; amount: Rupiah; basisPoints: number } {
  const { retailPrice, wholesalePrice, chainIsPkp, cooperativeIsPkp } = trade
  const isTaxable = trade.ppnClass === 'taxable'
  const earned = isTaxable && chainIsPkp ? beforePpn(retailPrice, ppn) : retailPrice
  const borne = isTaxable && cooperativeIsPkp && !chainIsPkp ? ppnOn(wholesalePrice, ppn) : 0n
  const amount = earned - wholesalePrice - borne
  return { earned, amount, basisPoints: Number((amount * whole) / earned) }
}
