// What a page of an import is made of.
import { Form, Link, useNavigation } from '@remix-run/react'
import type { listRows, requireImport } from '#app/domain/imports/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { ChangeLines } from '../imports/changes.tsx'
import { fieldHeader } from '../imports/words.ts'
import { MembershipField } from '../portal.tsx'

type Found = Pick<
  Awaited<ReturnType<typeof requireImport>>,
  'status' | 'total' | 'done' | 'counts' | 'columns'
>
type Counts = Found['counts']
type Rows = Awaited<ReturnType<typeof listRows>>

export function ImportProgress({ found: { status, total: all, done, counts } }: { found: Found }) {
  // Rows that are wrong are read and not saved.
  const total = status === 'saving' ? all - counts.wrong : all
  return (
    <section className="import-progress" aria-live="polite">
      <h2>{t(status === 'reading' ? 'import.reading_now' : 'import.saving_now')}</h2>
      <progress max={total || 1} value={total ? done : undefined} aria-label={t('import.saving_now')} />
      {total > 0 && (
        <p>{say({ key: 'import.progress', done: formatNumber(done), total: formatNumber(total) })}</p>
      )}
      <p className="quiet">
        {t('import.may_leave')} {t('import.refresh_help')}
      </p>
    </section>
  )
}

const order = ['new', 'changed', 'same', 'wrong'] as const

export function ImportCounts({ counts }: { counts: Counts }) {
  return (
    <dl className="import-counts">
      {order.map((verdict) => (
        <div key={verdict} className={verdict === 'wrong' && counts.wrong > 0 ? 'stop' : undefined}>
          <dt>{t(`import.count.${verdict}`)}</dt>
          <dd>{formatNumber(counts[verdict])}</dd>
        </div>
      ))}
    </dl>
  )
}

export function SaveForm({ counts, membershipId }: { counts: Counts; membershipId: string }) {
  const isSending = useNavigation().state === 'submitting'
  const count = counts.new + counts.changed
  if (count === 0) return <p className="band info">{t('import.nothing_to_save')}</p>
  return (
    <Form method="post" className="stacked">
      <MembershipField membershipId={membershipId} />
      {counts.wrong > 0 && (
        <p className="quiet">{say({ key: 'import.save_help', count: formatNumber(counts.wrong) })}</p>
      )}
      <p>
        <button className="button main" name="intent" value="save" type="submit" aria-busy={isSending}>
          {isSending ? t('form.sending') : say({ key: 'import.save', count: formatNumber(count) })}
        </button>
      </p>
    </Form>
  )
}

type RowsProps = {
  id: string
  kind: string
  verdict: 'wrong' | 'changed' | 'new'
  rows: Rows
  counts: Counts
}

export function ImportRows({ id, kind, verdict, rows, counts }: RowsProps) {
  const shown = (['wrong', 'changed', 'new'] as const).filter((one) => counts[one] > 0)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="baris">
      <h2 id="baris">{t('import.rows')}</h2>
      <nav aria-label={t('import.rows')}>
        <ul className="import-views">
          {shown.map((one) => (
            <li key={one}>
              <Link
                to={paths.cooperative.importRows(id, one)}
                preventScrollReset
                aria-current={one === verdict ? 'page' : undefined}
              >
                {t(`import.show.${one}`)} <span>{formatNumber(counts[one])}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {verdict === 'wrong' && (
        <div className="import-bad">
          <p className="quiet">{t(kind === 'photos' ? 'import.bad_photos_help' : 'import.bad_rows_help')}</p>
          <p className="import-files">
            {(['xlsx', 'csv'] as const).map((type) => (
              <a key={type} className="button second" href={paths.cooperative.badRows(id, type)} download>
                {t('import.bad_rows')} ({t(`import.${type}`)})
              </a>
            ))}
          </p>
        </div>
      )}
      <ol className="import-rows">
        {rows.map((row) => (
          <Row key={row.number} row={row} kind={kind} />
        ))}
      </ol>
      {rows.length < counts[verdict] && (
        <p className="quiet">
          {say({ key: 'import.first_rows', shown: rows.length, total: formatNumber(counts[verdict]) })}
        </p>
      )}
    </section>
  )
}

function Row({ row: { number, cells, problems, changes }, kind }: { row: Rows[number]; kind: string }) {
  return (
    <li>
      <p>
        <strong>{say({ key: 'import.row', row: number })}</strong>{' '}
        <span className="quiet">{cells.filter(Boolean).slice(0, 4).join(', ')}</span>
      </p>
      <ul>
        {Object.entries(problems).map(([field, message]) => (
          <li key={field} className="stop">
            {fieldHeader(kind, field)}: {say(message)}
          </li>
        ))}
        <ChangeLines kind={kind} changes={changes} />
      </ul>
    </li>
  )
}

export function ImportColumns({ columns }: { columns: Found['columns'] }) {
  return (
    <details className="import-columns">
      <summary>{t('import.columns')}</summary>
      <ul>
        {columns.map(({ header, field }, i) => (
          <li key={i}>
            <strong>{header || t('import.empty_value')}</strong>{' '}
            {field ? (
              say({ key: 'import.column_as', field })
            ) : (
              <span className="wait">{t('import.column_unknown')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
