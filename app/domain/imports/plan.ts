import type { ImportVerdict } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import type { Content as Cells } from './columns.ts'
import type { Problems } from './read-row.ts'

/** A row that could be read, before anybody looks at what it would change. */
export type RowToPlan = { number: number; cells: Cells }

/** What stood there and what would, by field, as people read it. */
export type Changes = Record<string, [string, string]>

/** What a row would do. */
export type Planned = {
  number: number
  verdict: ImportVerdict
  problems: Problems
  changes: Changes
}

export const wrong = (number: number, field: string, message: Message): Planned => ({
  number,
  verdict: 'wrong',
  problems: { [field]: message },
  changes: {},
})

export const same = (number: number): Planned => ({ number, verdict: 'same', problems: {}, changes: {} })
