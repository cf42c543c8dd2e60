import { type Changes, changesOf } from '#app/domain/proposals/changes.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { say, t } from '#app/messages/say.ts'
import { ContentTable } from './content-table.tsx'
import { type Names, productRows, sizeName, type TextRow, variantRows } from './content-text.ts'

type DifferencesProps = {
  published: Content
  content: Content
  publishedNames: Names
  names: Names
  /** Something differs that is shown elsewhere, as photos are. */
  isOtherwiseChanged: boolean
}
type Row = { field: string; label: string; before: string; after: string }

/** Field by field, and pack by pack, what is published and what it would become; the rest can be opened. */
export function Differences(props: DifferencesProps) {
  const { published, content, publishedNames, names, isOtherwiseChanged } = props
  const changes = changesOf(published, content)
  const product = rowsOf(
    changes.product.map(({ field }) => field),
    productRows(published, publishedNames),
    productRows(content, names),
  )
  const packs = changes.variants.flatMap((change) => {
    const after = content.variants[change.at]
    if (!after || change.is === 'same') return []
    const before = published.variants.find(({ variantId }) => variantId === change.variantId)
    const key =
      change.is === 'new' ? 'review.size_new' : after.isEnded ? 'review.size_ended' : 'review.size_changed'
    const fields = change.fields.map(({ field }) => field)
    const rows = rowsOf(fields, before ? variantRows(before) : [], variantRows(after)).filter(
      ({ after: text, before: old }) => text || old,
    )
    return [{ at: change.at, title: say({ key, name: sizeName(after) }), rows }]
  })
  const left = published.variants.filter(
    ({ variantId }) => variantId && changes.leftAlone.includes(variantId),
  )
  return (
    <>
      {product.length === 0 && packs.length === 0 && !isOtherwiseChanged && (
        <p className="quiet">{t('review.nothing_changed')}</p>
      )}
      {product.length > 0 && <DifferenceTable caption={t('review.differences')} rows={product} />}
      {packs.map(({ at, title, rows }) => (
        <DifferenceTable key={at} caption={title} rows={rows} />
      ))}
      {left.length > 0 && (
        <p className="quiet small">
          {say({ key: 'review.sizes_left', names: left.map(sizeName).join(', ') })}
        </p>
      )}
      <details>
        <summary className="link">{t('review.unchanged')}</summary>
        <ContentTable
          caption={t('review.unchanged')}
          content={content}
          names={names}
          isShown={(field, at) => !isChanged(changes, field, at)}
        />
      </details>
    </>
  )
}

function isChanged(changes: Changes, field: string, at: number | null): boolean {
  const fields: { field: string }[] =
    at === null ? changes.product : (changes.variants.find((one) => one.at === at)?.fields ?? [])
  return fields.some((one) => one.field === field)
}

function rowsOf<Field extends string>(
  fields: Field[],
  before: TextRow<Field>[],
  after: TextRow<Field>[],
): Row[] {
  return after
    .filter(({ field }) => fields.includes(field))
    .map(({ field, label, text }) => ({
      field,
      label,
      before: before.find((row) => row.field === field)?.text ?? '',
      after: text,
    }))
}

function DifferenceTable({ caption, rows }: { caption: string; rows: Row[] }) {
  return (
    <table className="table differences">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('review.field')}</th>
          <th scope="col">{t('review.before')}</th>
          <th scope="col">{t('review.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, label, before, after }) => (
          <tr key={field}>
            <th scope="row">{label}</th>
            <td data-label={t('review.before')}>
              {before ? <s>{before}</s> : <span className="quiet">{t('review.empty')}</span>}
            </td>
            <td data-label={t('review.after')}>
              <strong>{after || t('review.empty')}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
