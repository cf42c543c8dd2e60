import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { addDays, type Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { at } from './hours.ts'

/** What people looked for: times by how many days ago. What is found is in the catalogue, the rest nobody makes yet. */
const found: Record<string, Record<number, number>> = {
  'keripik apel': { 0: 9, 1: 12, 4: 7, 9: 8, 15: 6 },
  'sari apel': { 0: 5, 2: 8, 7: 4, 12: 6 },
  'susu segar': { 1: 6, 3: 5, 10: 7 },
  'kopi arabika': { 1: 4, 6: 5, 18: 3 },
  'keripik tempe': { 2: 5, 8: 4 },
  stroberi: { 0: 3, 5: 4, 13: 2 },
}
const missing: Record<string, Record<number, number>> = {
  'keripik durian': { 0: 4, 3: 5, 9: 7, 16: 2, 30: 3 },
  'mi jagung': { 1: 6, 8: 4, 22: 2 },
  'selai kacang': { 2: 3, 11: 4 },
}

/** Writes what was looked for, so that the box, cooperatives and the operator have something to show. */
export async function writeSearches(tx: Db, today: Day): Promise<void> {
  for (const [isFound, queries] of [
    [true, found],
    [false, missing],
  ] as const)
    for (const [words, days] of Object.entries(queries))
      for (const [ago, times] of Object.entries(days))
        await countQueries(tx, [{ words, times, isFound }], at(addDays(today, -Number(ago)), 12))
}
