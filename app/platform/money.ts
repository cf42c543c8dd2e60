/** Whole rupiah. A bigint, so TypeScript refuses to add it to a quantity or to a fraction. */
export type Rupiah = bigint

/** The price of `quantity` pieces. Throws on a fractional quantity. */
export function times(unitPrice: Rupiah, quantity: number): Rupiah {
  return unitPrice * BigInt(quantity)
}

/** `amount × numerator ÷ denominator` in whole rupiah, halves up (PER-11/PJ/2025 art. 129). For amounts of zero and more. */
export function fraction(amount: Rupiah, numerator: bigint, denominator: bigint): Rupiah {
  return (2n * amount * numerator + denominator) / (2n * denominator)
}

const grouped = new Intl.NumberFormat('id-ID')

/** `12500n` as `Rp12.500`, `-1000n` as `−Rp1.000`. */
export function formatRupiah(amount: Rupiah): string {
  return amount < 0n ? `\u2212Rp${grouped.format(-amount)}` : `Rp${grouped.format(amount)}`
}

const written = /^(?:rp\.?\s*)?(\d{1,15}|\d{1,3}(?:[.\s]\d{3}){1,4})(?:,(?:00?|-))?(?:,-)?$/i

/**
 * What a person wrote as a price: `Rp12.500`, `12500`, `12.500,00`, `Rp 12.500,-`. Null for anything else.
 *
 * A point is read as the mark of thousands only where three digits follow every
 * one, so `12.5` is refused rather than guessed; so are parts of a rupiah.
 */
export function parseRupiah(text: string): Rupiah | null {
  const digits = written.exec(text.trim().replaceAll('\u00a0', ' '))?.[1]
  return digits === undefined ? null : BigInt(digits.replace(/\D/g, ''))
}
