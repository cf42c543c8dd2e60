const grouped = new Intl.NumberFormat('id-ID')

/** `1200` as `1.200`. */
export const formatNumber = (value: number): string => grouped.format(value)
/** `1200` as `1.200 mm`, joined by a no-break space. */
export const formatMm = (mm: number): string => `${grouped.format(mm)}\u00a0mm`
/** Basis points as a percentage with one decimal: `2537` as `25,4 %`. */
export const formatPercent = (basisPoints: number): string =>
  `${new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }).format(basisPoints / 100)}\u00a0%`
/** A name in which numbers stay with their units when it breaks: `Keripik Apel 100 g`. */
export const joinUnits = (name: string): string => name.replace(/(\d) (?=(?:g|kg|ml|L|cm|mm)\b)/g, '$1\u00a0')
