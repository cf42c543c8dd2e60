import { createHash } from 'node:crypto'
import { type IdOf, newId } from '#app/platform/ids.ts'

/** The id of a seeded row: the same in every seeding, and sorted before every id made since. */
export const idOf = (of: IdOf, ...names: string[]): string => numberedId(of, 0, ...names)

/** The same for rows that are listed by age: the first of them is number 1. */
export function numberedId(of: IdOf, number: number, ...names: string[]): string {
  const digest = createHash('sha256')
    .update([of, ...names].join('/'))
    .digest('hex')
  const chance = BigInt(`0x${digest}`).toString(36).slice(0, 17)
  return `${newId(of).slice(0, 4)}${String(number).padStart(9, '0')}${chance}`
}
