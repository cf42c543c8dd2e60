// The rows of further packs, as text: `more[0].netContent`, and how many there are. The same on the server and in the browser.
import { mostPacks } from '#app/domain/proposals/rules.ts'
import type { Typed } from './typed.ts'

/** How many packs beside the first stand in the form. */
export const rowsIn = ({ moreCount }: Typed): number =>
  Math.min(mostPacks - 1, Math.max(0, Math.floor(Number(moreCount ?? 0)) || 0))

export const mayAddRow = (typed: Typed): boolean => rowsIn(typed) < mostPacks - 1

/** What a further pack has from the one before it. What is left out is of one pack alone and typed anew. */
const copiedFields = [
  'pack',
  'widthMm',
  'heightMm',
  'depthMm',
  'weightG',
  'stackable',
  'storage',
  'shelfLifeDays',
  'unitsPerCarton',
  'minCartons',
  'firstOrderCartons',
  'leadTimeDays',
  'weeklyCapacityPieces',
  'memberTerms',
]

/** The form with one pack more, copied from the last one. */
export function withRow(typed: Typed): Typed {
  if (!mayAddRow(typed)) return typed
  const at = rowsIn(typed)
  const from = at === 0 ? '' : `more[${at - 1}].`
  const row: Typed = { [`more[${at}].row`]: 'on' }
  for (const field of copiedFields) {
    const value = typed[from + field]
    if (value) row[`more[${at}].${field}`] = value
  }
  return { ...typed, ...row, moreCount: String(at + 1) }
}

/** The form without the pack in row `at`; the ones after it move up. */
export function withoutRow(typed: Typed, at: number): Typed {
  const count = rowsIn(typed)
  if (!(at >= 0 && at < count)) return typed
  const kept: Typed = {}
  for (const [name, value] of Object.entries(typed)) {
    const [, row, field] = name.match(/^more\[(\d+)\]\.(.+)$/) ?? []
    if (row === undefined) kept[name] = value
    else if (Number(row) !== at) kept[`more[${Number(row) - (Number(row) > at ? 1 : 0)}].${field}`] = value
  }
  return { ...kept, moreCount: String(count - 1) }
}

/** What a button of the form asks of the rows; null where it asks for something else. */
export function changedRows(typed: Typed, intent: string): Typed | null {
  if (intent === 'add') return withRow(typed)
  const [, at] = intent.match(/^remove-(\d+)$/) ?? []
  return at === undefined ? null : withoutRow(typed, Number(at))
}
