const mostReadings = 27

/**
 * The words with every unknown one replaced by what it may mean, in all combinations, the likeliest first; none where
 * all are known, or one is like none.
 */
export function readingsOf(
  words: readonly string[],
  unknown: readonly string[],
  near: ReadonlyMap<string, readonly string[][]>,
): string[][] {
  if (unknown.length === 0) return []
  return words
    .reduce<string[][]>(
      (readings, word) => {
        const choices = unknown.includes(word) ? (near.get(word) ?? []) : [[word]]
        return readings.flatMap((reading) => choices.map((choice) => [...reading, ...choice]))
      },
      [[]],
    )
    .slice(0, mostReadings)
}
