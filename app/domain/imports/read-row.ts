import type { Message } from '#app/messages/say.ts'
import { type Content, type Field, fieldsOf, isBarcode, type TableKind } from './columns.ts'
import { barcodeOf } from './plan.ts'
import { readText } from './values.ts'

export type Problems = Record<string, Message>

/**
 * What the cells of a row say, by field. An empty cell says nothing: what is kept stays. `fields` names what each column
 * was read as.
 */
export function readRow(
  kind: TableKind,
  fields: string[],
  cells: string[],
): { content: Content; problems: Problems } {
  const content: Content = {}
  const problems: Problems = {}
  const known = new Map<string, Field>(fieldsOf[kind].map((field) => [field.name, field]))
  for (const [column, name] of fields.entries()) {
    const field = known.get(name)
    if (!field) continue
    const text = readText(cells[column] ?? '', Number.MAX_SAFE_INTEGER)
    if ('problem' in text) problems[name] = text.problem
    else if (text.value !== '') {
      const found = field.read(text.value)
      if ('value' in found) content[name] = found.value
      else problems[name] = found.problem
    } else if (field.required) problems[name] = { key: 'text.missing' }
  }
  // A pack is named by its own code, or where that is empty by its barcode.
  const names = fields
    .filter((name) => name === 'ownCode' || isBarcode(name))
    .toSorted((a) => (a === 'ownCode' ? -1 : 1))
  if (names[0] && !names.some((name) => name in content || name in problems))
    problems[names[0]] = { key: 'text.missing' }
  return { content, problems }
}

/** What holds the rows together that become one thing, and what two rows of a file may not share. */
export function keysOf(kind: TableKind, content: Content): { group: string; once: string | null } {
  const code = String(content.ownCode ?? barcodeOf(content)).toLowerCase()
  if (kind === 'products')
    return { group: `${content.producer}\n${content.name}`.toLowerCase(), once: code || null }
  if (kind === 'prices') return { group: code, once: code || null }
  if (kind === 'stock') {
    // Two deliveries of a day are two rows; a count is one.
    const isCount = (content.how ?? 'count') === 'count'
    return { group: code, once: isCount ? `${code} ${content.bestBefore} ${content.receivedOn ?? ''}` : null }
  }
  const name = `${content.name} ${content.village}`.toLowerCase()
  return {
    group: name,
    once: typeof content.nik === 'string' && !/[•*]/.test(content.nik) ? content.nik : name,
  }
}
