/** How much a file may hold. A cooperative's whole assortment is a hundredth of it. */
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  /** Rows under the head, and columns beside each other. */
  rows: 20_000,
  columns: 100,
  /** Letters of one cell, and of all of them. */
  cellLetters: 10_000,
  tableLetters: 40_000_000,
  /** What a packed file may become. */
  packedEntries: 2_000,
  unpackedBytes: 200 * 1024 * 1024,
  /** Sheets of numbers pack well: 60 times is seldom; a bomb packs a thousand times. */
  packedRatio: 300,
} as const
