import { createHash } from 'node:crypto'
import { type IdOf, newId } from '#app/platform/ids.ts'

/** The id of a seeded row: the same in every seeding, and sorted before every id made since. */
export function idOf(of: IdOf, ...names: string[]): string {
  const digest = createHash('sha256')
    .update([of, ...names].join('/'))
    .digest('hex')
  const chance = BigInt(`0x${digest}`).toString(36).slice(0, 17)
  return `${newId(of).slice(0, 4)}${'0'.repeat(9)}${chance}`
}
