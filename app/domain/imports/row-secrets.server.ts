import { maskedNik } from '#app/domain/identifiers/nik.ts'
import { openSealed, seal } from '#app/platform/sealed.server.ts'
import { type Content, fieldsOf, type TableKind } from './columns.ts'
import { isMasked } from './fields-members.ts'

const secretNames = (kind: TableKind): string[] =>
  fieldsOf[kind].flatMap(({ name, secret }) => (secret ? [name] : []))
const placeOf = (importId: string, number: number, name: string): string =>
  `imports/${importId}/${number}/${name}`

type Row = { number: number; cells: string[]; content: Content }
type Shape = { id: string; kind: TableKind; fields: string[] }

/** A row as it is kept: a member's secrets sealed, where they stand and where they were read. */
export function sealRow({ id, kind, fields }: Shape, { number, cells, content }: Row): Row {
  const names = secretNames(kind)
  if (names.length === 0) return { number, cells, content }
  const sealed = (name: string, text: string) => (text === '' ? text : seal(text, placeOf(id, number, name)))
  return {
    number,
    cells: cells.map((cell, i) => {
      const name = fields[i] ?? ''
      return names.includes(name) ? sealed(name, cell) : cell
    }),
    content: Object.fromEntries(
      Object.entries(content).map(([name, value]) =>
        names.includes(name) && typeof value === 'string' ? [name, sealed(name, value)] : [name, value],
      ),
    ),
  }
}

/** What was read of a row, its secrets in clear; only for what saves it. */
export function openContent(id: string, kind: TableKind, number: number, content: Content): Content {
  const names = secretNames(kind)
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) =>
      names.includes(name) && typeof value === 'string'
        ? [name, openSealed(value, placeOf(id, number, name))]
        : [name, value],
    ),
  )
}

/** The cells as they may leave: of a secret, what tells two apart and no more. */
export function maskCells({ id, kind, fields }: Shape, number: number, cells: string[]): string[] {
  const names = secretNames(kind)
  return cells.map((cell, i) => {
    const name = fields[i] ?? ''
    if (!names.includes(name) || cell === '') return cell
    const text = openSealed(cell, placeOf(id, number, name))
    if (isMasked(text)) return text
    return name === 'account' ? `••• ${text.slice(-3)}` : maskedNik(text.replace(/\D/g, '').slice(0, 4))
  })
}
