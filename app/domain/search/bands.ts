/** A span of numbers under one name: from its number up to the next one's. Names go into addresses and never change. */
export type Band = { slug: string; from: number }

/** Rupiah per piece, retail. */
export const priceBands: readonly Band[] = [
  { slug: 'sampai-10rb', from: 0 },
  { slug: '10-25rb', from: 10_001 },
  { slug: '25-50rb', from: 25_001 },
  { slug: '50-100rb', from: 50_001 },
  { slug: 'lebih-100rb', from: 100_001 },
]

/** Pieces in a carton. */
export const cartonBands: readonly Band[] = [
  { slug: 'sampai-12', from: 0 },
  { slug: '13-24', from: 13 },
  { slug: '25-48', from: 25 },
  { slug: 'lebih-48', from: 49 },
]

/** Days from making to best-before. */
export const shelfLifeBands: readonly Band[] = [
  { slug: 'sampai-7-hari', from: 0 },
  { slug: '8-30-hari', from: 8 },
  { slug: '1-6-bulan', from: 31 },
  { slug: 'lebih-6-bulan', from: 184 },
]

/** The bands in which these numbers lie, each once. */
export const bandsOf = (bands: readonly Band[], numbers: readonly (number | bigint)[]): string[] => [
  ...new Set(numbers.flatMap((number) => bands.findLast(({ from }) => number >= from)?.slug ?? [])),
]
