import type { Changes } from '#app/domain/imports/plan.ts'
import { say, t } from '#app/messages/say.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { fieldHeader } from './words.ts'

/** Old and new of each field, a line each. */
export function ChangeLines({ kind, changes }: { kind: string; changes: Changes }) {
  const shown = (field: string, text: string) => {
    if (text === '') return t('import.empty_value')
    return field.endsWith('Price') && /^\d+$/.test(text) ? formatRupiah(BigInt(text)) : text
  }
  return Object.entries(changes).map(([field, [old, next]]) => (
    <li key={field}>
      {fieldHeader(kind, field)}:{' '}
      {say({ key: 'import.old_new', old: shown(field, old), next: shown(field, next) })}
    </li>
  ))
}
